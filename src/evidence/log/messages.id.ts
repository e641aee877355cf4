export default {
  'logs.title': 'Buku catatan umum',
  'logs.lead':
    'Setiap pakta yang ditandatangani dicatat dalam buku catatan gerakannya. Catatan hanya dapat bertambah: yang pernah masuk tidak dapat diubah atau dihapus tanpa ketahuan. Isinya bukan nama, melainkan sidik jari bergaram yang tidak mengatakan apa pun tentang orangnya.',
  'logs.none': 'Belum ada buku catatan: belum ada pakta yang ditandatangani di sini.',
  'logs.table': 'Semua buku catatan, yang terakhir bertambah di atas',
  'logs.campaign': 'Gerakan',
  'logs.agency': 'Instansi',
  'logs.size': 'Catatan',
  'logs.head': 'Kepala catatan terakhir',
  'logs.since': 'Diterbitkan',
  'logs.place': 'Tempat dalam pohon semua buku',
  'logs.notYet': 'belum',
  'logs.oversight': 'Pengawasan: yang dilakukan dalam laporan dan perkara',
  'logs.oversightText':
    'Buku pengawasan bertambah sekali sehari, selalu 16, 32, 64, … catatan, sebagian di antaranya kosong: siapa yang mengamatinya tidak tahu kapan dan berapa banyak orang melapor.',
  'logs.example': 'Contoh',
  'logs.all': 'Pohon semua buku',
  'logs.allText':
    'Kepala setiap buku catatan dicatat lagi dalam satu pohon untuk seluruh pemasangan ini. Siapa yang menyimpan satu kepala catatan itu, misalnya seorang saksi, dapat membuktikan bila ada buku yang dimundurkan atau ditulis ulang.',
  'logs.allFacts': '{size} kepala tercatat, terakhir {moment}.',
  'logs.key': 'Kunci',
  'logs.keyText':
    'Semua kepala catatan ditandatangani dengan kunci ini. Simpanlah salinannya sendiri dan bandingkan dengan yang tercetak di tempat lain.',
  'logs.keyFile': 'Unduh kunci catatan',
  'logs.rootFile': 'Unduh sertifikat akar segel',
  'logs.own': 'Memeriksa sendiri',
  'logs.ownText':
    'Buku catatan disajikan menurut C2SP tlog-tiles, sehingga alat orang lain pun dapat membacanya. Kepala catatan, petak, dan catatan mentah suatu buku:',
  'logs.ownWitness': 'Menjadi saksi, yang menolak bila suatu buku dimundurkan atau ditulis ulang:',
  'logs.ownPact': 'Memeriksa satu pakta beserta buktinya tanpa jaringan:',
  'logs.ownInside':
    'Instansi yang menjalankan Ikrar sendiri menghitung ulang semuanya dari catatan tersegel, dan menulis setiap buku sebagai berkas biasa:',
  'logs.witnesses': 'Saksi dan apa yang sudah mereka lihat',
  'logs.before': 'Sebelumnya',
  'logs.page': 'Halaman {page} dari {pages}',
  'logs.next': 'Berikutnya',
};
