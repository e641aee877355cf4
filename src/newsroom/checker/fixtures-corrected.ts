import { DECREE } from './fixtures.ts';

/**
 * The five founding events told again in our own words with their faults put right. Only public officials named in the
 * press about them appear. What is not known stays out.
 */
export const CORRECTED: Readonly<Record<string, string>> = {
  kobar: `MMC Kobar - Seluruh pegawai di lingkungan Dinas Perhubungan (Dishub) Kabupaten Kotawaringin Barat (Kobar), baik ASN maupun tenaga kontrak daerah, membacakan ikrar netralitas Pemilu 2024, Kamis (23/02/2023).
Kegiatan itu menjalankan surat edaran Sekretariat Daerah nomor: 892/51/BKPSDM.IV/2023 tanggal 15 Februari 2023 atas dasar ${DECREE}.
Ikrar dibacakan di halaman kantor Dishub Kobar, lalu pakta integritas ditandatangani oleh seluruh pegawai.
Kepala Dishub Kobar Amir Hadi mengatakan pegawai tetap memakai hak pilihnya dan berhati-hati di media sosial.
`,
  babel: `Jelang Kampanye, Ratusan ASN di Belitung Timur Ikrar Netral

MANGGAR, KabarContoh.id - Pemerintah Provinsi Kepulauan Bangka Belitung menggelar Apel Ikrar Netralitas ASN di SMA Negeri 1 Manggar, Senin (27/11/2023). Pembacaan ikrar dipimpin oleh Penjabat (Pj) Gubernur Kepulauan Bangka Belitung, Safrizal ZA.

Safrizal mengingatkan masa kampanye Pemilu 2024 dimulai esok, 28 November 2023. Pasal 5 huruf n PP Nomor 94 Tahun 2021 melarang PNS ikut kampanye atau memakai fasilitas negara.

Acara diikuti setidaknya 252 ASN dari jajaran pemerintah provinsi, termasuk guru dan kepala sekolah.
`,
  gumas: `Kuala Kurun (ANTARA) - ASN di lingkup Pemerintah Kabupaten Gunung Mas mengikrarkan netralitas pada Pilkada Serentak 2024.
Ikrar dipimpin Penjabat (Pj) Bupati Gumas Herson B Aden di Kuala Kurun, Rabu (11/9/2024).
Ikrar memuat empat poin, yang pertama menjaga dan menegakkan prinsip netralitas pegawai ASN sebelum, selama, maupun sesudah pilkada. Kedua, menghindari konflik kepentingan, tidak melakukan intimidasi dan ancaman, serta tidak memihak kepada pasangan calon tertentu. Ketiga, menggunakan media sosial secara bijak dan tidak menyebarkan ujaran kebencian serta berita bohong. Keempat, menolak politik uang dan segala jenis pemberian dalam bentuk apa pun.
Ikrar itu dibuat dengan penuh integritas dan tanggung jawab.
Plt Kepala BKPSDM Gumas Kristening Natalina menyampaikan kegiatan diikuti kepala perangkat daerah dan pegawai lain.
`,
  bappedalitbang: `Penandatanganan Pakta Integritas Netralitas ASN Bappedalitbang Kalteng pada Pemilu dan Pemilihan 2024
Palangka Raya - Kepala Bappedalitbang Provinsi Kalimantan Tengah bersama ASN menandatangani pakta integritas dan membacakan Ikrar Bersama Netralitas ASN pada Pemilu dan Pemilihan Tahun 2024 di halaman Kantor Bappedalitbang.
Kegiatan itu melaksanakan Surat Gubernur Kalimantan Tengah nomor: 800/254/IV.1/BKD tanggal 21 Agustus 2023 dan ${DECREE}.
Seluruh Non ASN hadir dan menyaksikan. Penandatanganan diawali oleh kepala badan, lalu dilanjutkan oleh pejabat eselon III dan seluruh ASN.
Leonard S. Ampung menyebut netralitas adalah amanat Undang-Undang Nomor 5 Tahun 2014.
Poin yang dibacakan: menjaga dan menegakkan prinsip netralitas ASN sebelum, selama, maupun sesudah Pemilu dan Pemilihan Tahun 2024; menghindari konflik kepentingan, tidak melakukan intimidasi dan ancaman, serta tidak memihak kepada pasangan calon tertentu; menggunakan media sosial secara bijaksana dan tidak menyebarkan ujaran kebencian serta berita bohong; dan menolak politik uang dan segala jenis pemberian.
`,
  metro: `Metro, KabarContoh.id - Pegawai Sekretariat DPRD Kota Metro mengucapkan ikrar netralitas ASN pada Pemilu 2024, Selasa (7/2/2023). Pakta integritas ditandatangani oleh setiap pegawai.
Plt Sekretaris DPRD Kota Metro, Ade Erwinsyah mengatakan ada empat poin ikrar, yakni menjaga dan menegakkan prinsip netralitas sebelum, selama, maupun setelah Pemilu 2024; menghindari konflik kepentingan dan tidak memihak kepada pasangan calon tertentu; menggunakan media sosial secara bijak; serta menolak politik uang dan segala jenis pemberian.
Pasal 280 ayat (3) Undang-Undang Nomor 7 Tahun 2017 melarang ASN ikut serta sebagai pelaksana dan tim kampanye. Undang-Undang No. 5/2014 melarang ASN menjadi anggota dan/atau pengurus partai politik.
`,
};
