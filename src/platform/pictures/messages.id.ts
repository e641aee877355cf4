export default {
  'pictures.damaged': 'Gambar ini rusak atau terpotong. Foto atau pindai ulang.',
  'pictures.coding':
    'JPEG ini memakai pengodean yang tidak dapat ditampilkan di semua perangkat (misalnya CMYK untuk percetakan). Simpan ulang sebagai JPEG biasa (RGB).',
  'pictures.tooWide':
    'Gambar {width} × {height} titik terlalu besar. Kecilkan hingga paling panjang 12.000 titik.',
  'pictures.tooSmall': 'Gambar {width} × {height} titik terlalu kecil untuk dibaca. Foto atau pindai ulang.',
} as const;
