export default {
  'verify.title': 'Periksa pakta',
  'verify.intro':
    'Unggah PDF pakta atau berita acara yang disegel Ikrar. Setiap pemeriksaan disebut satu per satu. Berkas tidak disimpan.',
  'verify.file': 'Berkas PDF',
  'verify.check': 'Periksa',
  'verify.byReceipt': 'Atau ketik nomor tanda terima',
  'verify.receiptHint': 'Enam belas huruf dan angka pada kaki dokumen, misalnya 7Q2M-9F4K-T1XA-0B3C.',
  'verify.find': 'Cari',
  'verify.noFile': 'Pilih dulu berkas PDF pakta yang hendak diperiksa.',
  'verify.badReceipt': 'Nomor itu bukan nomor tanda terima. Periksa lagi enam belas hurufnya.',
  'verify.another': 'Periksa dokumen lain',
  'verify.whole': 'Lihat pemeriksaan lengkap dokumen ini',
  'verify.knownRoots': 'Akar segel yang dikenal di sini',
  'verify.withoutUs': 'Periksa tanpa kami',
  'verify.withoutUsText':
    'Halaman pemeriksa ini bekerja dari disk tanpa jaringan: untuk PDF, bukti, dan foto kode QR. Di dalamnya ada sertifikat dan kunci kami, jadi ia hanya sejujur tempat Anda mengambilnya.',
  'verify.offlinePage': 'Unduh halaman pemeriksa',
  'verify.program': 'Program baris perintah',
  'verify.plainDigest': 'SHA-256 halaman itu sebelum sertifikat dan kunci kami dimasukkan:',
  'verify.own': 'Memeriksa sendiri tanpa mempercayai kami: ambil',
  'verify.root': 'sertifikat akar segel',
  'verify.logKey': 'kunci catatan',
  'evidence.noSuchReceipt': 'Tidak ada dokumen dengan nomor itu di sini. Periksa nomor pada kaki dokumen.',
  'evidence.noSuchLog': 'Catatan itu tidak ada, atau belum ada isinya.',
  'evidence.noSuchTile': 'Bagian catatan itu tidak ada.',
  'evidence.recordDiffers':
    'Catatan yang tersimpan tidak cocok dengan yang tercatat dalam log, jadi tidak disegel dan tidak ditampilkan. Beri tahu pengelola: jalankan ikrar log check.',
  'evidence.sealUnavailable':
    'Segel instansi sedang tidak dapat dipakai. Tanda tangan tetap tercatat dan berlaku; unduh dokumennya nanti.',
  'evidence.noTimestamps': 'Dokumen bercap waktu tidak disediakan di sini.',
  'evidence.timestampUnavailable':
    'Cap waktu sedang tidak dapat diperoleh. Pakta tanpa cap waktu tetap dapat diunduh dan sah disegel; coba lagi nanti.',
  'event.seal.replaced': 'Segel instansi diganti',
} as const;
