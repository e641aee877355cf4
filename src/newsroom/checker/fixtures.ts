/**
 * Invented articles and circulars for the tests: other wordings of the same kinds of text. All persons are invented;
 * nothing here is anybody's article.
 */
export const FOUR_LINES = [
  'Menjaga dan menegakkan prinsip netralitas pegawai ASN dalam melayani publik, baik sebelum, selama, maupun sesudah Pilkada 2024',
  'Menghindari konflik kepentingan, tidak melakukan intimidasi dan ancaman kepada pegawai dan masyarakat, serta tidak memihak kepada pasangan calon tertentu',
  'Menggunakan media sosial secara bijak, tidak menyebarkan ujaran kebencian serta berita bohong',
  'Menolak politik uang dan segala jenis pemberian dalam bentuk apa pun',
] as const;

export const DECREE =
  'Keputusan Bersama Menteri PANRB, Menteri Dalam Negeri, Kepala BKN, Ketua KASN dan Ketua Bawaslu Nomor 2 Tahun 2022, Nomor 800-5474 Tahun 2022, Nomor 246 Tahun 2022, Nomor 30 Tahun 2022 dan Nomor 1447.1/PM.01/K.1/09/2022 tanggal 22 September 2022';

/** Regional news: numbered points, leader apart from speaker, all sign. */
export const NUMBERED = `Ratusan ASN Ikrar Netral Jelang Pilkada

SLEMAN, KabarContoh.id - Pemerintah Kabupaten Sleman menggelar apel gabungan dan ikrar netralitas ASN pada Pilkada Serentak Tahun 2024 di Lapangan Contoh, Senin (9/9/2024). Kegiatan itu diikuti sekitar 450 ASN dan tenaga honorer.

Pembacaan ikrar netralitas dipimpin oleh Sekretaris Daerah Kabupaten Sleman, Budi Contoh Santosa. Usai pembacaan ikrar, seluruh ASN menandatangani pakta integritas, disaksikan langsung oleh Ketua Bawaslu Kabupaten Sleman Siti Misal.

"ASN wajib netral dan tidak boleh memakai fasilitas negara," tegas Budi.

Larangan itu ada dalam Undang-Undang Nomor 20 Tahun 2023 serta Pasal 5 huruf n Peraturan Pemerintah Nomor 94 Tahun 2021.

Baca Juga: Pasar murah digelar pekan depan

Adapun isi ikrar yang dibacakan yaitu:
1. ${FOUR_LINES[0]}.
2. ${FOUR_LINES[1]}.
3. ${FOUR_LINES[2]}.
4. ${FOUR_LINES[3]}.

Kepala BKPP Sleman Rahmat Umpama menambahkan, pelanggaran dapat dilaporkan ke Bawaslu. (hms/rd)

Editor: Tono
Bagikan ini:
`;

/** Year missing, letter of the mayor, a leader named by "kegiatan itu". */
export const YEARLESS = `BOGOR - Sebanyak 85 pegawai Kelurahan Sukamaju, Kota Bogor, membacakan ikrar netralitas pada apel pagi, Rabu (25/9). Kegiatan yang berlangsung di halaman kantor kelurahan itu dipimpin Lurah Sukamaju, Rina Misalkan, S.IP.

Menurut Rina, pembacaan ikrar merupakan tindak lanjut Surat Edaran Wali Kota Bogor Nomor: 800.1.12/4021-BKPSDM tanggal 20 September 2024.

"Besok, Kamis 26 September 2024, pengurus RW akan kami kumpulkan," ujarnya. Ia mengingatkan Pilkada 2024 akan digelar pada 27 November 2024.
`;

/** Ordinals in prose, a vertical office, someone else reads the text. */
export const ORDINALS = `Kotawaringin Timur, InfoContoh.net – Sekretaris Daerah (Sekda) Kabupaten Kotawaringin Timur Fajar Contohan memimpin Apel Besar Ikrar Bersama Netralitas ASN dalam rangka Pemilu 2024 di Lapangan Kantor Bupati, Selasa (14/11/2023).

Apel diikuti tidak kurang dari 1.500 orang peserta yang terdiri dari pejabat administrator, camat, lurah, kepala sekolah dan tenaga kontrak.

Fajar mengatakan, ikrar berisi empat butir. Pertama, menjaga netralitas ASN di instansi masing-masing sebelum, selama, maupun sesudah Pemilu. Kedua, menghindari konflik kepentingan serta tidak melakukan praktik intimidasi dan ancaman. Ketiga, menggunakan media sosial secara bijak. Keempat, menolak politik uang dan segala jenis pemberian dalam bentuk apa pun.

"Ini komitmen bersama," kata Ketua Bawaslu Kotim Surya Tamsil.

Berita Terkait
Harga beras naik
Jalan rusak diperbaiki

Tinggalkan Balasan
Alamat email Anda tidak akan dipublikasikan.
`;

