export default {
  'signing.strengthOf.uncertified': 'Tanda tangan elektronik tidak tersertifikasi',
  'signing.strengthOf.certified':
    'Tanda tangan elektronik tersertifikasi; ada pada berkas tersendiri dari penyelenggaranya',
  'signing.strengthOf.scanned': 'Tanda tangan basah di kertas yang dipindai; bukan tanda tangan elektronik',
  'signing.method': 'Cara',
  'signing.strengthLaw':
    'Yang tersertifikasi dan yang tidak sama-sama sah; kekuatan pembuktiannya berbeda (UU ITE Pasal 11, PP 71/2019 Pasal 59–60).',
  'signing.otherWays': 'Cara lain',
  'signing.usePasskey': 'Tanda tangani dengan kunci sandi',
  'signing.usePasskeyHint':
    'Perangkat akan meminta sidik jari, wajah, atau PIN Anda. Yang Anda setujui adalah teks di halaman ini; perangkat sendiri tidak menampilkannya.',
  'signing.passkeyUnticked': 'Masih ada butir yang belum dicentang. Baca dan centang dulu semuanya.',
  'signing.passkeyFailed':
    'Kunci sandi tidak jadi dipakai: dibatalkan, waktunya habis, atau tidak ada di perangkat ini. Coba lagi, atau tanda tangani dengan mengetik nama.',
  'signing.withoutPasskey': 'Tanda tangani tanpa kunci sandi',
  'signing.passkeyManage': 'Lihat atau hapus kunci sandi Anda',
  'signing.passkeyLink': 'Pakai kunci sandi (passkey)',
  'signing.passkeyLinkHint':
    'Dengan sidik jari, wajah, atau PIN perangkat Anda. Tidak tersertifikasi, tetapi dapat diperiksa lagi oleh siapa pun.',
  'signing.codeLink': 'Pakai kode sekali pakai lewat surel',
  'signing.codeLinkHint': 'Kode dikirim ke {address}. Tidak tersertifikasi.',
  'signing.bsreLink': 'Pakai tanda tangan tersertifikasi BSrE',
  'signing.bsreTrialHint':
    'Layanan di sini untuk uji coba: hasilnya tidak tersertifikasi. Perlu NIK dan passphrase layanan itu.',
  'signing.bsreLinkHint': 'Bagi yang terdaftar di BSrE; perlu NIK dan passphrase Anda. Tersertifikasi.',
  'signing.passkeyTitle': 'Kunci sandi (passkey)',
  'signing.passkeyIntro':
    'Kunci sandi disimpan perangkat Anda dan dibuka dengan sidik jari, wajah, atau PIN layar. Sidik jari dan wajah tidak pernah meninggalkan perangkat; yang kami simpan hanya kunci publiknya.',
  'signing.passkeyProves': 'Yang dibuktikannya',
  'signing.passkeyProvesText':
    'Pemegang kunci itu membuka kuncinya saat itu dan menyetujui teks ini atas nama Anda, di alamat ini. Siapa pun dapat memeriksanya lagi kelak dari PDF Anda.',
  'signing.passkeyNot': 'Yang tidak dibuktikannya',
  'signing.passkeyNotShown':
    'Perangkat tidak menampilkan naskahnya saat Anda menyetujui: yang Anda baca adalah halaman kami, bukan layar kunci.',
  'signing.passkeyNotWho':
    'Kunci dibuat oleh siapa yang memegang lembar pribadi Anda. Bila lembar itu pernah di tangan orang lain, minta lembar baru dan hapus kunci yang tidak Anda kenal.',
  'signing.passkeyNotCertified':
    'Ini tetap tanda tangan elektronik tidak tersertifikasi: tidak ada penyelenggara sertifikasi yang memastikan siapa Anda.',
  'signing.passkeyCreate': 'Buat kunci sandi di perangkat ini',
  'signing.passkeyCreateHint': 'Sesudah dibuat, Anda kembali ke pakta dan menandatangani dengannya.',
  'signing.passkeyNotMade':
    'Kunci sandi tidak jadi dibuat: dibatalkan, waktunya habis, atau perangkat tidak mendukungnya. Coba lagi, atau tanda tangani dengan mengetik nama.',
  'signing.passkeyNeeds':
    'Cara ini memerlukan JavaScript, kunci layar pada perangkat, dan halaman yang dibuka lewat alamat resminya. Bila tidak ada, tanda tangani dengan mengetik nama.',
  'signing.passkeyYours': 'Kunci sandi Anda',
  'signing.passkeyMade': 'Dibuat {moment}',
  'signing.passkeySynced': 'ikut ke perangkat Anda yang lain',
  'signing.passkeyBound': 'hanya di satu perangkat',
  'signing.passkeyRemove': 'Hapus kunci ini',
  'signing.passkeyRemoveHint':
    'Kunci yang dihapus tidak dapat menandatangani lagi. Yang sudah ditandatangani dengannya tetap.',
  'signing.passkeyBack': 'Kembali ke pakta',
  'signing.passkeyRefused':
    'Tanda dari kunci sandi tidak cocok dengan teks, nama, atau formulir ini. Belum ada yang dicatat. Muat ulang halaman dan coba lagi, atau tanda tangani dengan mengetik nama.',
  'signing.passkeyGone':
    'Kunci sandi itu tidak terdaftar untuk Anda atau sudah dihapus. Belum ada yang dicatat. Buat yang baru, atau tanda tangani dengan mengetik nama.',
  'signing.passkeyCopied':
    'Hitungan kunci sandi itu mundur: mungkin ada salinannya. Belum ada yang dicatat. Hapus kunci itu dan tanda tangani dengan mengetik nama.',
  'signing.passkeyEnough': 'Sudah ada {most} kunci sandi atas nama Anda. Hapus salah satu dulu.',
  'signing.wayOff': 'Gerakan ini tidak memakai cara tanda tangan itu. Tanda tangani dengan mengetik nama.',
  'signing.codeTitle': 'Kode sekali pakai lewat surel',
  'signing.codeIntro':
    'Kami mengirim enam angka ke {address}, alamat Anda pada daftar pegawai. Kode berlaku {minutes} menit untuk satu tanda tangan ini.',
  'signing.codeProves':
    'Kode menunjukkan bahwa penanda tangan dapat membaca surel itu. Hasilnya tanda tangan elektronik tidak tersertifikasi.',
  'signing.codeOther': 'Alamatnya bukan milik Anda? Jangan kirim; minta petugas kepegawaian memperbaikinya.',
  'signing.codeSend': 'Kirim kode',
  'signing.codeField': 'Kode dari surel',
  'signing.codeFieldHint': 'Enam angka yang kami kirim ke {address}. Berlaku {minutes} menit.',
  'signing.codeAgain': 'Kirim kode baru',
  'signing.codeInstead': 'Tanda tangani tanpa kode',
  'signing.codeMissing': 'Ketik enam angka dari surel kami.',
  'signing.codeWrong': 'Kode itu salah. Periksa surel terakhir dari kami; kode yang lama tidak berlaku lagi.',
  'signing.codeOver':
    'Tidak ada kode yang berlaku: terlalu lama, terlalu sering salah, atau belum dikirim. Minta kode baru.',
  'signing.codeSoon':
    'Kode baru saja dikirim. Tunggu satu menit sebelum meminta lagi, dan periksa kotak spam.',
  'signing.codeOften':
    'Terlalu banyak kode diminta dalam satu jam. Coba lagi nanti, atau tanda tangani dengan mengetik nama.',
  'signing.noMail':
    'Kode tidak dapat dikirim: alamat surel Anda tidak ada pada daftar pegawai, atau instansi ini tidak mengirim surel. Tanda tangani dengan mengetik nama.',
  'signing.mailFailed':
    'Surel tidak terkirim: server surel menolak atau tidak menjawab. Tekan lagi sebentar lagi, atau tanda tangani dengan mengetik nama.',
  'signing.mail.subject': 'Kode sekali pakai untuk pakta Anda / One-time code for your pact',
  'signing.mail.greeting': 'Yth. {name},',
  'signing.mail.code': 'Kode Anda, berlaku {minutes} menit dan hanya untuk satu tanda tangan:',
  'signing.mail.purpose':
    'Ketik kode itu di halaman yang meminta kode ini: {campaign}, {agency}. Batas waktu penandatanganan: {deadline}.',
  'signing.mail.notYou':
    'Tidak meminta kode? Abaikan surel ini dan jangan berikan kodenya kepada siapa pun; tanpa kode itu tidak ada yang ditandatangani. Beri tahu petugas kepegawaian Anda: ada yang memegang lembar pribadi Anda.',
  'signing.waysTitle': 'Cara menandatangani',
  'signing.waysBack': 'Kembali ke gerakan',
  'signing.waysLead':
    'Mengetik nama di halaman pribadi atau di tablet bersama selalu dapat dipakai. Pilih cara lain yang boleh dipakai dalam gerakan ini. Setiap tanda tangan mencatat caranya; hasil yang sudah ada tidak berubah.',
  'signing.waysSaved': 'Tersimpan. Perubahan tercatat dalam jejak.',
  'signing.waysChoose': 'Cara yang boleh dipakai',
  'signing.waysSave': 'Simpan',
  'signing.waysOn': 'Dipakai',
  'signing.waysOff': 'Tidak dipakai',
  'signing.waysLegal': 'Kekuatan hukumnya',
  'signing.way.typed': 'Nama diketik (selalu)',
  'signing.way.passkey': 'Kunci sandi (passkey)',
  'signing.way.code': 'Kode sekali pakai lewat surel',
  'signing.way.bsre': 'Tanda tangan tersertifikasi BSrE',
  'signing.way.ink': 'Tinta di kertas, dipindai',
  'signing.wayAbout.typed':
    'Tidak tersertifikasi. Membuktikan bahwa pemegang lembar pribadi (atau orang di tablet bersama yang tahu empat angka terakhir nomornya) mengetik nama itu dan mencentang setiap butir.',
  'signing.wayAbout.passkey':
    'Tidak tersertifikasi. Perangkat orangnya membubuhkan tanda kriptografis atas teks dan namanya, yang dapat diperiksa lagi oleh siapa pun.',
  'signing.wayAbout.code':
    'Tidak tersertifikasi. Menunjukkan bahwa penanda tangan dapat membaca surel pada daftar pegawai.',
  'signing.wayAbout.bsre':
    'Tersertifikasi bila layanannya bukan layanan percobaan: penyelenggara sertifikasi memastikan siapa orangnya. Hanya bagi yang terdaftar di BSrE.',
  'signing.wayAbout.ink':
    'Bukan tanda tangan elektronik. Tanda tangan basah dipindai dan dibandingkan oleh orang kedua; kertas aslinya tetap disimpan.',
  'signing.wayNeeds.passkey':
    'Belum dapat dipakai: kunci sandi memerlukan alamat https. Minta pengelola mengisi IKRAR_URL.',
  'signing.wayNeeds.code': 'Belum dapat dipakai: pemasangan ini belum punya server surel (IKRAR_SMTP).',
  'signing.wayNeeds.bsre': 'Belum dapat dipakai: pemasangan ini belum terhubung dengan layanan BSrE.',
  'event.way.set': 'Cara menandatangani diatur',
  'event.passkey.created': 'Kunci sandi dibuat',
  'event.passkey.removed': 'Kunci sandi dihapus',
  'event.code.sent': 'Kode sekali pakai dikirim',
  'event.code.failed': 'Surel kode sekali pakai gagal dikirim',
} as const;
