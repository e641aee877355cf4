export default {
  'oversight.caseUnknown':
    'Perkara ini tidak ada, atau belum dibuka untuk Anda. Bila Anda harus memutusnya, minta penerima laporan memberi akses.',
  'oversight.nav': 'Halaman pengawasan',
  'oversight.nav.oversight': 'Perkara',
  'oversight.nav.oversightDue': 'Tenggat hari ini',
  'oversight.nav.findingNew': 'Temuan sendiri',
  'oversight.nav.oversightFigures': 'Angka',
  'oversight.nav.oversightKeys': 'Kunci saya',
  'oversight.nav.oversightRecipients': 'Penerima',
  'oversight.nav.oversightChannel': 'Saluran',
} as const;
