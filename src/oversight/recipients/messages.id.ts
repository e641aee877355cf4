export default {
  'recipients.title': 'Penerima laporan',
  'recipients.intro':
    'Laporan baru disegel kepada orang dalam daftar ini. Setiap perubahan ditandatangani dengan kunci seorang penerima yang sudah ada di dalamnya; peramban pelapor memeriksanya. Pengelola sistem tidak dapat menambah siapa pun.',
  'recipients.broken':
    'Daftar penerima tidak berlaku: ada baris yang tidak ditandatangani oleh penerima. Tidak ada laporan yang disegel kepada siapa pun sampai ini diperiksa. Hubungi inspektur dan pengelola sistem.',
  'recipients.none': 'Belum ada penerima. Yang pertama menandatangani dirinya sendiri.',
  'recipients.list': 'Daftar penerima',
  'recipients.name': 'Nama',
  'recipients.role': 'Tugas',
  'recipients.words': 'Enam kata kuncinya',
  'recipients.since': 'Sejak',
  'recipients.by': 'Ditandatangani',
  'recipients.act': 'Tindakan',
  'recipients.end': 'Keluarkan',
  'recipients.endWho': 'Keluarkan {name} sebagai {role}',
  'recipients.role.recipient': 'Penerima laporan',
  'recipients.role.custodian': 'Penjaga identitas pelapor',
  'recipients.role.decider': 'Pemutus',
  'recipients.roleHint.recipient': 'Menerima semua laporan baru dan menentukan isi daftar ini.',
  'recipients.roleHint.custodian': 'Membaca nama pelapor yang dirahasiakan dari tim.',
  'recipients.roleHint.decider': 'Dapat diberi akses untuk memutus suatu perkara.',
  'recipients.withoutRole': 'Tidak lagi bertugas di pengawasan',
  'recipients.listWords': 'Enam kata daftar ini',
  'recipients.listWordsHint':
    'Setiap penerima melihat kata yang sama. Bila kata Anda lain, Anda diperlihatkan daftar yang lain.',
  'recipients.add': 'Tambah ke daftar',
  'recipients.addFirst': 'Jadilah penerima pertama',
  'recipients.addFirstHint':
    'Kunci Anda menandatangani dirinya. Bacakan enam kata daftar kepada rekan yang bergabung sesudah ini.',
  'recipients.key': 'Siapa',
  'recipients.keyHint': 'Orang yang sudah membuat kunci di halaman “Kunci saya”.',
  'recipients.whoMissing': 'Pilih siapa yang ditambahkan.',
  'recipients.noKeys': 'Belum ada orang lain yang sudah membuat kunci.',
  'recipients.compared':
    'Saya sudah meminta orang ini membacakan enam kata dari layarnya, dan sama dengan yang tertulis di atas.',
  'recipients.comparedMissing': 'Cocokkan enam kata dengan orangnya lebih dahulu, lalu beri tanda centang.',
  'recipients.sign': 'Tandatangani dan tambahkan',
  'recipients.needsScript':
    'Menandatangani memerlukan skrip dan kunci yang terbuka; tanpa itu halaman ini hanya dapat dibaca.',
  'recipients.onlyRecipient':
    'Hanya orang yang tercantum sebagai penerima laporan yang dapat mengubah daftar ini.',
  'recipients.unlockFirst': 'Buka kunci Anda lebih dahulu.',
  'recipients.unsigned': 'Perubahan ini tidak ditandatangani oleh penerima dalam daftar, atau tidak boleh.',
  'recipients.moved': 'Daftar baru saja berubah. Periksa lagi, lalu ulangi.',
  'recipients.late': 'Jam komputer ini terlalu jauh dari jam server. Betulkan jamnya, lalu ulangi.',
  'recipients.notYourKey': 'Tanda tangan itu bukan dari kunci Anda.',
  'recipients.keyUnknown': 'Kunci itu bukan kunci orang yang disebut. Jangan tambahkan.',
  'recipients.last':
    'Penerima terakhir tidak dapat dikeluarkan: tidak ada lagi yang dapat menambah siapa pun.',
  'event.recipient.added': 'Penerima laporan ditambah',
  'event.recipient.ended': 'Penerima laporan dikeluarkan',
} as const;
