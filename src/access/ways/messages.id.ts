export default {
  'access.byPasskey': 'Masuk dengan kunci sandi',
  'access.byPasskeyHint':
    'Perangkat Anda meminta sidik jari, wajah atau PIN-nya sendiri. Yang sampai ke sini hanya jawaban kuncinya.',
  'access.byPasskeyUse': 'Gunakan kunci sandi',
  'access.passkeyNeeds':
    'Cara ini memerlukan JavaScript dan peramban yang mengenal kunci sandi, di alamat resmi pemasangan ini. Cara lain tetap dapat dipakai.',
  'access.passkeyNoAnswer': 'Kunci sandi tidak jadi digunakan. Coba lagi, atau pilih cara lain.',
  'access.passkeyWrong':
    'Kunci sandi ini tidak dikenal, atau permintaannya sudah terlalu lama. Coba lagi, atau pilih cara lain.',
  'access.passkeyNotMade': 'Kunci sandi tidak jadi dibuat. Coba lagi, atau gunakan perangkat lain.',
  'access.passkeyEnough': 'Sudah ada {most} kunci sandi. Hapus dulu yang tidak dipakai lagi.',
  'access.byOidc': 'Masuk dengan {provider}',
  'access.oidcAway':
    'Layanan masuk bersama sedang tidak menjawab. Tunggu sebentar lalu coba lagi, atau masuk dengan cara lain.',
  'access.oidcWrong':
    'Jawaban layanan masuk bersama tidak dapat diterima. Mulai lagi dari halaman masuk; bila berulang, beri tahu pengelola.',
  'access.oidcNotBegun':
    'Masuk lewat layanan bersama tidak dimulai di peramban ini, sudah selesai, atau terlalu lama. Mulai lagi dari halaman masuk.',
  'access.oidcNotAgain':
    'Layanan masuk bersama tidak menyatakan bahwa Anda baru saja membuktikan diri. Gunakan cara lain.',
  'access.oidcUnknown':
    'Akun {label} di {provider} belum ditautkan dengan akun Ikrar mana pun. Masuk dengan cara lain lalu tautkan di halaman akses Anda, atau minta petugas kepegawaian mencatatnya.',
  'access.oidcNoClaim':
    '{provider} tidak menyebut {claim} yang dapat dipercaya untuk Anda. Masuk dengan cara lain, dan beri tahu pengelola.',
  'access.oidcTwice':
    'Di {provider} Anda cocok dengan lebih dari satu akun. Minta petugas kepegawaian memperbaikinya.',
  'access.byMail': 'Tautan lewat surel',
  'access.byMailHint':
    'Kami mengirim tautan yang berlaku {minutes} menit, satu kali, dan hanya di peramban ini.',
  'access.byMailTo': 'Tautan akan dikirim ke {address}.',
  'access.byMailSend': 'Kirim tautan',
  'access.mailAddress': 'Alamat surel',
  'access.mailForm': 'Tulis satu alamat surel, seperti nama@contoh.go.id.',
  'access.mailSlowDown': 'Terlalu banyak permintaan. Tunggu lima menit, lalu coba lagi.',
  'access.mailNone': 'Akun Anda tidak punya alamat surel yang sudah terbukti. Gunakan cara lain.',
  'access.linkSent':
    'Bila alamat itu tercatat pada sebuah akun, tautan sedang dikirim ke sana. Bukalah di peramban ini dalam {minutes} menit.',
  'access.linkSentElse':
    'Tidak ada yang tiba? Periksa folder spam, lalu coba cara lain atau hubungi petugas kepegawaian Anda.',
  'access.linkTitle': 'Lanjutkan dengan tautan ini',
  'access.linkHint': 'Tekan tombol ini di peramban tempat Anda memintanya. Tautan berlaku satu kali.',
  'access.linkUse': 'Lanjutkan',
  'access.linkOver':
    'Tautan ini sudah dipakai, sudah lewat waktunya, atau alamatnya sudah diganti. Minta yang baru.',
  'access.linkElsewhere':
    'Tautan ini hanya berlaku di peramban tempat ia diminta. Buka di sana, atau minta yang baru dari peramban ini.',
  'access.lost': 'Tidak bisa masuk?',
  'access.otherWays': 'Cara masuk lain',
  'access.recover': 'Masuk dengan kode pemulihan',
  'access.recoverHint':
    'Gunakan satu dari sepuluh kode yang Anda simpan. Semua sesi Anda yang lain akan berakhir.',
  'access.recoverName': 'Nama pengguna Anda',
  'access.recoverCode': 'Kode pemulihan',
  'access.recoverUse': 'Masuk',
  'access.recoverElse': 'Tidak punya kode? Petugas kepegawaian instansi Anda dapat memberi kata sandi baru.',
  'access.recoveryWrong': 'Nama pengguna atau kode tidak cocok, atau kodenya sudah dipakai. Periksa lagi.',
  'access.codesGiven': 'Kode pemulihan Anda',
  'access.codesOnce':
    'Kode ini hanya ditampilkan sekarang. Cetak atau salin, lalu simpan jauh dari komputer ini.',
  'access.codesHow':
    'Tiap kode berlaku satu kali, bila semua cara lain hilang. Kode dari sebelumnya tidak berlaku lagi.',
  'access.codesKept': 'Sudah saya simpan',
  'access.again': 'Buktikan diri lagi',
  'access.againHint':
    'Tindakan ini memerlukan bukti dari sepuluh menit terakhir bahwa ini benar Anda. Setelah itu Anda kembali ke halaman tadi.',
  'access.againGo': 'Buktikan',
  'access.againPlay': 'Lanjutkan sebagai contoh',
  'access.againDone': 'Sudah terbukti. Tutup tab ini, kembali ke tab tadi, lalu muat ulang halamannya.',
  'access.yourPassword': 'Kata sandi Anda',
  'access.passwordWrong': 'Kata sandi tidak cocok. Periksa lagi.',
  'access.proofFirst': 'Buktikan diri dulu',
  'access.proveAgain':
    'Sudah lebih dari sepuluh menit sejak Anda membuktikan diri, jadi kiriman ini belum dijalankan. Tidak ada yang berubah.',
  'access.proofTab': 'Buktikan diri di tab baru',
  'access.proofThen':
    'Sesudah itu kembali ke tab ini dan muat ulang: kiriman Anda dikirim lagi dengan isi yang sama.',
  'access.otherAccount':
    'Ini akun lain daripada yang sedang masuk di peramban ini. Keluar dulu, lalu ulangi.',
  'access.own': 'Akses saya',
  'access.ownBack': 'Ke pekerjaan saya',
  'access.ownSaved': 'Sudah disimpan.',
  'access.ownProof': 'Untuk mengubah cara masuk, buktikan dulu bahwa ini Anda.',
  'access.ownProofGo': 'Buktikan diri',
  'access.ownWays': 'Cara masuk',
  'access.ownPasswordChange': 'Ganti kata sandi',
  'access.sessions': 'Sesi yang sedang berjalan',
  'access.sessionsHint': 'Ada yang tidak Anda kenal? Akhiri, lalu ganti kata sandi Anda.',
  'access.sessionsEndOthers': 'Akhiri semua sesi lain',
  'access.sessionThis': 'sesi ini',
  'access.sessionSince': 'sejak {moment}',
  'access.sessionSeen': 'terakhir terlihat {moment}',
  'access.sessionEnd': 'Akhiri sesi ini',
  'access.deviceUnknown': 'Perangkat tidak dikenal',
  'access.method.password': 'Kata sandi',
  'access.method.passkey': 'Kunci sandi',
  'access.method.oidc': 'Layanan masuk bersama',
  'access.method.mail': 'Tautan surel',
  'access.method.recovery': 'Kode pemulihan',
  'access.method.example': 'Contoh',
  'access.passkeys': 'Kunci sandi',
  'access.passkeysHint':
    'Kunci di telepon, komputer atau alat Anda yang dibuka dengan sidik jari, wajah atau PIN. Tidak dapat dipancing oleh situs palsu.',
  'access.passkeyMake': 'Buat kunci sandi di perangkat ini',
  'access.passkeyRemove': 'Hapus kunci ini',
  'access.madeAt': 'dibuat {moment}',
  'access.usedAt': 'terakhir dipakai {moment}',
  'access.identitiesHint': 'Tautkan akun Anda di {provider}, agar dapat masuk dari sana.',
  'access.linkedAt': 'ditautkan {moment}',
  'access.linkGo': 'Tautkan akun {provider}',
  'access.linkAsk':
    'Di {provider} Anda masuk sebagai {label}. Bila itu akun Anda sendiri, siapa pun yang masuk ke sana dapat masuk ke sini sebagai Anda.',
  'access.linkYes': 'Ya, tautkan',
  'access.linkNo': 'Batal',
  'access.linkNone': 'Tidak ada yang menunggu ditautkan. Mulai lagi dari tombol tautkan.',
  'access.identityTaken': 'Akun di layanan itu sudah ditautkan dengan akun Ikrar lain.',
  'access.unlink': 'Lepaskan tautan',
  'access.mail': 'Surel',
  'access.mailHint': 'Untuk masuk lewat tautan, dan untuk kabar bila ada yang berubah pada akun Anda.',
  'access.mailIs': '{address}, sudah terbukti.',
  'access.mailUnproved':
    '{address}, belum terbukti. Buka tautan yang dikirim ke sana, di peramban ini. Tidak ada yang tiba? Simpan sekali lagi.',
  'access.mailNo': 'Belum ada alamat.',
  'access.mailEmpty': 'Kosongkan untuk menghapusnya.',
  'access.mailSave': 'Simpan alamat',
  'access.codes': 'Kode pemulihan',
  'access.codesHint': 'Sepuluh kode di kertas, untuk bila telepon dan kata sandi hilang bersamaan.',
  'access.codesNone': 'Belum dibuat.',
  'access.codesLeft': 'Tersisa {count}, dibuat {moment}.',
  'access.codesMake': 'Buat sepuluh kode',
  'access.codesNew': 'Ganti dengan sepuluh kode baru',
  'access.accountWays': 'Cara masuk akun ini',
  'access.accountWaysHint':
    'Siapa yang menguasai alamat atau akun ini dapat masuk sebagai pemegang akun. Periksa ejaannya.',
  'access.accountMailHint': 'Untuk tautan masuk dan kabar tentang akun. Kosongkan untuk menghapusnya.',
  'access.accountClaim': '{claim} menurut {provider}',
  'access.accountSave': 'Simpan',
  'access.accountNothing':
    'Pemasangan ini tidak mengirim surel dan tidak mencocokkan akun dengan layanan masuk bersama, jadi tidak ada yang perlu dicatat.',
  'access.revoke': 'Cabut cara masuk lain',
  'access.revokeHint':
    'Kunci sandi, tautan layanan masuk bersama, kode pemulihan dan semua sesi akun ini berakhir. Kata sandi dan alamat surel tetap. Bila akun diambil orang, beri juga kata sandi baru.',
  'access.claimTaken': 'Nilai ini sudah dipakai untuk akun lain.',
  'access.claimLong': 'Paling banyak 200 karakter.',
  'access.letter.greeting': 'Yth. {name},',
  'access.letter.linkSubject': 'Tautan dari Ikrar',
  'access.letter.enter':
    'Dengan tautan ini Anda masuk sebagai {username}. Berlaku {minutes} menit, satu kali:',
  'access.letter.again':
    'Dengan tautan ini Anda membuktikan diri lagi sebagai {username}. Berlaku {minutes} menit, satu kali:',
  'access.letter.confirm':
    'Dengan tautan ini Anda menyatakan bahwa alamat ini milik akun {username}. Berlaku {minutes} menit, satu kali:',
  'access.letter.sameBrowser':
    'Bukalah di peramban tempat Anda memintanya; di tempat lain tautan ini tidak berlaku.',
  'access.letter.notYou': 'Tidak meminta ini? Abaikan saja: tanpa peramban itu tautan ini tidak berguna.',
  'access.notice.subject': 'Ada yang berubah pada akun Ikrar Anda',
  'access.notice.mailChanged': 'Alamat ini tidak lagi dipakai untuk akun {username}.',
  'access.notice.recovered':
    'Seseorang baru saja masuk ke akun {username} dengan kode pemulihan. Semua sesi lain sudah berakhir.',
  'access.notice.recoveryMade':
    'Kode pemulihan baru dibuat untuk akun {username}. Kode yang lama tidak berlaku lagi.',
  'access.notice.passkeyAdded': 'Sebuah kunci sandi ditambahkan pada akun {username}.',
  'access.notice.identityLinked': 'Akun {username} kini dapat dimasuki lewat layanan masuk bersama.',
  'access.notice.notYou':
    'Bukan Anda? Buka halaman akses Anda, akhiri semua sesi lain, ganti kata sandi, dan beri tahu petugas kepegawaian.',
  'event.account.signedIn': 'Masuk',
  'event.account.passkeyAdded': 'Kunci sandi ditambahkan oleh pemilik akun',
  'event.account.passkeyRemoved': 'Kunci sandi dihapus oleh pemilik akun',
  'event.account.identityLinked': 'Akun ditautkan dengan layanan masuk bersama',
  'event.account.identityUnlinked': 'Tautan dengan layanan masuk bersama dilepas',
  'event.account.mailChanged': 'Alamat surel akun diganti',
  'event.account.claimChanged': 'Nama akun di layanan masuk bersama dicatat',
  'event.account.recoveryMade': 'Kode pemulihan dibuat oleh pemilik akun',
  'event.account.recovered': 'Masuk dengan kode pemulihan',
  'event.account.waysRevoked': 'Cara masuk lain dicabut oleh petugas',
  'event.account.sessionsEnded': 'Sesi diakhiri oleh pemilik akun',
} as const;
