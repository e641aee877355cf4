/** The facts of a person that a roster may carry. */
export type Field =
  | 'name'
  | 'titleBefore'
  | 'titleAfter'
  | 'id'
  | 'category'
  | 'stage'
  | 'standing'
  | 'status'
  | 'rank'
  | 'post'
  | 'postStatus'
  | 'unit'
  | 'unitCode'
  | 'email'
  | 'note';

/**
 * For each field its headers, in tiers: a header of an earlier tier wins over a later one, two of the same tier are
 * ambiguous. Written as `plain` leaves them. SIASN names stand first.
 */
export const SYNONYMS: Readonly<Record<Field, readonly (readonly string[])[]>> = {
  name: [
    [
      'nama',
      'nama lengkap',
      'nama pegawai',
      'nama asn',
      'nama pns',
      'nama lengkap dan gelar',
      'nama dan gelar',
      'nama lengkap gelar',
      'nama pegawai asn',
      'nama dengan gelar',
      'name',
      'full name',
    ],
    ['nama tanpa gelar'],
  ],
  titleBefore: [['gelar depan', 'glr depan', 'gelar dpn']],
  titleAfter: [['gelar belakang', 'glr belakang', 'gelar blk', 'gelar']],
  id: [
    [
      'nip baru',
      'nip nomor',
      'nip ni pppk',
      'nip nippppk',
      'nip nipppk',
      'nip nipppk nomor',
      'nip nip pppk',
      'nomor pegawai',
      'nomor induk pegawai',
    ],
    ['nip', 'ni pppk', 'nipppk', 'nippppk', 'no nip', 'nomor nip', 'employee number'],
    ['nomor id', 'nomor lokal', 'id pegawai', 'no pegawai', 'nomor registrasi', 'nrp', 'nipt', 'nip nrp'],
  ],
  category: [
    [
      'jenis pegawai',
      'kategori',
      'status kepegawaian',
      'jenis kepegawaian',
      'jenis asn',
      'kategori pegawai',
      'jenis pegawai nama',
      'status asn',
      'category',
    ],
  ],
  stage: [['status cpns pns']],
  standing: [['kedudukan hukum', 'kedudukan hukum nama', 'kedudukan pns', 'kedudukan']],
  status: [['status', 'status pegawai', 'status aktif', 'keaktifan']],
  rank: [
    [
      'gol akhir',
      'gol akhir nama',
      'golongan akhir',
      'golongan',
      'gol',
      'gol ruang',
      'golongan ruang',
      'pangkat gol',
      'pangkat golongan',
      'pangkat gol ruang',
      'pangkat golongan ruang',
      'pangkat dan golongan',
      'gol pangkat',
      'rank',
    ],
    ['pangkat'],
    ['gol awal', 'gol awal nama'],
  ],
  post: [
    ['jabatan', 'jabatan nama', 'nama jabatan', 'jabatan terakhir', 'post', 'position'],
    ['jabatan fungsional', 'tugas'],
  ],
  postStatus: [['status jabatan', 'sifat jabatan', 'plt plh pj']],
  unit: [
    [
      'unor nama',
      'unor',
      'nama unor',
      'unit',
      'unit kerja',
      'nama unit',
      'nama unit kerja',
      'unit organisasi',
      'nama unit organisasi',
    ],
    [
      'opd',
      'skpd',
      'perangkat daerah',
      'nama opd',
      'organisasi perangkat daerah',
      'satker',
      'satuan kerja',
      'nama skpd',
    ],
    [
      'satuan kerja kerja',
      'satuan kerja kerja nama',
      'tempat tugas',
      'tempat kerja',
      'bidang',
      'unor induk nama',
    ],
    [
      'satuan kerja induk',
      'satuan kerja induk nama',
      'instansi',
      'instansi kerja',
      'instansi kerja nama',
      'dinas',
    ],
  ],
  unitCode: [['unor id', 'kode unit', 'kode unor', 'id unor', 'kode unit kerja', 'kode opd', 'kode satker']],
  email: [
    ['email gov', 'email dinas', 'surel dinas'],
    ['surel', 'email', 'e mail', 'alamat email', 'alamat surel'],
  ],
  note: [['keterangan', 'ket', 'catatan', 'remarks']],
};

/**
 * Facts that a pledge does not need and that are never stored (UU 27/2022, data minimisation): religion, NIK, NPWP,
 * phone, address, birthplace, family, health insurance, bank account. Matched as whole words of the header.
 */
export const PRIVATE_WORDS: readonly RegExp[] = [
  /\bagama\b|\breligion\b/,
  /\bnik\b|\bktp\b|\bkk\b|\bnomor induk kependudukan\b|\bkartu keluarga\b/,
  /\bnpwp\b|\bnomor pokok wajib pajak\b/,
  /\bhp\b|\bhandphone\b|\bponsel\b|\btelepon\b|\btelp\b|\btelpon\b|\bwa\b|\bwhatsapp\b|\bphone\b/,
  /\balamat\b|\baddress\b|\bdomisili\b/,
  /\btempat lahir\b|\btanggal lahir\b|\btgl lahir\b|\bttl\b|\btempat tanggal lahir\b|\btempat tgl lahir\b|\busia\b|\bumur\b/,
  /\bkawin\b|\bnikah\b|\bsuami\b|\bistri\b|\banak\b|\bkeluarga\b|\bibu kandung\b|\bkarpeg\b|\bkarsu\b|\bkaris\b/,
  /\bbpjs\b|\baskes\b|\btaspen\b|\brekening\b|\bnorek\b|\bgaji\b|\bgolongan darah\b|\bgol darah\b|\bdisabilitas\b/,
  /\bjenis kelamin\b|\bkelamin\b|\bjk\b|\bl p\b|\bgender\b|\bsuku\b|\bfoto\b/,
  /\bis valid nik\b|\bakta\b|\bpassport\b|\bpaspor\b/,
];
