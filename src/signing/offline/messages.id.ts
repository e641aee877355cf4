export default {
  'offline.unknown': 'Perangkat ini tidak dikenal atau belum disiapkan.',
  'offline.notEnrolled': 'Perangkat ini belum disiapkan untuk dipakai tanpa jaringan.',
  'offline.otherKey':
    'Perangkat ini sudah disiapkan sebelumnya. Kode pembukanya ada pada petugas, di halaman Perangkat; atau buka tablet baru.',
  'offline.badKey': 'Kunci perangkat tidak dapat dibaca. Pakai peramban yang lebih baru.',
  'offline.tooMany':
    'Bekal paling banyak memuat {most} orang. Buka tablet untuk satu unit, bukan seluruh instansi.',
  'offline.busy': 'Terlalu sering. Perangkat akan mencoba lagi sendiri.',
  'offline.wrongKey': 'Kiriman ini bukan dari perangkat yang disebutnya. Tidak ada yang dicatat.',
  'offline.outOfOrder': 'Nomor dalam antrean melompat. Tidak ada yang dicatat.',
  'offline.unreadable': 'Isi yang disimpan perangkat tidak dapat dibuka: rusak, atau dari perangkat lain.',
  'offline.swapped': 'Nomor ini sudah dipakai untuk isi yang lain di perangkat yang sama.',
  'offline.statement':
    'Tanda dari perangkat tidak cocok dengan teks, nama, goresan, atau waktu yang dikirim. Minta orangnya menandatangani lagi.',
  'offline.noCeremony': 'Tablet ini tidak dibuka untuk sebuah apel, jadi kehadiran tidak dapat dicatat.',
  'offline.noSuchPerson': 'Orang ini tidak termasuk peserta gerakan.',
  'offline.lost':
    'Perangkat ini dinyatakan hilang, jadi kirimannya tidak lagi dicatat. Minta orangnya menandatangani lagi.',
  'offline.tooLate':
    'Kiriman ini datang lebih dari tujuh hari setelah tablet berakhir. Minta orangnya menandatangani lagi.',
  'event.device.enrolled': 'Perangkat disiapkan untuk dipakai tanpa jaringan',
  'event.device.itemRefused': 'Kiriman perangkat ditolak',
} as const;
