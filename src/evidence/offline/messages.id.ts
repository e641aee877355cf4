export default {
  'offline.title': 'Periksa pakta',
  'offline.brand': 'pemeriksa tanpa jaringan',
  'offline.language': 'English',
  'offline.intro':
    'Pilih berkas yang hendak diperiksa. Semuanya dikerjakan di perangkat ini; tidak ada yang dikirim ke mana pun.',
  'offline.pick': 'PDF pakta, bukti (.tlog-proof), atau foto kode QR',
  'offline.pickHint': 'Boleh beberapa sekaligus, atau seret ke sini.',
  'offline.working': 'Sedang diperiksa…',
  'offline.camera': 'Pindai kode QR dengan kamera',
  'offline.cameraHint': 'Arahkan kamera ke kode QR pada kaki dokumen.',
  'offline.cameraStop': 'Hentikan kamera',
  'offline.cameraNone':
    'Kamera tidak dapat dipakai dari halaman ini. Potret kode QR-nya, lalu pilih fotonya di atas.',
  'offline.cameraRefused':
    'Izin memakai kamera ditolak. Izinkan di peramban, atau potret kode QR-nya lalu pilih fotonya di atas.',
  'offline.noCode':
    'Tidak ada kode QR pakta yang terbaca dalam {name}. Potret lebih dekat, lurus, dan terang, lalu coba lagi.',
  'offline.strange': '{name} bukan PDF, bukti, gambar, sertifikat, atau kunci yang dikenal.',
  'offline.proofAlone': 'Bukti {name} sudah dibaca. Sekarang pilih PDF paktanya.',
  'offline.anchorsRead': '{name} sudah dipercaya oleh halaman ini, sampai halaman ditutup.',
  'offline.anchorsBelow':
    '{name} berisi sertifikat atau kunci, dan belum dipercaya. Bila Anda mengenal sumbernya, tambahkan di bawah, pada “Yang dipercaya halaman ini”.',
  'offline.addProof':
    'Supaya tempatnya dalam buku catatan umum ikut diperiksa, pilih juga berkas bukti (.tlog-proof) dokumen ini.',
  'offline.noProof': 'Bukti (.tlog-proof) belum dipilih.',
  'offline.codeOnly':
    'Yang diperiksa di sini adalah tanda tangan dalam kode itu. Apakah catatannya ada dalam buku catatan umum, periksa PDF-nya beserta buktinya, atau buka alamat dalam kode.',
  'offline.file': 'Berkas',
  'offline.digest': 'SHA-256 berkas',
  'offline.number': 'Nomor pegawai',
  'offline.post': 'Jabatan',
  'offline.text': 'Teks yang diikrarkan',
  'offline.trustTitle': 'Yang dipercaya halaman ini',
  'offline.trustFrom': 'Halaman ini diunduh dari {from}, dan memuat sertifikat serta kunci lembaga itu.',
  'offline.trustWarning':
    'Halaman dari lembaga yang sama hanya sejujur tempat Anda mengambilnya. Bila lembaganya sendiri yang diragukan, ambil halaman dan sertifikat akar dari pihak lain, lalu cocokkan sidik SHA-256 di bawah dengan yang diumumkan saksi atau pengawas.',
  'offline.trustNone':
    'Belum ada sertifikat atau kunci. Tanpa itu halaman ini hanya dapat memeriksa apakah dokumen berubah sejak disegel, bukan oleh siapa.',
  'offline.trustAdd': 'Tambah sertifikat (.pem), kunci catatan (.vkey), atau aturan saksi',
  'offline.root': 'Akar segel',
  'offline.seals': 'Segel instansi: {count}',
  'offline.timestampRoot': 'Akar penanda waktu',
  'offline.logKey': 'Kunci catatan',
  'offline.policy': 'Aturan saksi',
} as const;
