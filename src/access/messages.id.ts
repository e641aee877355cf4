export default {
  'access.signIn': 'Masuk',
  'access.signInTitle': 'Masuk sebagai petugas',
  'access.signInHint':
    'Pegawai yang hendak menandatangani tidak perlu masuk: gunakan tautan atau lembar pribadi Anda.',
  'access.username': 'Nama pengguna',
  'access.password': 'Kata sandi',
  'access.signOut': 'Keluar',
  'access.nav.campaigns': 'Gerakan',
  'access.nav.roster': 'Pegawai',
  'access.nav.audit': 'Jejak',
  'access.role.officer': 'Petugas kepegawaian',
  'access.role.leader': 'Pimpinan',
  'access.role.operator': 'Operator unit',
  'access.role.auditor': 'Auditor (hanya baca)',
  'access.role.inspector': 'Inspektorat',
  'access.choose': 'Pilih instansi',
  'access.chooseNone': 'Akun ini belum diberi peran di instansi mana pun. Hubungi petugas kepegawaian Anda.',
  'access.wrong': 'Nama pengguna atau kata sandi tidak cocok. Periksa lagi keduanya.',
  'access.slowDown': 'Terlalu banyak percobaan untuk nama ini. Tunggu satu menit, lalu coba lagi.',
  'access.signInFirst': 'Halaman ini untuk petugas. Masuk dulu di halaman /masuk.',
  'access.notYours':
    'Akun Anda tidak diberi wewenang untuk halaman ini. Minta petugas kepegawaian bila seharusnya boleh.',
  'access.usernameForm':
    'Nama pengguna 3 sampai 40 huruf kecil, angka, titik, garis bawah atau tanda hubung, dan diawali huruf atau angka.',
  'access.passwordShort':
    'Kata sandi sedikitnya 10 karakter. Beberapa kata yang tidak berhubungan lebih mudah diingat.',
  'access.usernameTaken': 'Nama pengguna ini sudah dipakai. Pilih nama lain.',
  'access.alreadyClaimed': 'Pemasangan ini sudah menjadi milik sebuah instansi. Masuk dengan akun Anda.',
  'access.exampleOnlyHere':
    'Masuk sebagai contoh hanya dapat dari komputer ini sendiri, sebelum pemasangan dimiliki instansi.',
  'access.nav.accounts': 'Akun',
  'access.toWork': 'Kembali ke pekerjaan',
  'access.ownPassword': 'Ganti kata sandi',
  'access.ownPasswordHint':
    'Pilih kata sandi yang tidak Anda pakai di tempat lain. Beberapa kata yang tidak berhubungan lebih mudah diingat.',
  'access.ownPasswordSave': 'Ganti kata sandi saya',
  'access.ownPasswordSaved': 'Kata sandi Anda sudah diganti. Di perangkat lain Anda harus masuk lagi.',
  'access.oldPassword': 'Kata sandi lama',
  'access.newPassword': 'Kata sandi baru',
  'access.newPasswordAgain': 'Kata sandi baru, sekali lagi',
  'access.oldWrong': 'Kata sandi lama tidak cocok. Periksa lagi.',
  'access.passwordLong': 'Kata sandi paling banyak {limit} karakter.',
  'access.passwordAgain': 'Kedua kata sandi baru tidak sama. Tulis lagi.',
  'access.accountUnknown': 'Akun atau peran ini tidak ada di instansi Anda.',
  'access.roleHeld': 'Akun ini sudah memegang peran itu di tempat yang sama.',
  'access.roleEnded': 'Peran ini sudah berakhir.',
  'access.lastOfficer':
    'Ini petugas kepegawaian terakhir untuk seluruh instansi. Beri dulu peran itu kepada orang lain.',
  'access.worksElsewhere':
    'Kata sandi hanya dapat diberikan kepada akun yang sedang berperan di instansi Anda, dan tidak di instansi lain.',
  'event.account.passwordChanged': 'Kata sandi diganti oleh pemilik akun',
} as const;