/** Symbolic signing, a misquoted article, an acting secretary. */
export const SYMBOLIC = `TRIBUNCONTOH.COM, KUPANG - Aparatur Sipil Negara (ASN) Pemerintah Kota Kupang mendeklarasikan netralitas jelang Pilkada 2024, Jumat, 20 September 2024. Pembacaan ikrar di aula rumah jabatan wali kota itu dipandu Penjabat Sekretaris Daerah Kota Kupang, Maria Contoh Lopo dan ditandai dengan penandatanganan pakta integritas oleh perwakilan kepala dinas secara simbolis.

Penjabat Wali Kota Kupang Yosef Andaian dalam sambutannya meminta ASN tidak terlibat politik praktis. "Sanksinya ada di Pasal 494 UU Nomor 7 Tahun 2017 yang mengatur keputusan pejabat yang menguntungkan calon," katanya.

Sebanyak 312 ASN hadir dalam kegiatan tersebut.
`;

/** A circular with a letterhead and five faults. */
export const CIRCULAR = `PEMERINTAH KABUPATEN BANGKA
SEKRETARIAT DAERAH

                                        Sungailiat, 18 Juli 2025
Nomor    : 800.1.6.2/1234/BKPSDMD/2025
Hal      : Ikrar Netralitas ASN pada Pemilihan Ulang Tahun 2025

Yth. Kepala Perangkat Daerah

SURAT EDARAN

Dasar:
1. Undang-Undang Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara;
2. Undang-Undang Nomor 10 Tahun 2016;
3. Peraturan Pemerintah Nomor 94 Tahun 2021, Pasal 5 huruf n angka 9;
4. ${DECREE.replace('800-5474', '80-5474')}.

Seluruh pegawai agar melaksanakan ikrar netralitas pada:
Hari/Tanggal : Selasa, 21 Juli 2025
Tempat       : Halaman Kantor Bupati Bangka

Pelanggaran dilaporkan kepada Komisi Aparatur Sipil Negara (KASN) paling lambat 7 hari.
`;

/** Law rightly cited in many ways; nothing to complain of. */
export const RIGHTLY_CITED = `Netralitas ASN, Ini Aturannya

Bawaslu mengingatkan ASN agar netral dalam Pilkada 2024. Pasal 71 ayat (1) Undang-Undang Nomor 10 Tahun 2016 melarang pejabat ASN membuat keputusan yang menguntungkan atau merugikan salah satu pasangan calon. Sanksinya ada di Pasal 188 UU Nomor 1 Tahun 2015.

PP 94/2021 Pasal 14 huruf i angka 3 mengatur hukuman disiplin berat bagi PNS yang membuat keputusan yang menguntungkan calon. Sementara Pasal 280 ayat (2) huruf f dan ayat (3) UU 7/2017 melarang ASN ikut serta sebagai pelaksana dan tim kampanye.

Undang-Undang Nomor 5 Tahun 2014 telah dicabut dengan Undang-Undang Nomor 20 Tahun 2023. ${DECREE} tetap menjadi acuan.
`;

/** Nothing about a pledge. */
export const UNRELATED = `Harga Cabai Naik di Pasar Contoh

Harga cabai rawit naik menjadi Rp80.000 per kilogram pada Senin (4/3). Kepala Dinas Perdagangan Kota Bogor mengatakan kenaikan dipicu cuaca.
`;

/** An instruction numbered like a law; the decree with each number beside its agency. */
export const INSTRUCTION = `INSTRUKSI BUPATI KULON PROGO
NOMOR 3 TAHUN 2024
TENTANG
NETRALITAS PEGAWAI ASN DALAM PEMILIHAN KEPALA DAERAH TAHUN 2024

Menindaklanjuti Keputusan Bersama Menteri PANRB Nomor 2 Tahun 2022, Menteri Dalam Negeri Nomor 800-5474 Tahun 2022, Kepala Badan Kepegawaian Negara Nomor 246 Tahun 2022, Ketua Komisi Aparatur Sipil Negara Nomor 30 Tahun 2022, dan Ketua Badan Pengawas Pemilihan Umum Nomor 1447.1/PM.01/K.1/09/2022, dengan ini menginstruksikan:

KESATU : Melaksanakan ikrar bersama netralitas paling lambat tanggal 30 September 2024.
KEDUA : Menandatangani pakta integritas oleh seluruh pegawai ASN.

Ditetapkan di Wates
pada tanggal 12 September 2024
`;

/** "Hari ini" with its date, degrees between name and verb, a body that is rightly said to be gone. */
export const TODAY = `KUNINGAN - Sebanyak 59 ASN lingkup Sekretariat Daerah Kabupaten Kuningan menandatangani pakta integritas netralitas pada Pilkada Serentak 2024 di Aula Contoh, hari ini, Rabu (18/9/2024).

Asisten Administrasi Setda Kuningan, Drs. H. Firman Misal, S.H., M.Pd, dalam arahannya mengatakan PP No 94 Th 2021 menjadi dasar sanksi. Laporan disampaikan lewat BKN, sebab KASN sudah tidak ada. (Humas/Ek)
`;
