export default {
  'privacy.never.choice': 'Pilihan atau dukungan politik siapa pun.',
  'privacy.never.views': 'Isi media sosial, percakapan, atau pandangan politik.',
  'privacy.never.location':
    'Lokasi telepon. Foto acara dibersihkan dari data tempat, kecuali petugas menyimpannya dengan alasan tertulis.',
  'privacy.never.biometric':
    'Sidik jari, suara, atau pengenalan wajah. Kunci sandi membuka kunci di perangkat Anda; yang tersimpan di sini hanya kunci publiknya.',
  'privacy.never.password': 'Kata sandi atau kode dalam bentuk yang dapat dibaca.',
  'privacy.never.analytics': 'Pelacak, iklan, atau alat hitung pengunjung dari pihak lain.',
  'privacy.held.roster.what':
    'Daftar pegawai: nama, nomor, kelompok, pangkat, jabatan, unit, surel, dan perubahannya.',
  'privacy.held.roster.why':
    'Agar yang wajib berikrar diketahui, dan tidak ada yang diminta menandatangani atas nama orang lain.',
  'privacy.held.roster.from': 'berkas kepegawaian instansi dan pembetulan oleh petugas.',
  'privacy.held.roster.who': 'petugas kepegawaian dan auditor instansi itu, dan Anda sendiri.',
  'privacy.held.files.what': 'Isi berkas kepegawaian yang diunggah, dan di mana berkasnya.',
  'privacy.held.files.why': 'Agar rencana perubahan dapat diperiksa sebelum diterima.',
  'privacy.held.files.from': 'petugas kepegawaian.',
  'privacy.held.files.who': 'petugas kepegawaian instansi itu.',
  'privacy.held.audience.what':
    'Daftar wajib ikrar setiap gerakan, seperti Anda tercatat ketika gerakan dibuka; pengecualian dan penolakan dengan alasannya.',
  'privacy.held.audience.why': 'Agar bagian yang sudah dan belum dihitung dari daftar yang tetap.',
  'privacy.held.audience.from': 'daftar pegawai pada hari itu.',
  'privacy.held.audience.who':
    'petugas dan pimpinan instansi; operator hanya unitnya sendiri. Nama yang belum tidak pernah diumumkan.',
  'privacy.held.record.what':
    'Pakta yang disegel: teks, nama, nomor, jabatan, unit, waktu, cara, coretan tanda tangan bila ada, garam, dan nilai segel PDF.',
  'privacy.held.record.why': 'Bukti bahwa Anda, dan hanya Anda, menandatangani teks itu.',
  'privacy.held.record.from': 'Anda sendiri ketika menandatangani.',
  'privacy.held.record.who':
    'Anda; siapa pun yang memegang nomor tanda terima atau PDF-nya; petugas instansi.',
  'privacy.held.paper.what': 'Pindaian pakta di kertas, sendiri atau satu lembar bersama.',
  'privacy.held.paper.why': 'Agar orang kedua dapat memeriksa tanda tangan tinta.',
  'privacy.held.paper.from': 'petugas yang memindai.',
  'privacy.held.paper.who': 'petugas dan operator unit itu.',
  'privacy.held.means.what': 'Sidik kode lembar, tautan, dan kode surel; kunci publik kunci sandi.',
  'privacy.held.means.why': 'Agar hanya Anda yang dapat menandatangani sebagai Anda.',
  'privacy.held.means.from': 'program ini dan perangkat Anda.',
  'privacy.held.means.who': 'tidak seorang pun; dari sidik, kode tidak dapat dibaca.',
  'privacy.held.attendance.what':
    'Kehadiran di apel, alasan, siapa yang maju sebagai wakil, dan antrean perangkat luring.',
  'privacy.held.attendance.why': 'Untuk berita acara dan susulan. Hadir bukan tanda tangan.',
  'privacy.held.attendance.from': 'Anda (memindai kode) atau petugas.',
  'privacy.held.attendance.who': 'petugas dan operator unit itu.',
  'privacy.held.absent.what': 'Daftar yang tidak hadir di samping berita acara.',
  'privacy.held.absent.why': 'Agar jumlah dalam berita acara dapat dibuktikan.',
  'privacy.held.absent.from': 'catatan kehadiran.',
  'privacy.held.absent.who': 'petugas; operator hanya unitnya. Tidak pernah diumumkan.',
  'privacy.held.photos.what': 'Foto acara, keterangan, dan persetujuan.',
  'privacy.held.photos.why': 'Untuk berita acara dan siaran pers.',
  'privacy.held.photos.from': 'petugas acara.',
  'privacy.held.photos.who':
    'petugas; foto dalam berita acara dan siaran dilihat umum. Siapa yang tampak dapat meminta fotonya dibuang.',
  'privacy.held.officials.what':
    'Nama pejabat, saksi, penanda tangan berita acara, tamu, dan nama dalam naskah atau siaran.',
  'privacy.held.officials.why': 'Agar tercatat siapa yang memimpin, menyaksikan, dan bertanggung jawab.',
  'privacy.held.officials.from': 'petugas acara dan naskah yang diserahkan.',
  'privacy.held.officials.who': 'petugas; berita acara dan siaran dilihat umum.',
  'privacy.held.reminders.what': 'Pengingat: kapan, lewat apa, terkirim atau gagal, dan sidik alamat.',
  'privacy.held.reminders.why': 'Agar tidak ada yang diingatkan terlalu sering atau setelah menandatangani.',
  'privacy.held.reminders.from': 'program ini.',
  'privacy.held.reminders.who': 'petugas instansi.',
  'privacy.held.accounts.what':
    'Akun petugas: nama, alamat surel, cara masuk, sesi, peran, dan siapa yang memberinya.',
  'privacy.held.accounts.why': 'Agar yang berkuasa dapat dimintai pertanggungjawaban.',
  'privacy.held.accounts.from': 'petugas yang membuat akun dan pemiliknya.',
  'privacy.held.accounts.who': 'petugas kepegawaian dan pemilik akun.',
  'privacy.held.events.what':
    'Jejak: siapa melakukan atau membuka apa, kapan; jawaban kepada program lain yang disimpan sebentar.',
  'privacy.held.events.why': 'Agar tidak ada perbuatan tanpa jejak.',
  'privacy.held.events.from': 'program ini.',
  'privacy.held.events.who': 'petugas dan auditor; yang tentang Anda, Anda sendiri.',
  'privacy.held.asked.what':
    'Permintaan Anda, jawabannya, penahanan, persetujuan dua orang, dan insiden data.',
  'privacy.held.asked.why': 'Agar hak Anda dapat dilayani dan dibuktikan.',
  'privacy.held.asked.from': 'Anda dan petugas.',
  'privacy.held.asked.who': 'petugas kepegawaian; permintaan Anda, Anda sendiri.',
  'privacy.held.counts.what': 'Keadaan setiap orang dalam satu gerakan, tanpa nama.',
  'privacy.held.counts.why': 'Agar angka benar tanpa membaca semua nama.',
  'privacy.held.counts.from': 'tanda tangan dan catatan petugas.',
  'privacy.held.counts.who': 'tidak seorang pun langsung; hanya jumlahnya.',
  'privacy.held.reports.what':
    'Isi laporan dan perkara: cerita, berkas, percakapan, catatan, dan nama siapa pun di dalamnya. Disegel di peramban; program ini menyimpan bita yang tidak dapat dibacanya.',
  'privacy.held.reports.why': 'Agar laporan dapat ditindaklanjuti tanpa membahayakan yang melapor.',
  'privacy.held.reports.from': 'pelapor, atau petugas yang menemukan sendiri.',
  'privacy.held.reports.who':
    'pelapor dengan kodenya, dan petugas yang diberi kunci perkara itu. Pengelola sistem tidak. Dihapus menurut masa simpan saluran sesudah perkara ditutup. Yang dilaporkan dan saksi dapat bertanya kepada inspektorat, bukan lewat program ini: jawabannya sendiri dapat membuka siapa yang melapor.',
  'privacy.held.cases.what':
    'Perjalanan perkara: hari masuk, tahap, langkah, dasar, sandi jenis dan tingkat pelanggaran; siapa di antara petugas yang diberi akses, yang tidak boleh ikut, dan yang membuka.',
  'privacy.held.cases.why': 'Agar perkara tidak berhenti diam-diam dan setiap pembukaan ada jejaknya.',
  'privacy.held.cases.from': 'program ini dan petugas perkara.',
  'privacy.held.cases.who':
    'petugas yang diberi akses ke perkara itu; yang menguasai basis data. Hanya angka tanpa nama yang diumumkan.',
  'privacy.held.staffKeys.what':
    'Kunci publik petugas perkara, kunci privatnya yang terbungkus oleh kata sandi atau kunci sandi pemiliknya, dan daftar penerima laporan.',
  'privacy.held.staffKeys.why': 'Agar laporan disegel kepada orang yang benar dan hanya dibuka olehnya.',
  'privacy.held.staffKeys.from': 'peramban petugas itu.',
  'privacy.held.staffKeys.who': 'kunci publik: siapa pun. Bungkusnya: hanya pemiliknya.',
  'privacy.held.erased.what':
    'Bahwa sesuatu dihapus: kapan, menurut aturan apa, atas persetujuan mana. Tanpa nama.',
  'privacy.held.erased.why': 'Agar log yang kehilangan isi tetap dapat diperiksa.',
  'privacy.held.erased.from': 'petugas yang menghapus.',
  'privacy.held.erased.who': 'petugas; tanggal dan aturannya siapa pun yang memegang nomor tanda terima.',
  'privacy.held.pointers.what': 'Penunjuk tanpa nama kepada orang dan akun, di semua tabel.',
  'privacy.held.pointers.why':
    'Agar catatan menyambung. Sesudah penghapusan tidak menunjuk kepada nama lagi.',
  'privacy.held.pointers.from': 'program ini.',
  'privacy.held.pointers.who': 'petugas, lewat halaman-halaman di atas.',
};
