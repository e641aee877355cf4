export default {
  'agencies.roster.file.empty': 'Berkas ini kosong. Pilih berkas daftar pegawai yang berisi.',
  'agencies.roster.file.too-big':
    'Berkas lebih besar dari {limitMb} MB. Bagi menjadi beberapa berkas, misalnya satu berkas untuk tiap perangkat daerah.',
  'agencies.roster.file.is-pdf':
    'Ini berkas PDF, bukan daftar pegawai. Unggah berkas Excel (.xlsx) atau CSV.',
  'agencies.roster.file.is-image': 'Ini gambar, bukan daftar pegawai. Unggah berkas Excel (.xlsx) atau CSV.',
  'agencies.roster.file.is-xls':
    'Ini berkas Excel lama (.xls). Buka di Excel, pilih Simpan Sebagai, lalu pilih Excel Workbook (.xlsx).',
  'agencies.roster.file.is-xlsb':
    'Ini berkas Excel biner (.xlsb). Buka di Excel, pilih Simpan Sebagai, lalu pilih Excel Workbook (.xlsx).',
  'agencies.roster.file.is-ods':
    'Ini berkas OpenDocument (.ods). Buka di LibreOffice, pilih Simpan Sebagai, lalu pilih Excel 2007-365 (.xlsx).',
  'agencies.roster.file.is-html':
    'Ini halaman web atau XML yang diberi nama seperti berkas Excel. Buka di Excel, lalu simpan sebagai Excel Workbook (.xlsx).',
  'agencies.roster.file.is-zip':
    'Ini arsip ZIP, bukan berkas Excel. Buka arsipnya, lalu unggah berkas daftar pegawai di dalamnya.',
  'agencies.roster.file.is-binary': 'Jenis berkas ini tidak dikenal. Unggah berkas Excel (.xlsx) atau CSV.',
  'agencies.roster.file.encrypted':
    'Berkas ini dikunci kata sandi. Buka di Excel, hapus kata sandinya, simpan, lalu unggah lagi.',
  'agencies.roster.file.damaged':
    'Berkas ini rusak atau tidak lengkap ({part}). Buka di Excel, simpan sebagai berkas .xlsx baru, lalu unggah lagi.',
  'agencies.roster.file.bomb':
    'Isi berkas ini tidak wajar besarnya dan tidak kami buka. Salin datanya ke berkas Excel baru, lalu unggah berkas itu.',
  'agencies.roster.file.xml-dtd':
    'Berkas ini memuat perintah XML yang tidak boleh ada ({part}). Simpan ulang dari Excel, lalu unggah lagi.',
  'agencies.roster.file.no-sheet':
    'Berkas Excel ini tidak memuat lembar yang dapat dibaca. Periksa isinya di Excel.',
  'agencies.roster.file.too-many-rows':
    'Daftar ini lebih dari {limit} baris. Bagi menjadi beberapa berkas, misalnya satu berkas untuk tiap perangkat daerah.',
  'agencies.roster.file.too-many-columns':
    'Daftar ini lebih dari {limit} kolom. Hapus kolom yang tidak diperlukan, lalu unggah lagi.',
  'agencies.roster.file.cell-too-long':
    'Ada sel yang isinya lebih dari {limit} huruf. Perpendek isinya. Pada CSV, periksa juga tanda kutip yang tidak ditutup.',
  'agencies.roster.file.csv-quote':
    'Tanda kutip di sekitar baris {row} tidak ditutup. Perbaiki baris itu, atau simpan daftar sebagai .xlsx.',

  'agencies.roster.id.missing':
    'NIP kosong. Isi NIP 18 angka, atau pilih kategori Non-ASN bila memang tidak ber-NIP.',
  'agencies.roster.id.exponent':
    'Nomor ini ditulis ulang oleh Excel menjadi bentuk seperti 1,98503E+17 dan angka aslinya hilang. Ubah format kolom menjadi Teks, isi lagi NIP dari sumbernya, lalu unggah lagi.',
  'agencies.roster.id.precision':
    'NIP disimpan sebagai bilangan. Excel hanya menyimpan 15 angka pertama, sehingga angka terakhir tidak dapat dipercaya. Ubah format kolom menjadi Teks, isi lagi NIP dari sumbernya, lalu unggah lagi.',
  'agencies.roster.id.rounded':
    'Nomor ini berakhir 000, tanda bahwa Excel pernah membulatkannya. Ambil lagi NIP dari sumbernya dan isi di kolom berformat Teks.',
  'agencies.roster.id.length':
    'NIP harus 18 angka, yang tertulis {length}. Periksa angka yang kurang atau lebih.',
  'agencies.roster.id.not-digits': 'NIP hanya berisi angka. Hapus huruf atau tanda lain dari sel ini.',
  'agencies.roster.id.old-nip': 'Ini NIP lama (9 angka). Isi NIP baru yang 18 angka.',
  'agencies.roster.id.nik':
    'Nomor ini 16 angka seperti NIK. NIK tidak kami simpan dan tidak kami tampilkan. Isi NIP, atau nomor pegawai dari kantor untuk Non-ASN.',
  'agencies.roster.id.npwp':
    'Ini seperti NPWP. NPWP tidak kami simpan. Isi NIP, atau nomor pegawai dari kantor untuk Non-ASN.',
  'agencies.roster.id.phone':
    'Ini seperti nomor telepon. Nomor telepon tidak kami simpan. Isi NIP, atau nomor pegawai dari kantor untuk Non-ASN.',
  'agencies.roster.id.birth-date':
    'Delapan angka pertama NIP harus tanggal lahir (tahun, bulan, tanggal), dan tanggal ini tidak ada di kalender. Periksa NIP.',
  'agencies.roster.id.start-month':
    'Angka ke-13 dan ke-14 NIP harus bulan pengangkatan (01 sampai 12). Periksa NIP.',
  'agencies.roster.id.sex': 'Angka ke-15 harus 1 (laki-laki) atau 2 (perempuan). Periksa NIP.',
  'agencies.roster.id.age':
    'Menurut nomor ini, umur saat diangkat {age} tahun. Itu tidak mungkin. Periksa tanggal lahir dan tahun pengangkatan di NIP.',
  'agencies.roster.id.future': 'Nomor ini memuat tanggal yang belum terjadi. Periksa NIP.',
  'agencies.roster.id.looks-like-pppk':
    'Nomor ini berbentuk NI PPPK, tetapi kategorinya bukan PPPK. Perbaiki kategori atau nomornya.',
  'agencies.roster.id.looks-like-pns':
    'Nomor ini berbentuk NIP PNS, tetapi kategorinya bukan PNS atau CPNS. Perbaiki kategori atau nomornya.',
  'agencies.roster.id.local-shape':
    'Nomor pegawai Non-ASN hanya boleh huruf, angka, dan tanda . / - _ sampai 40 huruf. Perbaiki nomornya, atau kosongkan.',
  'agencies.roster.id.local-missing':
    'Tanpa nomor pegawai, orang ini dikenali dari nama dan unitnya. Beri nomor pegawai bila ada nama yang sama.',
  'agencies.roster.id.is-date':
    'Sel ini berisi tanggal, bukan NIP. Excel mungkin mengubahnya. Ubah format kolom menjadi Teks, lalu isi lagi NIP.',
  'agencies.roster.id.formula':
    'NIP ini hasil rumus. Salin kolomnya, tempel sebagai Nilai (Paste Values) ke kolom berformat Teks, lalu unggah lagi.',

  'agencies.roster.name.missing': 'Nama kosong. Isi nama orang ini.',
  'agencies.roster.name.too-long':
    'Nama {length} huruf, paling banyak {limit}. Pindahkan keterangan lain ke kolomnya sendiri.',
  'agencies.roster.name.formula': 'Isi kolom nama ini seperti rumus, bukan nama. Tulis namanya.',
  'agencies.roster.text.unprintable':
    'Kolom {field} memuat tanda yang tidak dapat dicetak pada pakta: {characters}. Ketik ulang dengan huruf biasa.',
  'agencies.roster.name.no-letter': 'Nama ini tidak memuat huruf. Tulis namanya.',
  'agencies.roster.name.number':
    'Kolom nama memuat nomor yang panjang. Nomor itu tidak kami tampilkan. Tulis nama saja.',
  'agencies.roster.name.cleaned':
    'Tanda tak terlihat di dalam nama dihapus. Periksa apakah namanya masih benar.',
  'agencies.roster.category.missing':
    'Kategori kosong dan tidak dapat dibaca dari nomornya. Isi PNS, CPNS, PPPK, PPPK Paruh Waktu, atau Non-ASN.',
  'agencies.roster.category.unknown':
    'Kategori "{value}" tidak dikenal. Isi PNS, CPNS, PPPK, PPPK Paruh Waktu, atau Non-ASN.',
  'agencies.roster.category.inferred':
    'Kategori tidak tertulis. Dari bentuk nomornya dianggap {category}. Periksa.',
  'agencies.roster.rank.unknown':
    'Golongan "{value}" tidak dikenal dan tidak disimpan. Tulis seperti III/a untuk PNS atau IX untuk PPPK.',
  'agencies.roster.post.too-long': 'Jabatan lebih dari {limit} huruf. Perpendek.',
  'agencies.roster.unit.missing': 'Unit kosong. Isi unit kerja orang ini.',
  'agencies.roster.unit.too-long': 'Nama unit lebih dari {limit} huruf. Perpendek.',
  'agencies.roster.unit.formula': 'Isi kolom unit ini seperti rumus, bukan nama unit. Tulis nama unitnya.',
  'agencies.roster.email.invalid': 'Surel ini tidak sah dan tidak disimpan. Tulis seperti nama@contoh.go.id.',
  'agencies.roster.status.unknown':
    'Status "{value}" tidak dikenal dan tidak dipakai. Tulis misalnya aktif, pensiun, atau cuti.',
  'agencies.roster.cell.formula':
    'Kolom {field} berisi rumus; yang dibaca adalah hasil terakhirnya. Salin kolomnya, lalu tempel sebagai Nilai (Paste Values).',
  'agencies.roster.cell.error': 'Kolom {field} berisi kesalahan Excel seperti #N/A. Perbaiki sel itu.',
  'agencies.roster.reading.interrupted':
    'Pembacaan berkas ini terputus. Tidak ada yang tersimpan; unggah lagi.',
  'agencies.roster.agency.missing': 'Kode instansi kosong.',
  'agencies.roster.agency.unknown': 'Kode instansi ini tidak ada di sini. Daftarkan instansinya dulu.',
  'agencies.roster.row.example': 'Ini baris contoh dari templat dan dilewati. Hapus bila tidak diperlukan.',
  'agencies.roster.duplicate.id':
    'Nomor ini juga ada di baris {rows}. Hapus baris yang salah; selama ganda, semuanya tidak dimuat.',
  'agencies.roster.duplicate.name-unit':
    'Nama dan unit yang sama juga ada di baris {rows}. Bila orangnya berbeda, beri masing-masing nomor pegawai; bila sama, hapus salah satu.',

  'agencies.roster.columns.no-header':
    'Judul kolom tidak ditemukan dalam 20 baris pertama. Pakai templat kami, atau pastikan ada kolom Nama, NIP, dan Unit.',
  'agencies.roster.columns.missing': 'Kolom {field} tidak ada. Tambahkan kolom itu, lalu unggah lagi.',
  'agencies.roster.columns.ambiguous':
    'Beberapa kolom dapat berarti {field}: {headers}. Sisakan satu saja, lalu unggah lagi.',
  'agencies.roster.sheet.others-ignored':
    'Yang dibaca hanya lembar "{sheet}". Lembar lain juga memuat daftar pegawai: {others}. Unggah lembar itu sebagai berkas sendiri.',
  'agencies.roster.rows.none': 'Tidak ada pegawai di bawah judul kolom. Isi daftarnya, lalu unggah lagi.',
  'agencies.roster.rows.without-person':
    '{count} baris tanpa nama dan nomor dilewati, mulai baris {row}. Periksa apakah ada yang seharusnya terisi.',

  'agencies.roster.unit.similar':
    'Unit "{unit}" belum ada, tetapi mirip dengan "{suggestion}". Pilih apakah itu unit yang sama atau unit baru.',
  'agencies.roster.unit.ambiguous':
    'Ada {count} unit bernama "{unit}". Isi kolom kode unit supaya jelas yang mana.',
  'agencies.roster.person.ambiguous':
    'Tidak jelas siapa yang dimaksud: ada lebih dari satu orang yang cocok. Beri nomor pegawai supaya jelas.',
  'agencies.roster.unit.own-parent':
    'Unit "{unit}" menjadi induk bagi dirinya sendiri. Pilih induk yang lain.',
  'agencies.roster.unit.cycle': 'Susunan unit berputar: {units}. Ubah salah satu induknya.',
  'agencies.roster.unit.parent-missing':
    'Induk unit "{unit}" tidak ada. Pilih induk yang ada, atau kosongkan.',
  'agencies.roster.unit.id-twice': 'Unit "{unit}" memakai kode yang sudah dipakai unit lain. Beri kode lain.',
  'agencies.roster.region.shape':
    'Kode wilayah ditulis seperti 19, 19.06, 19.06.01, atau 19.06.01.1001. Perbaiki kodenya.',
  'agencies.roster.region.range':
    'Kode wilayah di luar rentang Kemendagri (kabupaten 01–69, kota 71–99, kelurahan 1xxx, desa 2xxx, desa adat 3xxx). Periksa kodenya.',
  'agencies.roster.region.kind':
    'Kode wilayah ini untuk jenis wilayah lain. Sesuaikan kode atau jenis unitnya.',

  'agencies.roster.field.name': 'Nama',
  'agencies.roster.field.titleBefore': 'Gelar depan',
  'agencies.roster.field.titleAfter': 'Gelar belakang',
  'agencies.roster.field.id': 'NIP/Nomor',
  'agencies.roster.field.category': 'Kategori',
  'agencies.roster.field.stage': 'Status CPNS/PNS',
  'agencies.roster.field.standing': 'Kedudukan hukum',
  'agencies.roster.field.status': 'Status',
  'agencies.roster.field.rank': 'Golongan',
  'agencies.roster.field.post': 'Jabatan',
  'agencies.roster.field.postStatus': 'Status jabatan',
  'agencies.roster.field.unit': 'Unit',
  'agencies.roster.field.unitCode': 'Kode unit',
  'agencies.roster.field.email': 'Surel',
  'agencies.roster.field.note': 'Keterangan',
  'agencies.roster.category.pns': 'PNS',
  'agencies.roster.category.cpns': 'CPNS',
  'agencies.roster.category.pppk': 'PPPK',
  'agencies.roster.category.pppk-pw': 'PPPK Paruh Waktu',
  'agencies.roster.category.non-asn': 'Non-ASN',

  'agencies.roster.columns.dropped': 'Tidak diambil demi kerahasiaan pribadi: {headers}.',
  'agencies.roster.columns.ignored': 'Tidak dikenal dan dilewati: {headers}.',

  'agencies.roster.template.title': 'Petunjuk pengisian daftar pegawai',
  'agencies.roster.template.lead':
    'Isi lembar Pegawai, satu orang satu baris. Baris yang namanya diawali CONTOH dilewati; hapus bila sudah tidak perlu. Jangan menulis NIK, NPWP, agama, alamat, atau nomor telepon: semuanya tidak diperlukan dan tidak disimpan.',
  'agencies.roster.template.column': 'Kolom',
  'agencies.roster.template.needed': 'Wajib',
  'agencies.roster.template.meaning': 'Isi',
  'agencies.roster.template.yes': 'Ya',
  'agencies.roster.template.no': 'Tidak',
  'agencies.roster.template.asn': 'Ya, untuk ASN',
  'agencies.roster.template.name':
    'Nama lengkap dengan gelar, seperti akan tertulis di pakta. Paling banyak 120 huruf.',
  'agencies.roster.template.id':
    'NIP 18 angka untuk PNS dan CPNS, NI PPPK 18 angka untuk PPPK. Untuk Non-ASN: nomor pegawai dari kantor bila ada. Bukan NIK. Kolom ini sudah berformat Teks; biarkan begitu supaya angkanya tidak berubah.',
  'agencies.roster.template.category':
    'PNS, CPNS, PPPK, PPPK Paruh Waktu, atau Non-ASN (honorer, PPNPN, THL, tenaga kontrak, alih daya).',
  'agencies.roster.template.rank': 'PNS: I/a sampai IV/e. PPPK: I sampai XVII. Kosongkan untuk Non-ASN.',
  'agencies.roster.template.post':
    'Nama jabatan. Bila pelaksana tugas dan sejenisnya, awali dengan Plt., Plh., Pj., atau Pjs.',
  'agencies.roster.template.unit':
    'Unit kerja, ditulis sama untuk semua orang di unit itu. Unit yang belum ada akan ditanyakan dahulu.',
  'agencies.roster.template.email':
    'Surel untuk mengirim tautan pribadi. Kosongkan bila tidak ada; tersedia slip cetak.',
  'agencies.roster.template.note':
    'Hanya dibaca untuk status, misalnya pensiun, cuti, tugas belajar, mutasi. Tulisan lain tidak disimpan.',
} as const;
