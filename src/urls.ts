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
  signProof: '/s/:code/bukti.tlog-proof',
  signCheck: '/s/:code/paham',
  tablet: '/tablet',
  tabletPerson: '/tablet/:person',

  verify: '/v',
  verifyReceipt: '/v/:agency/:receipt',
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
