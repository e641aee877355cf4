/** Where the value of a place comes from: the institution, the steps of the case, what is sealed, or whoever fills it. */
export type Origin = 'agency' | 'case' | 'sealed' | 'typed';

export interface PaperField {
  readonly from: Origin;
  readonly as: 'line' | 'text' | 'day';
}

const from = (origin: Origin, as: PaperField['as'], names: string) =>
  Object.fromEntries(names.split(' ').map((name) => [name, { from: origin, as }]));

/** Every place that a template may name. The names are those of Indonesian officialdom: they stand in templates. */
export const FIELDS: Readonly<Record<string, PaperField>> = {
  ...from('agency', 'line', 'instansi tempat_naskah'),
  ...from('case', 'line', 'kode_perkara tingkat bentuk_pernyataan'),
  ...from('case', 'text', 'dasar pelanggaran hukuman tahapan tenggat'),
  ...from(
    'case',
    'day',
    'tanggal_laporan tanggal_panggilan_1 tanggal_tidak_hadir batas_panggilan_1 batas_panggilan_2 tanggal_putusan batas_penyampaian tanggal_terima berlaku_mulai batas_verifikasi batas_keberatan',
  ),
  ...from('sealed', 'line', 'nama jabatan unit'),
  ...from('sealed', 'text', 'uraian'),
  ...from('typed', 'day', 'tanggal_naskah hari_periksa hari_penyampaian'),
  ...from(
    'typed',
    'line',
    'nomor nip pangkat jam tempat_periksa menghadap jabatan_menghadap cara_periksa jabatan_pejabat nama_pejabat nip_pejabat nomor_putusan cara_terima',
  ),
  ...from(
    'typed',
    'text',
    'pemeriksa anggota_tim tanya_jawab pertimbangan keterangan bukti analisis kesimpulan saran isi_putusan cara_terbuka catatan',
  ),
};

export const FIELD_NAMES = Object.keys(FIELDS);
export const FIELD_LIMITS = { line: 300, text: 20_000, day: 10 } as const;
