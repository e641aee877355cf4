export default {
  'campaigns.difference.title': 'Selisih dengan daftar pegawai hari ini',
  'campaigns.difference.lead':
    'Yang harus menandatangani dicatat saat gerakan dibuka dan tidak berubah sendiri. Di sini terlihat apa yang sejak itu berubah pada daftar pegawai; Anda yang memutuskan.',
  'campaigns.difference.kinds': 'Jenis selisih',
  'campaigns.difference.hired': 'Datang sejak dibuka',
  'campaigns.difference.gone': 'Tidak lagi aktif',
  'campaigns.difference.changed': 'Unit atau kategori berubah',
  'campaigns.difference.hiredLead':
    'Ada di daftar pegawai hari ini, tidak termasuk yang harus menandatangani.',
  'campaigns.difference.goneLead':
    'Termasuk yang harus menandatangani, tetapi di daftar pegawai tidak aktif.',
  'campaigns.difference.changedLead': 'Dihitung pada unit dan kategori saat gerakan dibuka.',
  'campaigns.difference.added': 'Ditambahkan setelah dibuka: {count}',
  'campaigns.difference.none': 'Tidak ada selisih jenis ini.',
  'campaigns.difference.choose': 'Pilih',
  'campaigns.difference.name': 'Nama',
  'campaigns.difference.unit': 'Unit',
  'campaigns.difference.category': 'Kategori',
  'campaigns.difference.state': 'Keadaan hari ini',
  'campaigns.difference.before': 'Saat dibuka',
  'campaigns.difference.exempted': 'Dikecualikan',
  'campaigns.difference.reason': 'Alasan',
  'campaigns.difference.add': 'Tambahkan yang dipilih',
  'campaigns.difference.exempt': 'Kecualikan yang dipilih',
  'campaigns.difference.nobody': 'Pilih paling sedikit satu orang.',
  'campaigns.difference.notOpen': 'Hanya pada gerakan yang terbuka daftar ini dapat ditambah.',
  'event.campaign.added': 'Orang ditambahkan setelah gerakan dibuka',
} as const;
