export default {
  'witnesses.title': 'Saksi buku catatan',
  'witnesses.lead':
    'Saksi adalah lembaga di luar kami yang ikut menandatangani kepala catatan, hanya bila kepala itu memperpanjang semua yang pernah dilihatnya. Dengan saksi, kami tidak dapat menghapus atau menukar catatan tanpa ketahuan.',
  'witnesses.noPolicy':
    'Pemasangan ini belum menetapkan saksi. Catatan tetap dapat diperiksa, tetapi belum ada lembaga lain yang ikut menjaganya.',
  'witnesses.met': 'Cukup saksi: setiap kepala catatan terbaru ikut ditandatangani sesuai aturan.',
  'witnesses.notMet':
    'Saksi kurang: {count} catatan belum cukup disaksikan. Penandatanganan berjalan terus; bukti bagi penandatangan baru keluar setelah cukup saksi.',
  'witnesses.alarm': 'Ada saksi yang menolak kepala catatan kami. Lihat kejadian di bawah.',
  'witnesses.rule': 'Aturan: sedikitnya {needed} dari {total} saksi.',
  'witnesses.policy': 'Aturan saksi untuk memeriksa sendiri',
  'witnesses.tableWitnesses': 'Para saksi',
  'witnesses.name': 'Saksi',
  'witnesses.last': 'Terakhir menandatangani',
  'witnesses.atSize': '{at}, ukuran {size}',
  'witnesses.never': 'Belum pernah',
  'witnesses.upToDate': 'Catatan yang mutakhir',
  'witnesses.ofLogs': '{count} dari {total}',
  'witnesses.tableLogs': 'Setiap catatan',
  'witnesses.log': 'Catatan',
  'witnesses.allLogs': 'Semua catatan bersama',
  'witnesses.size': 'Ukuran',
  'witnesses.have': 'Saksi kepala terbaru',
  'witnesses.state': 'Keadaan',
  'witnesses.good': 'Cukup',
  'witnesses.coming': 'Sedang dimintakan',
  'witnesses.lateSince': 'Kurang sejak {at}',
  'witnesses.moreLogs':
    '{count} catatan lain tidak ditampilkan; semuanya cukup disaksikan atau sedang dimintakan.',
  'witnesses.incidents': 'Kejadian',
  'witnesses.noIncidents': 'Tidak ada saksi yang pernah menolak.',
  'witnesses.kind.split-view': 'Dua riwayat berbeda',
  'witnesses.kind.rollback': 'Catatan mundur',
  'witnesses.kind.refused': 'Ditolak saksi',
  'witnesses.kind.bad-answer': 'Jawaban yang bukan tanda tangan',
  'witnesses.about.split-view':
    'Saksi memegang kepala yang bertanda tangan kami, tetapi entri di sini tidak mengarah ke sana. Hentikan penandatanganan, simpan kedua kepala, lalu cari pemasangan lain yang memakai kunci yang sama.',
  'witnesses.about.rollback':
    'Saksi memegang kepala yang lebih besar dan bertanda tangan kami: ada entri yang hilang di sini. Biasanya karena basis data dipulihkan dari cadangan lama. Hentikan penandatanganan sampai entri itu kembali.',
  'witnesses.about.refused':
    'Saksi menolak tanpa memperlihatkan kepala lain. Kode 404: ia belum mengenal catatan ini. Kode 403: ia memegang kunci yang lain.',
  'witnesses.about.bad-answer':
    'Saksi menjawab, tetapi bukan dengan tanda tangan kuncinya. Tanyakan kunci yang benar.',
  'witnesses.at': 'Waktu',
  'witnesses.status': 'Kode jawaban',
  'witnesses.ours': 'Kepala kami',
  'witnesses.theirs': 'Kepala yang dipegang saksi',
  'witnesses.download': 'ukuran {size}, unduh',
  'witnesses.unknownSize': 'tidak diperlihatkan',
  'witnesses.open': 'Terbuka',
  'witnesses.over': 'Saksi sudah menandatangani lagi sesudahnya',
  'witnesses.become': 'Menjadi saksi',
  'witnesses.becomeText':
    'Lembaga mana pun dapat menjadi saksi: satu program kecil, tanpa basis data. Jalankan perintah ini di mesin sendiri, lalu kirimkan kunci dan alamatnya kepada pengelola pemasangan ini.',
  'witnesses.becomeStaff':
    'Untuk menambah saksi, tulis barisnya dalam berkas aturan saksi (witnesses.policy di direktori data), lalu mulai ulang peladen.',
  'witnesses.forStaff': 'Saksi untuk catatan instansi Anda',
  'witnesses.ofAgency': 'Hanya catatan instansi ini.',
  'witnesses.noSuchIncident': 'Kejadian itu tidak ada di sini.',
  'witnesses.noPolicyFile': 'Pemasangan ini belum menetapkan saksi.',
} as const;
