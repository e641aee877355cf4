import type { Kind } from '../kinds.ts';

const PERSON = `: Nama | {{nama}}
: NIP | {{nip}}
: Pangkat, golongan | {{pangkat}}
: Jabatan | {{jabatan}}
: Unit kerja | {{unit}}`;

const SIGNER = `> {{tempat_naskah}}, {{tanggal_naskah}}
> {{jabatan_pejabat}},
>
> {{nama_pejabat}}
> NIP {{nip_pejabat}}`;

const summons = (title: string, before: string, day: string) => `= ${title}
~ Nomor {{nomor}}
~ RAHASIA
${before}
Bersama ini Saudara dipanggil untuk diperiksa:
${PERSON}
Pemeriksaan itu berlangsung pada:
: Hari, tanggal | {{hari_periksa}}
: Jam | {{jam}}
: Tempat | {{tempat_periksa}}
: Menghadap | {{menghadap}}, {{jabatan_menghadap}}
Yang hendak dijelaskan: dugaan pelanggaran netralitas pegawai sebagai berikut.
* {{pelanggaran}}
Dasar:
* {{dasar}}
${day}
Pemeriksaan tertutup. Saudara dapat membawa bukti dan menyebut saksi, dan dapat meminta salinan berita acaranya.
${SIGNER}
# Tanda penerimaan panggilan
: Diterima oleh |
: Hari, tanggal |
: Tanda tangan |`;

