export default {
  'agencies.stream.notCsv': 'Berkas ini bukan CSV. Buka di Excel, pilih Simpan Sebagai, lalu CSV UTF-8.',
  'agencies.stream.noHeader': 'Judul kolom tidak ditemukan di 20 baris pertama.',
  'agencies.stream.columns': 'Kolom kurang atau rangkap: {columns}.',
  'agencies.stream.noAgency': 'Kolom kode instansi tidak ada; berkas banyak instansi memerlukannya.',
  'agencies.stream.quote': 'Ada tanda kutip yang tidak pernah ditutup. Perbaiki berkasnya, lalu mulai lagi.',
  'agencies.stream.changed':
    'Berkas ini bukan lagi berkas yang sudah dibaca: isinya berbeda antara baris {row} dan {until}. Kembalikan berkas semula, atau mulai pemuatan baru.',
} as const;
