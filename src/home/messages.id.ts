export default {
  'home.title': 'Ikrar netralitas, dari edaran sampai bukti',
  'home.lead':
    'Setiap pegawai menandatangani teks yang sama, satu per satu. Yang sudah dan yang belum terhitung. Setiap tanda tangan dapat diperiksa siapa pun.',
  'home.signCard': 'Saya hendak menandatangani',
  'home.signText': 'Ketik kode dari lembar pribadi Anda.',
  'home.signButton': 'Masukkan kode',
  'home.verifyCard': 'Saya hendak memeriksa dokumen',
  'home.verifyText': 'Unggah PDF pakta, atau ketik nomor tanda terimanya.',
  'home.guide': 'Bolehkah?',
  'home.guideCard': 'Saya hendak bertanya',
  'home.guideText': 'Boleh atau tidak bagi pegawai dalam pemilu: jawaban dengan sumber dan tanggal.',
  'home.guideButton': 'Tanya: Bolehkah?',
  'home.staffCard': 'Saya petugas atau pimpinan',
  'home.staffText': 'Daftar pegawai, gerakan, apel, cakupan, dan siaran pers.',
  'home.verify': 'Periksa pakta',
  'home.law': 'Dasar hukum',
  'home.documentCheck': 'Periksa naskah',
  'home.releases': 'Siaran pers',
  'home.staff': 'Masuk',
  'home.work': 'Ke meja kerja',
  'home.unclaimedTitle': 'Pemasangan ini belum dimiliki instansi',
  'home.unclaimedText':
    'Bagian ini hanya tampak dari komputer ini sendiri. Coba setiap peran dengan contoh, atau jadikan pemasangan ini milik instansi Anda.',
  'home.examplesTitle': 'Masuk sebagai peran contoh',
  'home.examplesNote':
    'Kelima peristiwa diambil dari berita; pegawai dan akunnya rekaan. Nama pengguna dan kata sandi juga tercetak di terminal.',
  'home.enterAs': 'Masuk',
  'home.claim': 'Jadikan milik instansi saya',
  'home.practiceTitle': 'Coba sebagai pegawai di telepon',
  'home.practiceText': 'Lembar pribadi contoh milik {name}:',
  'home.draftNote':
    'Teks ikrar dan pakta bawaan adalah rancangan dengan kata-kata kami sendiri, bukan teks resmi. Instansi menggantinya dengan teks dari surat edarannya.',
} as const;
