/** Everyday Indonesian words, each once: what first passwords are made of. */
export const WORDS: readonly string[] = `
abadi acara adat adik agung ahli ajaib akar akhir aksara aksi aktif alam alas alat alir alun aman ambil
ampuh anak andal anggrek angin angka angsa antar anyam apel apung arah arang arena arsip arus asam asap
asli asri atap atlet awak awal awan ayam ayun badak badan bagan bagus bahan bahu baju bakau bakti balai
balon bambu bandar bangau bangku bantal bantu banyak barat baris baru batang batik batu bawah bawang bayam
bayang bebek beda bekal belah belajar beli belut benang benih benua berani beras berkas bersih besi betis
biasa bibit bidang bijak biji biola biru bisnis bola bolu boneka botol buah buaya bukit buku bulan bulat
bulu bumbu bumi bunga bunyi burung busur butir cabai cabang cahaya cakap cakra canda candi cangkir cantik
capung catat catur cawan cemara cendana cengkih cepat cerah cerdas cerita cermat cermin cicak cincin cinta
cipta coba coklat contoh corak cuaca cucu cukup curah dada daftar dagang dahan dalam damai danau dapur
darat dasar datang datar daun daya debat dekat delapan delima denah depan derajat deras desa detik dewan
diam didik dinding dingin dokter domba dompet dongeng dorong duku dunia durian duta ekor elang elok emas
embun empat empuk enak enam engsel fajar foto gading gadis gajah galah gambar gambir gandum ganjil garam
garis garpu garuda gasing gaun gedung gelang gelas gema gembira gerak gergaji gerobak getah gigi giling
gitar golok gotong gubuk gula gulai gulung gunung gurih guru habis hadap hadiah hafal hakim halus hangat
harap harga hari harum hasil hati hebat helai hemat hening heran hewan hias hidup hijau hilir hitam hitung
hujan hulu hutan ikan ikat iklan ilmu imbang indah induk ingat injak insan intan irama iring istana jagung
jahe jala jalan jalur jamu jamur janji jarak jaring jarum jati jauh jawab jejak jelas jembatan jemput
jendela jeruk jinak jingga jiwa joget jujur jumpa kabar kabut kaca kacang kakak kaki kaktus kala kalung
kamar kambing kampung kamus kanan kancil kantor kapal kapas kapur karang karet kartu karya kasih kasur
kata katak kawan kayu kebun kecap kecil kelapa kelas kemah kembang kemiri kenari kencang kendi kental
kepala kera kereta kering keris kerja kertas ketan kicau kijang kilat kipas kiri kisah kita kolam kopi
koran kotak kuat kucing kuda kuliah kulit kumbang kunci kuning kunyit kupu kursi ladang lagu lahan lain
lakon lama lambai lampu lancar langit langkah lapang lari latih laut lawan layang layar lebah lebar lebat
ledak lekas lemari lembah lembut lengkap lentera lepas lereng lestari lidah lihat lilin lima lincah
lingkar lintas logam lombok lompat loncat longgar lontar luar luas lubang lucu lukis lulus lumba lumbung
lurus lusa lutut madu mahir main makan makmur malam mampu mangga manis manusia marmut masak masuk mata
mawar meja melati melon menang menara mentari merah merak merdu merpati mesin meter mimpi minat minum
minyak mobil moral muda mudah muka mulai mulia murah murai murid musik musim mutiara naga nagari naik
nakhoda nama nanas nangka napas nasi nelayan nenek niaga niat nilai nomor nuri nusa nyala nyanyi nyaring
nyata obat ombak onde opak orang otak otot padang padi pagar pagi pahala paham pahat pajak pakai paku
palem palu panah pandai pandan panen pangan panjang pantai papan parang paruh pasang pasar pasir patung
payung pedas pegang pelangi pelaut pelita pena penuh penyu pepaya perahu perak peran peta petak petani
piano pijar pikir pilar pilih pindah pinggir pintar pintu piring pisang pita pohon pondok potret prima
puas pucuk pulang pulau pulut puncak pupuk pusat putar putih putra rabu rahang rajin raket rakit rakyat
ramah ramai rambut rancak ranting rapat rapi rasa rata rawa rebana rekan rela rempah renang rencana rendah
resep resmi riang rimba rindang ringan rintik roda rotan roti ruang rubah rukun rumah rumput rupa rusa
sabar sabit sabun sagu sahabat saham saing sajak sakti saku salak salam salin sambal sampan samping sandal
sanggar santai santan sapi sapu saraf sarang sari sarung satu satwa sawah sawi sayap sayur sebab sedap
segar sehat sejuk sekolah selada selam selat semangat semut senang sendok seni senja senyum sepatu sepeda
serai serbuk serumpun setia siang siap sikap sikat siku silat simpul sinar singa sirih sirsak sisir siswa
sopan soto suara suasana subuh sudut suhu suka suling sumber sumur sungai surat surya susun sutra syair
tabah tahun tajam takar taman tambak tampan tanah tanam tangan tangga tanjung tanya tapak tari tawa tebing
tebu teduh tegak teguh tekad tekun telaga telur teman tempat tenang tengah tenun tepat tepi terang terbang
terong tikar timba timur tinggi tinta tirai titik tokoh tolong tongkat topi tradisi tugu tulang tulis
tulus tumbuh tunas tunggu turun tutup ubin ucap udang udara ujung ukir ukur ulang ulat umbi umum undang
unggul unik untung upah urap urat usaha usia utama utara utuh wajah wajan waktu wangi warga warna warung
wayang wilayah wisata wortel yakin zaitun zaman zamrud
`
  .trim()
  .split(/\s+/);
