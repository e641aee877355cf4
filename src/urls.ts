/** Every path of the product on one screen. Words a person may type or print are Indonesian. */
export const urls = {
  home: '/',
  health: '/health',
  language: '/bahasa/:lang',

  signIn: '/masuk',
  signInExample: '/masuk/contoh',
  signOut: '/keluar',
  claim: '/klaim',

  enterCode: '/s',
  sign: '/s/:code',
  signPdf: '/s/:code/pakta.pdf',
  signStampedPdf: '/s/:code/pakta-bercap-waktu.pdf',
  signProof: '/s/:code/bukti.tlog-proof',
  signCheck: '/s/:code/paham',
  signPasskey: '/s/:code/kunci',
  signCode: '/s/:code/surel',
  signBsre: '/s/:code/bsre',
  signCertified: '/s/:code/tersertifikasi.pdf',
  tablet: '/tablet',
  tabletPerson: '/tablet/:person',

  verify: '/v',
  verifyReceipt: '/v/:agency/:receipt',
  verifyOffline: '/v/luring.html',
  verifyProgram: '/v/ikrar-verify.mjs',
  /** In the QR code of a pact, whose letters are all capitals. */
  qr: '/Q/:payload',
  law: '/hukum',
  violations: '/hukum/pelanggaran',
  violation: '/hukum/pelanggaran/:id',
  sanctions: '/hukum/sanksi',
  clocks: '/hukum/tenggat',
  instrument: '/hukum/:id',
  documentCheck: '/periksa-naskah',
  guide: '/bolehkah',
  guideTopic: '/bolehkah/:topic',
  releases: '/rilis',
  release: '/rilis/:agency/:id',
  witnesses: '/saksi',
  witnessPolicy: '/saksi/kebijakan.txt',
  witnessIncident: '/saksi/kejadian/:agency/:campaign/:id/:part',
  logs: '/log',
  logOfAll: '/log/semua',
  log: '/log/:agency/:campaign',
  rootCertificate: '/kunci/akar.pem',
  logKey: '/kunci/log.vkey',

  work: '/kerja',
  ownPassword: '/kerja/sandi',
  lawCorrections: '/kerja/hukum/koreksi',
  lawInstrumentNew: '/kerja/hukum/koreksi-baru',
  lawCorrection: '/kerja/hukum/koreksi/:id',
  lawUndo: '/kerja/hukum/koreksi/:id/batal/:correction',
  agency: '/kerja/:agency',
  roster: '/kerja/:agency/pegawai',
  personNew: '/kerja/:agency/pegawai/baru',
  person: '/kerja/:agency/pegawai/orang/:person',
  rosterImport: '/kerja/:agency/pegawai/impor',
  rosterPlan: '/kerja/:agency/pegawai/impor/:id',
  rosterTemplate: '/kerja/:agency/pegawai/templat/:format',
  units: '/kerja/:agency/unit',
  accounts: '/kerja/:agency/akun',
  account: '/kerja/:agency/akun/:account',
  campaigns: '/kerja/:agency/gerakan',
  campaignNew: '/kerja/:agency/gerakan/baru',
  campaign: '/kerja/:agency/gerakan/:campaign',
  campaignText: '/kerja/:agency/gerakan/:campaign/teks/:kind',
  campaignOpen: '/kerja/:agency/gerakan/:campaign/buka',
  campaignClose: '/kerja/:agency/gerakan/:campaign/tutup',
  slips: '/kerja/:agency/gerakan/:campaign/lembar',
  understanding: '/kerja/:agency/gerakan/:campaign/paham',
  ways: '/kerja/:agency/gerakan/:campaign/cara',
  scans: '/kerja/:agency/gerakan/:campaign/pindaian',
  scanPerson: '/kerja/:agency/gerakan/:campaign/pindaian/orang/:person',
  scan: '/kerja/:agency/gerakan/:campaign/pindaian/:scan',
  scanFile: '/kerja/:agency/gerakan/:campaign/pindaian/:scan/berkas',
  tabletOpen: '/kerja/:agency/gerakan/:campaign/tablet',
  coverage: '/kerja/:agency/gerakan/:campaign/cakupan',
  remaining: '/kerja/:agency/gerakan/:campaign/belum',
  recapXlsx: '/kerja/:agency/gerakan/:campaign/rekap.xlsx',
  recapPdf: '/kerja/:agency/gerakan/:campaign/rekap.pdf',
  unitZip: '/kerja/:agency/gerakan/:campaign/pakta.zip',
  standing: '/kerja/:agency/gerakan/:campaign/orang/:person',
  ceremonies: '/kerja/:agency/gerakan/:campaign/apel',
  ceremonyNew: '/kerja/:agency/gerakan/:campaign/apel/baru',
  ceremonyFromText: '/kerja/:agency/gerakan/:campaign/apel/dari-naskah',
  ceremony: '/kerja/:agency/apel/:ceremony',
  ceremonyAttendance: '/kerja/:agency/apel/:ceremony/hadir',
  ceremonyCheck: '/kerja/:agency/apel/:ceremony/temuan',
  releaseEdit: '/kerja/:agency/gerakan/:campaign/rilis',
  audit: '/kerja/:agency/jejak',
  witnessesWork: '/kerja/:agency/saksi',
} as const;

type Params<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? { [K in Name]: string } & Params<Rest>
  : Path extends `${string}:${infer Name}`
    ? { [K in Name]: string }
    : unknown;

/** A path with its parameters filled in and escaped: `to('sign', { code })`. */
export function to<Name extends keyof typeof urls>(
  name: Name,
  ...[params]: keyof Params<(typeof urls)[Name]> extends never ? [] : [Params<(typeof urls)[Name]>]
): string {
  const values = (params ?? {}) as Record<string, string>;
  return urls[name].replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(values[key] as string));
}
