export default {
  'witness.title': 'Saksi {name}',
  'witness.lead':
    'Saksi ini mengikuti buku catatan instansi lain dan ikut menandatangani setiap kepalanya, hanya bila kepala itu memperpanjang semua yang pernah dilihatnya.',
  'witness.fine': 'Tidak ada kepala catatan yang ditolak.',
  'witness.past':
    'Ada kepala catatan yang pernah ditolak. Sesudahnya catatan itu berlanjut dari yang dipegang saksi ini.',
  'witness.alarm':
    'Ada kepala catatan yang ditolak. Simpan kedua kepalanya, lalu minta penjelasan instansi pemilik catatan.',
  'witness.none': 'Belum ada kepala catatan yang datang.',
  'witness.key': 'Kunci saksi ini',
  'witness.logs': 'Catatan yang diikuti',
  'witness.log': 'Catatan',
  'witness.size': 'Ukuran',
  'witness.time': 'Ditandatangani terakhir',
  'witness.at': 'Datang pada',
  'witness.head': 'Kepala',
  'witness.state': 'Keadaan',
  'witness.stateFine': 'Utuh',
  'witness.stateRefused': 'Ada penolakan',
  'witness.refusedTitle': 'Yang ditolak',
  'witness.kind.split-view': 'Dua riwayat berbeda',
  'witness.kind.older-head': 'Kepala yang lebih lama',
  'witness.kind.unproven': 'Tanpa bukti kelanjutan',
  'witness.about.split-view':
    'Pemilik catatan menandatangani dua riwayat yang tidak dapat berdiri bersama. Kedua kepala di bawah ini buktinya.',
  'witness.about.older-head':
    'Kepala ini lebih kecil daripada yang sudah dipegang saksi. Bisa kiriman ulang oleh siapa saja; bisa juga catatan itu kehilangan entri. Selesai dengan sendirinya bila catatan berlanjut.',
  'witness.about.unproven':
    'Tidak ada bukti bahwa kepala ini memperpanjang yang dipegang saksi. Bisa kiriman rusak; bisa juga riwayat lain. Selesai dengan sendirinya bila catatan berlanjut.',
  'witness.heldSize': 'Dipegang saksi',
  'witness.offeredSize': 'Ditawarkan',
  'witness.download': 'ukuran {size}, unduh',
  'witness.everything': 'Semuanya dengan buktinya',
  'witness.open': 'Terbuka',
  'witness.closed': 'Catatan sudah berlanjut',
  'witness.noSuchRefusal': 'Penolakan itu tidak ada di sini.',
} as const;