/** In our own words. The wording of official forms was not seen: whoever uses these puts their institution's in place. */
export const TEXTS: Readonly<Record<Kind, string>> = {
  'summons-1': summons(
    'SURAT PANGGILAN I',
    '',
    'Panggilan disampaikan paling lambat {{batas_panggilan_1}}, menurut hitungan hari kerja sebelum pemeriksaan.',
  ),
  'summons-2': summons(
    'SURAT PANGGILAN II',
    'Panggilan pertama tanggal {{tanggal_panggilan_1}} tidak dihadiri pada {{tanggal_tidak_hadir}}.',
    'Batas panggilan kedua: {{batas_panggilan_2}}. Bila pada hari itu Saudara kembali tidak hadir, keputusan diambil dari bukti dan keterangan yang ada.',
  ),
  examination: `= BERITA ACARA PEMERIKSAAN
~ RAHASIA
Pada {{hari_periksa}} jam {{jam}} di {{tempat_periksa}}, dengan cara {{cara_periksa}}, kami yang memeriksa:
* {{pemeriksa}}
telah memeriksa pegawai berikut:
${PERSON}
karena dugaan pelanggaran berikut:
* {{pelanggaran}}
# Tanya jawab
* {{tanya_jawab}}
# Catatan
{{catatan}}
Berita acara ini dibaca kembali oleh yang diperiksa sebelum ditandatangani. Bila ia tidak mau menandatangani, hal itu dicatat di sini dan pemeriksaan tetap sah.
< Yang diperiksa,
<
< {{nama}}
> {{tempat_naskah}}, {{tanggal_naskah}}
> Pemeriksa,
>
> {{nama_pejabat}}
> NIP {{nip_pejabat}}`,
  team: `= KEPUTUSAN PEMBENTUKAN TIM PEMERIKSA
~ Nomor {{nomor}}
~ {{jabatan_pejabat}}
# Menimbang
{{pertimbangan}}
# Mengingat
* {{dasar}}
# Memutuskan
Membentuk tim pemeriksa atas dugaan pelanggaran netralitas dengan kode perkara {{kode_perkara}}, dengan anggota:
* {{anggota_tim}}
Tim terdiri atas atasan langsung, unsur pengawasan, dan unsur kepegawaian; pangkat anggota tidak di bawah pangkat yang diperiksa. Siapa yang dilaporkan, atau atasan yang ikut dilaporkan, tidak menjadi anggota.
Tim memeriksa, menulis berita acara dan laporan hasil pemeriksaan, lalu menyampaikannya kepada pejabat yang menetapkan keputusan ini.
${SIGNER}`,
  report: `= LAPORAN HASIL PEMERIKSAAN
~ Nomor {{nomor}}
~ RAHASIA
# Yang diperiksa
${PERSON}
# Dugaan pelanggaran
* {{pelanggaran}}
# Tahapan yang sudah dilalui
* {{tahapan}}
# Tenggat
* {{tenggat}}
# Keterangan
{{keterangan}}
# Bukti
* {{bukti}}
# Analisis
{{analisis}}
# Kesimpulan
{{kesimpulan}}
# Saran
{{saran}}
# Dasar
* {{dasar}}
${SIGNER}`,
  decision: `= KEPUTUSAN HUKUMAN DISIPLIN
~ Nomor {{nomor}}
~ {{jabatan_pejabat}}
# Menimbang
{{pertimbangan}}
# Mengingat
* {{dasar}}
# Memutuskan
Menjatuhkan hukuman disiplin tingkat {{tingkat}} kepada:
${PERSON}
karena terbukti melakukan:
* {{pelanggaran}}
berupa:
* {{hukuman}}
{{isi_putusan}}
Keputusan ini disampaikan kepada yang bersangkutan paling lambat {{batas_penyampaian}}. Keberatan dapat diajukan menurut ketentuan upaya administratif.
${SIGNER}`,
  moral: `= KEPUTUSAN SANKSI MORAL
~ Nomor {{nomor}}
~ {{jabatan_pejabat}}
# Menimbang
{{pertimbangan}}
# Mengingat
* {{dasar}}
# Memutuskan
Menjatuhkan sanksi moral berupa {{bentuk_pernyataan}} kepada:
${PERSON}
karena terbukti melanggar kode etik:
* {{pelanggaran}}
{{isi_putusan}}
# Cara menyampaikan pernyataan
{{cara_terbuka}}
${SIGNER}`,
  'decision-summons': `= PANGGILAN MENERIMA KEPUTUSAN
~ Nomor {{nomor}}
~ RAHASIA
Saudara dipanggil untuk menerima keputusan nomor {{nomor_putusan}} tanggal {{tanggal_putusan}}:
${PERSON}
: Hari, tanggal | {{hari_penyampaian}}
: Jam | {{jam}}
: Tempat | {{tempat_periksa}}
Keputusan disampaikan paling lambat {{batas_penyampaian}}. Bila Saudara tidak hadir, keputusan dikirimkan.
${SIGNER}`,
  receipt: `= TANDA TERIMA KEPUTUSAN
~ RAHASIA
Keputusan nomor {{nomor_putusan}} tanggal {{tanggal_putusan}} telah diserahkan kepada:
${PERSON}
: Diterima pada | {{tanggal_terima}}
: Cara penyerahan | {{cara_terima}}
: Mulai berlaku | {{berlaku_mulai}}
: Batas keberatan | {{batas_keberatan}}
Hari-hari itu dihitung dengan kalender hari kerja; bila ada upaya administratif, mulai berlakunya mengikuti putusannya.
< Yang menerima,
<
< {{nama}}
> {{tempat_naskah}}, {{tanggal_naskah}}
> Yang menyerahkan,
>
> {{nama_pejabat}}
> NIP {{nip_pejabat}}`,
  'reporter-receipt': `= TANDA TERIMA LAPORAN
: Kode perkara | {{kode_perkara}}
: Diterima pada | {{tanggal_laporan}}
: Batas verifikasi | {{batas_verifikasi}}
Laporan ini sudah diterima dan sedang diperiksa. Nama pelapor dan nama yang dilaporkan sengaja tidak tertulis di sini.
Perkembangannya dibaca dengan kode yang diberikan sewaktu melapor. Jangan menyimpan tanda terima ini di tempat yang dibaca orang lain bila Anda tidak ingin diketahui pernah melapor.
~ {{tempat_naskah}}, {{tanggal_naskah}}`,
};
