import type { Destination } from './package.ts';

/** Words inside packages: Indonesian, for they leave the house. */
export const TO: Readonly<Record<Destination, string>> = {
  bkn: 'Badan Kepegawaian Negara (SBT)',
  bawaslu: 'Badan Pengawas Pemilihan Umum',
  contract: 'Unit yang mengelola kontrak pegawai non-ASN',
};

export const MISSING: Readonly<Record<string, string>> = {
  'nip-or-nik': 'NIP atau NIK yang dilaporkan (diminta SBT)',
  'reported-name': 'nama yang dilaporkan',
  'reported-unit': 'unit kerja yang dilaporkan',
  what: 'uraian perbuatan',
  when: 'waktu perbuatan',
  where: 'tempat perbuatan',
  evidence: 'bukti',
  classification: 'penggolongan perbuatan',
  reporter: 'nama dan alamat pelapor (diminta Bawaslu; sengaja tidak disertakan)',
};
