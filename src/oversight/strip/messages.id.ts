export default {
  'strip.removed.exif': 'data kamera (Exif)',
  'strip.removed.gps': 'tempat pengambilan (GPS)',
  'strip.removed.xmp': 'keterangan XMP',
  'strip.removed.iptc': 'keterangan IPTC',
  'strip.removed.comment': 'komentar di dalam berkas',
  'strip.removed.icc': 'nama layar atau perangkat pada profil warna',
  'strip.removed.text': 'teks keterangan',
  'strip.removed.time': 'waktu pembuatan dan perubahan',
  'strip.removed.thumbnail': 'gambar kecil tersembunyi',
  'strip.removed.author': 'nama pembuat, pengubah, atau pemberi komentar',
  'strip.removed.trailing': 'data tambahan di ujung berkas',
  'strip.removed.other': 'tanda pengenal lain',
  'strip.left.kind':
    'Ikrar tidak dapat membuang apa yang dikatakan berkas jenis ini tentang pembuatnya. Ubah menjadi gambar (misalnya tangkapan layar) atau ketik isinya sebagai teks.',
  'strip.left.encrypted': 'Berkas ini terkunci kata sandi, sehingga isinya tidak dapat dibersihkan.',
  'strip.left.packed': 'Sebagian data di dalam berkas ini termampatkan dan tidak dapat diperiksa.',
  'strip.left.revisions':
    'Berkas ini masih menyimpan versi lama atau perubahan yang dilacak; yang sudah dihapus bisa masih terbaca.',
  'strip.left.attachments': 'Berkas ini memuat berkas lain di dalamnya, yang tidak dibersihkan.',
  'strip.left.macros': 'Berkas ini memuat makro atau formulir berprogram, yang tidak diperiksa.',
  'strip.left.signed': 'Berkas ini bertanda tangan elektronik; nama penanda tangan masih ada di dalamnya.',
  'strip.left.pictures': 'Ada gambar di dalam berkas ini yang tidak dapat dibersihkan.',
  'strip.left.tracks': 'Rekaman ini memuat jalur data lain (misalnya tempat) yang tidak dapat dibuang.',
  'strip.fault.damaged': 'Berkas ini rusak atau terpotong, sehingga tidak dapat dibersihkan.',
  'strip.fault.too-large': 'Isi berkas ini terlalu besar untuk dibersihkan di peramban.',
  'strip.seen':
    'Yang terlihat, terdengar, atau terbaca di dalam berkas tidak berubah: wajah, suara, nama, nomor, pantulan, dan gaya tulisan bisa mengenali Anda.',
} as const;
