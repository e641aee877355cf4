export default {
  'reporting.example': 'Contoh. Kunci penerimanya dikenal umum: jangan menulis laporan sungguhan di sini.',
  'reporting.title': 'Melapor',
  'reporting.lead':
    'Di sini Anda dapat melaporkan dugaan pelanggaran netralitas pegawai. Tanpa akun, tanpa NIP, dan nama Anda boleh tidak disebut.',
  'reporting.leave': 'Keluar dari halaman ini',
  'reporting.leaveHint':
    'Tombol di bawah layar langsung menutup halaman ini dan membuka situs cuaca. Di papan tik: Shift tiga kali.',
  'reporting.footReport': 'Melapor',
  'reporting.footBack': 'Buka jawaban dengan kode',
  'reporting.choose': 'Laporan tentang pegawai instansi mana?',
  'reporting.chooseHint': 'Tulis sebagian namanya. Yang tampil hanya instansi yang menerima laporan di sini.',
  'reporting.search': 'Cari instansi',
  'reporting.found': 'Instansi yang menerima laporan',
  'reporting.foundNone': 'Tidak ada instansi bernama itu yang menerima laporan di sini.',
  'reporting.noneOpen':
    'Belum ada instansi yang menerima laporan di sini. Anda dapat langsung ke lembaga lain di bawah.',
  'reporting.more': 'Ada {count} instansi. Cari namanya untuk melihat yang lain.',
  'reporting.haveCode': 'Sudah pernah melapor?',
  'reporting.haveCodeText': 'Dengan kode laporan Anda dapat membaca jawaban dan menambah keterangan.',
  'reporting.openBox': 'Buka jawaban dengan kode',
  'reporting.promise': 'Yang kami lindungi, dan yang tidak dapat',
  'reporting.tools': 'Tor Browser dan ponsel tanpa JavaScript',
  'reporting.safe': 'Yang dilindungi',
  'reporting.safe.sealed':
    'Tulisan dan berkas dikunci di perangkat Anda sebelum dikirim. Yang dapat membukanya hanya orang yang namanya tercatat sebagai penerima laporan, bukan pengelola sistem ini.',
  'reporting.safe.anonymous':
    'Anda boleh tidak menyebut nama. Kami tidak memasang kuki dan tidak mencatat alamat jaringan Anda.',
  'reporting.safe.metadata':
    'Dari foto dan dokumen, keterangan tersembunyi seperti tempat dan nama perangkat dibuang dahulu.',
  'reporting.safe.recused':
    'Bila seorang penerima laporan terlibat, tandai dia: ia tidak mendapat kunci dan tidak melihat laporan itu.',
  'reporting.unsafe': 'Yang tidak dapat kami lindungi',
  'reporting.unsafe.network':
    'Jaringan yang Anda pakai (kantor, operator, warnet) tahu bahwa perangkat Anda membuka alamat ini, walau tidak tahu isinya.',
  'reporting.unsafe.device':
    'Jangan memakai komputer, ponsel, atau Wi-Fi kantor: pemiliknya dapat melihat apa yang Anda buka.',
  'reporting.unsafe.words':
    'Isi laporan dapat menunjuk kepada Anda, bila hanya Anda yang tahu. Tulis apa yang terjadi, bukan siapa Anda.',
  'reporting.unsafe.facts':
    'Bahwa ada laporan, hari masuknya, dan siapa penerimanya tersimpan terbuka di server ini. Isinya tidak.',
  'reporting.unsafe.code':
    'Skrip yang mengunci laporan dikirim oleh server ini. Bila servernya dikuasai orang jahat, skripnya dapat diganti.',
  'reporting.noScriptTitle': 'Tanpa JavaScript (mode “Safest” di Tor Browser)',
  'reporting.noScriptText':
    'Anda tetap dapat melapor. Bedanya: tulisan Anda terbaca sebentar di memori server sebelum dikunci, keterangan tersembunyi dibuang di sana, dan berkas seluruhnya paling besar 5 MB.',
  'reporting.torTitle': 'Menyembunyikan jaringan Anda',
  'reporting.torText':
    'Tor Browser dari torproject.org membuat jaringan Anda tidak tahu situs apa yang dibuka, dan situs ini tidak tahu dari mana Anda datang. Pasang di perangkat sendiri.',
  'reporting.torOnion': 'Di Tor Browser, alamat kami',
  'reporting.bodies': 'Anda juga boleh langsung ke lembaga lain',
  'reporting.bodiesText':
    'Tidak wajib lewat instansi sendiri. Yang tertulis ini menurut sumber di sampingnya.',
  'reporting.source': 'Sumber',
  'reporting.body.bawaslu': 'Bawaslu',
  'reporting.body.bawaslu.text':
    'Untuk pelanggaran hukum pemilu: kampanye, tim kampanye, keputusan pejabat yang menguntungkan calon. Pada pilkada, paling lambat 7 hari sejak diketahui. Nama dan alamat pelapor diminta.',
  'reporting.body.bkn': 'BKN, lewat SBT (Pelaporan Publik)',
  'reporting.body.bkn.text':
    'Untuk netralitas ASN, sejak Oktober 2024. Nomor induk (NIK atau NIP) terlapor diminta; bila tidak tahu, lewat SP4N-LAPOR!.',
  'reporting.body.lapor': 'SP4N-LAPOR!',
  'reporting.body.lapor.text':
    'Untuk pengaduan pelayanan publik, termasuk netralitas ASN. Diteruskan kepada instansi yang berwenang.',
  'reporting.agencyTitle': 'Melapor kepada {agency}',
  'reporting.agencyLead':
    'Yang membacanya hanya penerima laporan di instansi itu. Riwayat peramban tidak menunjukkan apa yang Anda tulis.',
  'reporting.closed': '{agency} tidak sedang menerima laporan di sini.',
  'reporting.closedText': 'Pilih instansi lain, atau langsung ke salah satu lembaga di bawah.',
  'reporting.backToList': 'Instansi lain',
  'reporting.checkTitle': 'Ragu apakah itu pelanggaran?',
  'reporting.checkText': 'Tulis singkat apa yang dilihat, misalnya: camat ikut kampanye. Boleh dilewati.',
  'reporting.checkField': 'Apa yang Anda lihat?',
  'reporting.checkHint': 'Tanpa nama orang. Tulisan ini dibaca server untuk mencari jawaban, lalu dilupakan.',
  'reporting.checkTopic': 'Atau pilih perbuatannya',
  'reporting.checkAsk': 'Periksa',
  'reporting.checkUnknown': 'Panduan tidak mengenali perbuatan itu.',
  'reporting.checkUnknownText': 'Itu tidak berarti diperbolehkan. Anda tetap dapat melapor.',
  'reporting.verdict.allowed': 'Ini pada umumnya diperbolehkan',
  'reporting.verdict.allowedText':
    'Bila ada hal lain yang membuatnya lain, tuliskan di laporan. Anda tetap dapat melapor.',
  'reporting.verdict.bawaslu': 'Ini dapat juga menjadi perkara hukum pemilu: langsung ke Bawaslu',
  'reporting.verdict.bawasluText':
    'Yang memutuskan sisi pemilunya adalah Bawaslu, dengan tenggat hari. Sisi disiplin pegawainya dapat dilaporkan di sini; keduanya boleh.',
  'reporting.verdict.may': 'Ini mungkin pelanggaran',
  'reporting.verdict.mayText':
    'Lanjutkan. Yang menilai adalah penerima laporan, menurut tanggal perbuatannya.',
  'reporting.writeTitle': 'Tulis laporan',
  'reporting.writeText': 'Satu halaman. Yang wajib diisi hanya apa yang terjadi.',
  'reporting.write': 'Lanjut ke laporan',
  'reporting.sealedHere':
    'Laporan akan dikunci di perangkat ini sebelum dikirim. Server tidak dapat membacanya.',
  'reporting.sealedThere':
    'JavaScript tidak aktif di peramban ini. Tulisan Anda akan terbaca sebentar di memori server, dikunci saat tiba, dan tidak disimpan terbuka.',
  'reporting.what': 'Apa yang terjadi?',
  'reporting.whatHint': 'Dengan kata-kata Anda sendiri. Tulis yang Anda lihat atau dengar.',
  'reporting.whoTitle': 'Siapa yang dilaporkan?',
  'reporting.whoHint': 'Isi yang Anda tahu. Tidak perlu NIP, dan tidak dicocokkan dengan daftar mana pun.',
  'reporting.name': 'Nama',
  'reporting.post': 'Jabatan',
  'reporting.unit': 'Unit atau tempat kerja',
  'reporting.when': 'Kapan?',
  'reporting.whenHint':
    'Misalnya: Selasa, 17 September 2024, pagi. Tanggal menentukan aturan mana yang berlaku.',
  'reporting.where': 'Di mana?',
  'reporting.how': 'Dari mana Anda tahu?',
  'reporting.howHint': 'Misalnya: saya ada di sana; dari grup percakapan; dari berita.',
  'reporting.files': 'Foto atau berkas',
  'reporting.filesHint': 'Paling banyak {count} berkas, masing-masing paling besar {size} MB.',
  'reporting.filesHintPlain': 'Tanpa skrip: seluruhnya paling besar 5 MB.',
  'reporting.original': 'Kirim berkas apa adanya, jangan buang keterangan tersembunyi',
  'reporting.originalHint':
    'Hanya bila keterangan itu sendiri bukti, misalnya waktu pemotretan. Berkas asli dapat menunjukkan siapa pembuatnya.',
  'reporting.modeTitle': 'Dengan nama atau tanpa nama?',
  'reporting.mode.anonymous': 'Tanpa nama',
  'reporting.mode.anonymousText':
    'Nama Anda tidak diminta. Dengan kode laporan Anda tetap dapat berbalas pesan.',
  'reporting.mode.confidential': 'Dirahasiakan',
  'reporting.mode.confidentialText':
    'Nama Anda dikunci tersendiri. Yang dapat membukanya hanya penjaga identitas: {who}.',
  'reporting.mode.identified': 'Dengan nama',
  'reporting.mode.identifiedText': 'Semua penerima laporan ini tahu nama Anda.',
  'reporting.noCustodian':
    'Instansi ini belum menunjuk penjaga identitas, jadi pilihan “dirahasiakan” tidak ada.',
  'reporting.ownName': 'Nama Anda',
  'reporting.ownNameHint': 'Kosongkan bila tanpa nama.',
  'reporting.contact': 'Cara menghubungi Anda, bila mau',
  'reporting.involved': 'Apakah salah satu penerima laporan ini terlibat?',
  'reporting.involvedHint': 'Yang ditandai tidak mendapat kunci laporan ini dan tidak melihatnya.',
  'reporting.headTitle': 'Bila yang dilaporkan adalah pimpinan instansi, atau semua penerima terlibat',
  'reporting.headText':
    'Tandai mereka di atas; bila masih ada penerima yang tersisa, laporan tetap dapat dikirim. Lebih aman langsung ke lembaga di luar instansi:',
  'reporting.send': 'Kunci dan kirim',
  'reporting.sendPlain': 'Kirim',
  'reporting.missing': 'Tulis apa yang terjadi.',
  'reporting.tooLong':
    'Tulisan ini terlalu panjang. Ringkas, lalu tambahkan sisanya nanti dengan kode laporan.',
  'reporting.nameMissing': 'Tulis nama Anda, atau pilih tanpa nama.',
  'reporting.modeUnknown': 'Pilih salah satu.',
  'reporting.nobodyLeft':
    'Semua penerima ditandai terlibat, jadi tidak ada yang dapat menerima laporan ini di sini. Pakailah salah satu lembaga di luar instansi.',
  'reporting.tooManyFiles': 'Terlalu banyak berkas. Paling banyak {count}.',
  'reporting.fileTooLarge': 'Berkas ini terlalu besar. Paling besar {size} MB, seluruhnya {all} MB.',
  'reporting.fileDamaged':
    'Berkas ini tidak dapat dibersihkan karena rusak atau tidak sesuai jenisnya. Keluarkan, atau kirim apa adanya.',
  'reporting.filesAgain': 'Demi keamanan berkas tidak disimpan. Pilih lagi berkasnya sebelum mengirim.',
  'reporting.file.cleaning': 'Membersihkan…',
  'reporting.file.clean': 'Keterangan tersembunyi sudah dibuang.',
  'reporting.file.unknown':
    'Tidak pasti bersih: jenis berkas ini tidak kami kenal sepenuhnya. Pertimbangkan mengirim foto layarnya.',
  'reporting.file.original': 'Dikirim apa adanya.',
  'reporting.file.failed': 'Tidak dapat dibersihkan. Keluarkan, atau pilih kirim apa adanya.',
  'reporting.file.sending': 'Mengirim berkas {n} dari {all}: {share} %',
  'reporting.file.done': 'Semua berkas sudah sampai.',
  'reporting.file.waiting':
    'Berkas belum sampai semua. Jangan tutup halaman ini; dicoba lagi sendiri. Laporan Anda sudah diterima.',
  'reporting.busy.check': 'Memeriksa siapa penerima laporan…',
  'reporting.busy.code': 'Membuat kode laporan. Pada ponsel lama ini dapat lebih dari sepuluh detik…',
  'reporting.busy.seal': 'Mengunci laporan…',
  'reporting.busy.send': 'Mengirim…',
  'reporting.busy.again':
    'Jaringan terputus. Tidak ada yang hilang: dicoba lagi sendiri, dan laporan tidak akan masuk dua kali.',
  'reporting.failed': 'Belum terkirim. {why}',
  'reporting.failedOdd': 'Terjadi gangguan di perangkat ini. Tulisan Anda masih ada; coba kirim lagi.',
  'reporting.chainBad':
    'Daftar penerima laporan tidak dapat dipastikan keasliannya, jadi tidak ada yang dikirim. Pakailah lembaga lain, dan jangan mengirim dari halaman ini.',
  'reporting.fingerprint': 'Cocokkan dengan poster, bila ada',
  'reporting.fingerprintStaff': 'Kata untuk poster',
  'reporting.fingerprintText':
    'Kata di poster laporan instansi harus sama dengan ini. Bila berbeda, jangan mengirim.',
  'reporting.doneTitle': 'Laporan Anda sudah diterima',
  'reporting.doneLead':
    'Tulis sembilan kata ini di kertas sekarang. Kode hanya tampil sekali dan tidak dapat diganti bila hilang.',
  'reporting.code': 'Kode laporan',
  'reporting.codeText':
    'Simpan kertasnya di tempat aman: siapa yang memegang kode ini dapat membaca percakapan Anda.',
  'reporting.copy': 'Salin kode',
  'reporting.copied': 'Tersalin',
  'reporting.copyWarning':
    'Yang disalin dapat dibaca aplikasi lain di perangkat ini. Menulis di kertas lebih aman.',
  'reporting.wrote': 'Saya sudah menulis kode ini',
  'reporting.nextTitle': 'Selanjutnya',
  'reporting.next.receipt':
    'Penerima laporan membacanya dan memberi tanda terima di kotak jawaban Anda, paling lambat dalam 7 hari.',
  'reporting.next.back':
    'Buka jawaban dengan kode itu di {address}. Tidak ada kabar lain: kami tidak dapat menghubungi Anda.',
  'reporting.next.leave': 'Bila sudah menulis kodenya, tutup halaman ini dengan tombol keluar.',
  'reporting.doneSealedThere':
    'Laporan ini dikunci di server saat tiba, karena peramban berjalan tanpa skrip.',
  'reporting.unreadable': 'Kiriman ini tidak dapat dibaca. Muat ulang halaman, lalu coba lagi.',
  'reporting.taken': 'Nomor laporan ini sudah terpakai. Muat ulang halaman, lalu kirim lagi.',
  'reporting.recipientsChanged': 'Daftar penerima baru saja berubah. Kirim lagi; laporan dikunci ulang.',
  'reporting.closedNow': 'Saluran laporan ini sedang ditutup. Tidak ada yang tersimpan.',
  'reporting.fileUnknown': 'Berkas ini bukan bagian dari laporan mana pun.',
  'reporting.staffTitle': 'Saluran laporan',
  'reporting.staffLead':
    'Di sini saluran laporan dibuka dan ditutup. Isi laporan tidak terlihat di halaman ini, dan tidak oleh pengelola.',
  'reporting.state': 'Keadaan',
  'reporting.state.open': 'Dibuka',
  'reporting.state.closed': 'Ditutup',
  'reporting.state.never': 'Belum pernah dibuka',
  'reporting.since': 'Sejak',
  'reporting.keep': 'Laporan disimpan',
  'reporting.keepValue': '{days} hari sesudah ditutup',
  'reporting.recipients': 'Penerima laporan',
  'reporting.recipientsValue': '{count} orang, {custodians} di antaranya penjaga identitas',
  'reporting.noRecipient':
    'Saluran baru dapat dibuka bila ada penerima laporan. Tambahkan dahulu di halaman penerima.',
  'reporting.chainUnsure':
    'Rantai penerima tidak dapat diperiksa. Saluran tidak melayani laporan sampai ini diperbaiki.',
  'reporting.noCustodianWarn':
    'Belum ada penjaga identitas. Pelapor tidak dapat memilih “dirahasiakan”, hanya dengan nama atau tanpa nama.',
  'reporting.address': 'Alamat untuk dicetak',
  'reporting.addressText':
    'Cetak alamat ini bersama kata-katanya di poster, supaya pelapor dapat memastikan daftar penerima tidak ditukar. Cetak lagi setiap kali penerima berubah.',
  'reporting.keepDaysField': 'Berapa hari laporan disimpan sesudah perkaranya ditutup?',
  'reporting.keepDaysHint': 'Antara {least} dan {most} hari.',
  'reporting.keepDays': 'Tulis jumlah hari antara 30 dan 3660.',
  'reporting.open': 'Buka saluran',
  'reporting.keepChange': 'Simpan jumlah hari',
  'reporting.close': 'Tutup saluran',
  'reporting.closeText': 'Laporan yang sudah masuk tetap ada, dan percakapannya tetap berjalan.',
  'event.case.received': 'Laporan masuk',
  'event.channel.opened': 'Saluran laporan dibuka atau diatur',
  'event.channel.closed': 'Saluran laporan ditutup',
} as const;
