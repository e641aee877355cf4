export default {
  'platform.skip': 'Lompat ke isi',
  'platform.otherLanguage': 'English',
  'platform.mainNavigation': 'Menu utama',
  'platform.problem': 'Ada yang perlu diperbaiki',
  'platform.notFound': 'Halaman ini tidak ada. Periksa alamatnya, atau mulai dari halaman depan.',
  'platform.notFoundTitle': 'Tidak ditemukan',
  'platform.refusedTitle': 'Belum dapat dilanjutkan',
  'platform.toFront': 'Ke halaman depan',
  'platform.back': 'Kembali',
  'platform.signIn': 'Masuk',
  'platform.faultTitle': 'Terjadi gangguan',
  'platform.fault':
    'Ini kesalahan kami, bukan Anda. Tidak ada yang tersimpan setengah. Coba lagi; bila berulang, sebutkan kode {id} kepada pengelola.',
  'platform.crossSite':
    'Permintaan ini tidak berasal dari halaman Ikrar sendiri, jadi ditolak. Buka halamannya kembali, lalu coba lagi.',
  'platform.tooLarge': 'Kiriman terlalu besar (batas {limit}). Perkecil berkas atau bagi menjadi beberapa.',
  'platform.unreadable': 'Kiriman ini tidak dapat dibaca. Buka kembali halamannya, isi ulang, lalu kirim.',
  'platform.databaseAway':
    'Basis data sedang tidak terjangkau. Tunggu sebentar lalu coba lagi; bila tadi Anda mengirim sesuatu, lihat dulu apakah sudah tersimpan.',
  'platform.busy': 'Peladen sedang penuh. Tidak ada yang hilang; coba lagi dalam beberapa detik.',
} as const;
