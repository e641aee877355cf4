/**
 * 1024 plain Indonesian words of 4 to 8 letters, by the alphabet. No two begin with the same four letters, and from one
 * to another it takes two slips at least (a letter changed, left out, put in, or two swapped): one slip is always told,
 * never taken for another word. Part of the format of return codes: the list never changes.
 */
export const WORDS: readonly string[] = `
abadi abjad abon absen acara acuan adat adik adonan agenda agung ahli ajaib akrab aksara aktif akur alang alarm
album alinea alir aljabar alpukat alun amanat ambang ambil amplop ampuh anak ancang andal andong aneh aneka
anggrek angin angkat angsa animasi anjur antar antena anting anugerah anyam apel apit arah arca arena armada
aroma arsip artikel arus asam asbak asmara asri asuh atap atlas atlet aula awal awet badai bagan bagus bahas
bahu baja bakau bakmi bakso balap balok balut bangau banjar bantal banyak bapak baring barter basah batik bawang
bayam bayi bazar bebas bebek becak beda bedug bekal beku belanja benang bendera benih bentuk benua berani berita
berkas bersih besar besi besok betah betul biasa bibit bicara bidan bijak biji bilah bilik bimbing bingkai
bintang biola bisnis bocah bonceng boneka bongkah botol buah buaya budi bugar buka bukit bulan bulu bumbu bundar
bunga bunyi burung busana butir butuh cabang cahaya cair cakap cakram calon campur canda cangkir cantik capai
capung catat catur cegah celana celengan cemara cendana cengkih cepat cerdas ceria cermat cetak cicak cicil
cipta ciri citra coba cocok congkak contoh corak cuaca cubit cucu cukup cuti dadu daerah daftar daging dalam
damai dampak danau dandan dansa dapat dapur dasar dasi datang daun daya debu dekat delapan delima delman denah
dengar depan derajat dermaga desa detail detik dewasa diam didik diet dinas dinding dingin diskon dobel dodol
dokar doktor domba dompet donat dongeng dosen drama duduk dunia durian duta duyung edar edisi efek ejaan ekonomi
ekor ekspor elastis emas ember embun emosi empat empuk enam energi fajar fakta fauna festival figur film final
fisika flora fokus folder forum fosil foto fungsi gading galeri gali gambir gamelan gampang gandum ganjil ganti
gapura garam garis garpu gayung gedung gelang gema gembira gemuk gendang genggam gentong gerak gerbang gerhana
gerimis giat gitar gizi gong goreng gotong gratis gudang gudeg gugus gulai guna gunting gunung gurami gurun
habis hadiah halaman halte halus handuk hangat harimau harmoni harpa hasil hati hawa helai helm hewan hiasan
hibur hidang hidup hijau hikmah hilir himpun hitam hitung hobi hormat hotel hubung hujan hukum hunian huruf
ibarat ijazah iklan iklim ikut ilmu impian inap indah induk ingat inti iris istana isyarat itik izin jadwal jahe
jahit jaket jalan jalur jambu jamin jangkar janji jarang jari jarum jasa jauh jawab jelajah jembatan jempol
jemur jendela jenis jernih jeruk jilid jinak jiwa joget joglo jongkok jual juara judul juga jujur jumlah jumpa
jurnal juru jutawan kabel kabut kaca kado kafe kagum kail kakak kaki kaktus kalimat kalung kamar kambing kamera
kampung kamus kancil kandung kangen kantin kanvas kapal karet kartu karya kasih kasur katun kawan kebaya kebun
kecap kecil kedai kedelai kejar kejora kelereng kelinci kelola keluar kemah kembang kemeja kemiri kemudi kenal
kendali kenyang kepala keping kerajaan kerbau kereta keris kerja kertas kesan ketela ketupat khusus kijang kilau
kilo kimia kincir kipas kira kirim kisah kiwi klasik klinik koala kodok kokoh kolom komedi komik kompas konser
kontak koper kopi koran kristal kuasa kucing kuda kukus kuliah kumis kumpul kunci kunyit kupu kurma kursi kutub
labu laci lada lain lambai lancar langit lanjut lapang lapis latih lauk lebar lebih lega legenda leher lekas
lembut lengan lensa lentera lestari lidah lidi lihat limau limbah lincah lingkar lintas lisan listrik logam
logika lokasi lompat loncat losmen lubang lukis lumba lumpia lumut lunak lurus maaf macan magang magnet mahkota
maju makalah makmur mampu manfaat mangkuk manusia markisa marmer martabak masak mata mawar mebel medali meja
mekar melati melodi memang menara menu merdu merica merpati mesin meteor metode mimpi minat minggu mini minum
minyak mirip mobil modal modern mohon motor muat mulia mulut muncul mundur mungil murah murid murni musang
museum musik mustika mutiara nadi nafas naik nama nampan nasib naskah nelayan nenek neraca netral niaga nikmat
nilai normal novel nuri nutrisi nyaman nyanyi nyaring nyenyak nyiur obat obeng olahraga ombak omong ongkos opera
optik orbit organ orkes otak otomatis otot oven padang pagi paham pajak pakar paku paling paman pamer panas
pancing pandai panen panggil panjang pantun parit parkir pasir paspor pasti patung paus pawai pecel pedal pegas
pelajar pelita peluang pemuda penari pendek pengaruh pensil penting penyu pepaya peran percaya pergi periang
perlu pernah pertama pesawat peserta pesona pesta petang peti piagam piala piano pikir piknik pilar pilih pilot
pinggir pinjam pintar pinus pipi pisang pita plastik pokok pola polos pompa pondok populer poster potret prima
proyek publik puding puisi puji pulau puncak punggung punya purnama pusaka putih putri puyuh radar radio ragam
raih rajawali rajin rajut rakit rakyat rambut rangka ransel rantau rapi rapor rawat rebana rebus redup rekam
rela remaja rempah resep resmi restoran ribu rimbun rindang ringan roda roket roman rombong rongga rontok roti
rujak rukun rumah rumput rumus rupa rupiah rute rutin sabar sabit sabuk safari saga sahabat sains salak salju
saluran sambal samping samudra sandar sanggar santai sapu saraf sastra satelit satwa saudara sawah sawi sayap
sayur sebab sedap sedia sehat sejarah sejuk sekarang sekolah selesai selimut seluruh semangat sembilan semen
sempurna semua sendok seni senja sepatu sepeda serabi serbuk serius seruling sesuai setrika siap siaran sifat
silang simpan sinar singa siomay siram sirih sirkus sirup sisik sistem siswa situs siul skala soal sofa solusi
sopan sore sosial spons stadion stasiun suasana suatu subur sudah sudut suhu sukses sulam suling sumber sumpit
sungai supel surat survei surya sutra syair syukur taburan tahap tahun tajam tajuk taksi taktik tamasya tambah
tampil tanah tangan tanjung tanya tarif taruh tauge tebal tebing teduh tegak tegur tekad teknik teko telapak
telinga teluk teman tembaga tempe temu tenaga tenda tengah tentu teori tepi tepung teratai terima ternak terong
terus tetap tiba tikar timbang timun tinggi tinta tipis tirai toga tolong tomat tombol tongkat tonton topeng
total tradisi trofi tropis truk tugas tugu tujuh tukang tulip tulus tumbuh tunai tungku turis tutup uang ucap
udara ujar ujung ukir ukulele ulas umbi umpama umum undang unggas ungu unik untai untuk upacara upah upaya urban
urut usaha usia utama vaksin variasi versi vespa video vila visual vitamin vokal voli volume wadah waduk wahana
wajan wajib wakil waktu walet wangi waras warga warung waspada wawasan wayang wilayah wisata wisma wisuda wortel
yakin yayasan yogurt zaitun zamrud zebra zodiak zona
`
  .trim()
  .split(/\s+/);
