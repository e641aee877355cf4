export default {
  'bsre.title': 'Tanda tangani lewat BSrE',
  'bsre.back': 'Tanda tangani tanpa BSrE',
  'bsre.intro':
    'Untuk pegawai yang sudah memegang sertifikat elektronik BSrE. Pernyataan Anda dikirim ke layanan tanda tangan instansi Anda, ditandatangani di sana dengan sertifikat Anda, lalu paktanya disegel di sini.',
  'bsre.trialStrength':
    'Layanan ini untuk uji coba: hasilnya tanda tangan elektronik tidak tersertifikasi. Dokumen Anda kemudian disegel oleh instansi.',
  'bsre.trial':
    'Layanan tanda tangan di sini layanan uji coba. Hasilnya bukan tanda tangan tersertifikasi, dan dicatat begitu.',
  'bsre.nik': 'NIK',
  'bsre.nikHint': 'Enam belas angka, seperti yang terdaftar di BSrE.',
  'bsre.passphrase': 'Passphrase BSrE',
  'bsre.passphraseHint':
    'NIK dan passphrase hanya diteruskan ke layanan tanda tangan; keduanya tidak disimpan dan tidak dicatat di sini.',
  'bsre.strength':
    'Tanda tangan tersertifikasi ada pada berkas dari penyelenggara. Sistem ini menyimpan berkas itu dan sidik jarinya; rantai sertifikatnya tidak diperiksa di sini. Untuk itu pakai layanan verifikasi penyelenggara.',
  'bsre.sign': 'Tanda tangani lewat BSrE (sampai setengah menit)',
  'bsre.waitHint':
    'Setelah menekan tombol, tunggu sampai halaman berganti. Jangan menutup halaman ini. Bila terputus, kirim lagi: tidak akan tercatat dua kali.',
  'bsre.ready':
    'Berkas Anda sudah ditandatangani di layanan BSrE, tetapi paktanya belum tersegel. Periksa teksnya sekali lagi, lalu segel; NIK dan passphrase tidak diminta lagi.',
  'bsre.seal': 'Segel pakta saya',
  'bsre.download': 'Unduh berkas tersertifikasi (PDF dari penyelenggara)',
  'bsre.downloadTrial': 'Unduh berkas dari layanan uji coba (PDF)',
  'bsre.fileNote':
    'Tanda tangan elektronik tersertifikasi ada pada berkas penyelenggara itu, bukan pada PDF pakta. Rantai sertifikatnya tidak diperiksa di sini.',
  'bsre.fileNoteTrial': 'Berkas itu dari layanan uji coba: bukan tanda tangan tersertifikasi.',
  'bsre.rewritten':
    'Layanan menulis ulang berkas yang kami kirim. Bandingkan isinya dengan PDF pakta sebelum memakainya.',
  'bsre.wrongPassphrase':
    'Passphrase ditolak oleh layanan BSrE. Ketik lagi dengan huruf besar dan kecil yang tepat; bila lupa, atur ulang di portal BSrE.',
  'bsre.notEnrolled':
    'NIK ini belum terdaftar di BSrE. Periksa angkanya, hubungi admin BSrE instansi Anda, atau tanda tangani tanpa BSrE.',
  'bsre.expired':
    'Sertifikat elektronik Anda sudah kedaluwarsa. Perbarui lewat admin BSrE instansi Anda, atau tanda tangani tanpa BSrE.',
  'bsre.unusable':
    'Sertifikat elektronik Anda belum dapat dipakai (belum terbit, ditangguhkan, atau dicabut). Hubungi admin BSrE instansi Anda, atau tanda tangani tanpa BSrE.',
  'bsre.refused':
    'Layanan BSrE menolak permintaan ini. Periksa NIK dan passphrase, lalu coba lagi; bila tetap ditolak, hubungi admin BSrE instansi Anda.',
  'bsre.otherPerson':
    'Sertifikat itu atas nama {certified}, sedangkan lembar ini milik {name}. Tidak ada yang dicatat. Pakai NIK dan passphrase Anda sendiri.',
  'bsre.noFile': 'Pakta ini tidak ditandatangani lewat BSrE, jadi tidak ada berkas dari penyelenggara.',
  'bsre.badNik': 'NIK terdiri dari enam belas angka. Periksa lagi.',
  'bsre.noPassphrase': 'Ketik passphrase BSrE Anda.',
  'bsre.slowDown':
    'Terlalu banyak percobaan. Tunggu lima menit, supaya akun BSrE Anda tidak terkunci, atau tanda tangani tanpa BSrE.',
  'bsre.timeout':
    'Layanan BSrE tidak menjawab dalam setengah menit. Belum ada yang dicatat di sini. Ketik lagi NIK dan passphrase, lalu kirim lagi.',
  'bsre.unreachable':
    'Layanan BSrE tidak dapat dihubungi. Belum ada yang dicatat. Coba lagi sebentar lagi, atau tanda tangani tanpa BSrE.',
  'bsre.down':
    'Layanan BSrE sedang bermasalah. Belum ada yang dicatat. Coba lagi sebentar lagi, atau tanda tangani tanpa BSrE.',
  'bsre.busy': 'Layanan BSrE sedang sibuk. Belum ada yang dicatat. Coba lagi satu menit lagi.',
  'bsre.noAccess':
    'Layanan BSrE menolak akun instansi Anda. Belum ada yang dicatat. Beri tahu pengelola sistem, atau tanda tangani tanpa BSrE.',
  'bsre.badAnswer':
    'Jawaban layanan BSrE tidak dapat dipakai. Tidak ada yang dicatat di sini. Coba lagi; bila terulang, beri tahu pengelola sistem.',
  'bsre.paper.undersigned': 'Saya yang bertanda tangan di bawah ini:',
  'bsre.paper.name': 'Nama',
  'bsre.paper.nip': 'NIP',
  'bsre.paper.ni-pppk': 'NI PPPK',
  'bsre.paper.local': 'Nomor pegawai',
  'bsre.paper.rank': 'Pangkat/Golongan',
  'bsre.paper.post': 'Jabatan',
  'bsre.paper.unit': 'Unit kerja',
  'bsre.paper.employer': 'Instansi',
  'bsre.paper.bases': 'Dasar',
  'bsre.paper.signatory': 'Yang membuat pernyataan,',
  'bsre.paper.foot':
    'Pernyataan untuk ditandatangani secara elektronik. Teks {id} versi {version}, SHA-256 {digest}. Nomor tanda terima dan segel ada pada PDF pakta.',
  'bsre.paper.page': 'Halaman {page} dari {pages}',
  'bsre.paper.example': 'CONTOH – orang rekaan',
} as const;
