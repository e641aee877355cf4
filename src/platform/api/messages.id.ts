export default {
  'api.title': 'Untuk program: API',
  'api.lead':
    'Sistem lain di instansi Anda dapat membaca dan memperbarui daftar pegawai, mengambil hasil penandatanganan, dan diberi tahu bila ada perubahan. Satu kunci berlaku untuk satu instansi saja.',
  'api.document': 'Dokumen OpenAPI 3.1 untuk alat Anda:',
  'api.start': 'Memulai',
  'api.startToken':
    'Pejabat kepegawaian dengan peran untuk seluruh instansi membuat kunci di halaman Kunci API. Kunci tampil satu kali.',
  'api.startScope':
    'Kunci hanya membuka hal yang dipilih, paling lama satu tahun. Kunci yang dapat mengubah data memerlukan persetujuan orang kedua.',
  'api.startSend': 'Kirim kunci di kepala permintaan. Kuki tidak dibaca di sini.',
  'api.startLimit':
    'Setiap kunci boleh bertanya {limit} kali semenit; kepala RateLimit menyebut sisanya. Jawaban 429 menyebut di Retry-After kapan boleh bertanya lagi.',
  'api.startTag': 'Kirim kembali ETag di If-None-Match: yang tidak berubah dijawab 304 tanpa isi.',
  'api.startEvent': 'Setiap pembacaan data orang dicatat pada jejak instansi, dengan kunci dan jumlahnya.',
  'api.routes': 'Alamat',
  'api.routesCaption': '{total} alamat di bawah {base}',
  'api.route': 'Alamat',
  'api.summary': 'Isinya',
  'api.scope': 'Lingkup kunci',
  'api.problems': 'Bila ada yang salah',
  'api.problemsLead':
    'Jawaban kesalahan mengikuti RFC 9457 (application/problem+json). Kodenya tetap; kalimatnya mengikuti Accept-Language.',
  'api.problemsCaption': 'Kode yang dapat muncul di setiap alamat',
  'api.code': 'Kode',
  'api.meaning': 'Artinya',
  'api.notJson': 'Isi permintaan bukan JSON, atau Content-Type bukan application/json.',
  'api.invalid': 'Permintaan tidak sesuai dengan uraiannya.',
  'api.badCursor': 'Penanda lanjutan (cursor) ini bukan dari daftar ini.',
  'api.tooMany': 'Terlalu banyak permintaan. Coba lagi dalam {seconds} detik.',
  'api.keyReused': 'Idempotency-Key ini sudah dipakai untuk permintaan lain.',
  'api.keyForm':
    'Idempotency-Key terdiri atas 8 sampai 100 huruf, angka, titik, garis bawah, atau tanda hubung.',
} as const;
