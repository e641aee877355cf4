export default {
  'abuse.noProof': 'Kiriman ini tidak disertai bukti yang diminta. Muat ulang halamannya lalu kirim lagi.',
  'abuse.stale':
    'Hitungan yang disertakan sudah terlalu lama. Peramban menghitung lagi, lalu mengirim ulang.',
  'abuse.harder': 'Banyak kiriman sedang masuk. Peramban menghitung sedikit lebih lama, lalu mengirim ulang.',
  'abuse.again': 'Kiriman yang sama ini sudah terlalu sering datang. Muat ulang halamannya.',
  'abuse.wait': 'Tunggu sebentar: belum terkirim, dan tidak ada yang hilang',
  'abuse.waitWhy':
    'Banyak kiriman sedang masuk. Yang Anda tulis masih ada di bawah ini. Kirim lagi setelah {seconds} detik; makin lama halaman ini terbuka, makin dahulu giliran Anda.',
  'abuse.waitScript':
    'Dengan skrip menyala di peramban, kiriman tidak perlu menunggu: peramban membuktikan diri dengan hitungan singkat.',
} as const;
