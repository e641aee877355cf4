export default {
  'stamps.title': 'Cap waktu dari luar',
  'stamps.text':
    'Otoritas waktu (RFC 3161) di luar sistem ini menyatakan bahwa kepala catatan sudah ada pada saat itu. Karena satu kepala catatan mengikat semua isi di bawahnya, tidak ada yang dapat dibuat mundur ke sebelum cap itu.',
  'stamps.table': 'Cap waktu terakhir setiap catatan',
  'stamps.log': 'Catatan',
  'stamps.size': 'Isi yang dicap',
  'stamps.at': 'Waktu menurut otoritas',
  'stamps.authority': 'Otoritas waktu',
  'stamps.known': 'dikenal',
  'stamps.unknown': 'tidak dibandingkan dengan sertifikat akar',
  'stamps.token': 'token',
  'stamps.stampedText': 'teks',
  'stamps.none': 'Belum ada catatan yang dicap.',
  'stamps.failed':
    'Cap waktu belum diperoleh sejak {moment}: {reason}. Penandatanganan tidak terganggu; permintaan diulang.',
};
