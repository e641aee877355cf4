export default {
  'newsroom.check.law-not-in-force.replaced':
    '{name} sudah tidak berlaku pada {date}: dicabut sejak {since} dan diganti {successor}. Kutip {successor}, atau sebutkan bahwa Anda mengutip aturan lama.',
  'newsroom.check.law-not-in-force.revoked':
    '{name} sudah tidak berlaku pada {date} (berakhir {since}). Ganti dengan aturan yang berlaku pada tanggal itu.',
  'newsroom.check.law-not-in-force.not-yet':
    '{name} belum berlaku pada {date}; berlaku sejak {since}. Periksa tanggal atau nomor aturannya.',
  'newsroom.check.law-unknown':
    '{name} tidak ada dalam daftar aturan kami, jadi tidak dapat kami periksa. Cocokkan nomor dan tahunnya dengan naskah resmi.',
  'newsroom.check.citation-garbled.word-missing':
    'Nomor {printed} pada {name} kehilangan kata "Nomor", sehingga lima nomor keputusan bersama tampak menyatu. Seharusnya: {right}.',
  'newsroom.check.citation-garbled.altered': 'Nomor {printed} pada {name} tidak cocok. Seharusnya: {right}.',
  'newsroom.check.citation-garbled.foreign':
    'Nomor {printed} bukan salah satu nomor {name}. Periksa kelima nomor satu per satu.',
  'newsroom.check.citation-garbled.absent': 'Nomor dari satu lembaga hilang pada {name}: {right}. Tambahkan.',
  'newsroom.check.citation-garbled.wrong-issuer':
    'Nomor {printed} pada {name} dipasangkan dengan lembaga yang keliru. Seharusnya: {right}.',
  'newsroom.check.article-misquoted.subject':
    '{article} {name} bukan tentang pihak yang disebut di sini. Isinya, dengan kata kami: {gist} Ganti pasalnya atau perbaiki kalimatnya.',
  'newsroom.check.article-misquoted.matter':
    '{article} {name} mengatur hal lain: {gist} Yang tertulis lebih dekat dengan {better}. Cocokkan dengan naskah resmi.',
  'newsroom.check.article-misquoted.no-such':
    '{name} tidak memiliki {article}: pasal terakhir yang kami ketahui adalah {last}. Periksa nomornya.',
  'newsroom.check.article-misquoted.no-number':
    '{outer} {name} tidak memiliki {article}. Periksa angkanya; larangan dan sanksi memakai penomoran yang berbeda.',
  'newsroom.check.weekday-mismatch':
    'Tanggal {date} jatuh pada hari {right}, bukan {printed}. Perbaiki hari atau tanggalnya.',
  'newsroom.check.date-contradiction.relative':
    'Teks bertanggal {printed}, tetapi menyebut {named} dengan kata yang berarti kejadiannya pada {weekday}, {spoken}: selisih {days} hari. Pastikan tanggal kejadian.',
  'newsroom.check.date-contradiction.paper':
    'Kejadian bertanggal {printed}, lebih dahulu daripada surat yang menjadi dasarnya ({paper}). Periksa kedua tanggal.',
  'newsroom.check.year-missing.by-weekday':
    'Tahun tidak ditulis. Hari {printed} hanya cocok dengan tahun {year} di antara {from} dan {to}, jadi terbaca {date}. Tuliskan tahunnya.',
  'newsroom.check.year-missing.by-bounds':
    'Tahun tidak ditulis. Di antara {from} dan {to} hanya {date} yang mungkin. Tuliskan tahunnya.',
  'newsroom.check.year-missing.no-year-fits':
    'Tahun tidak ditulis, dan hari {printed} tidak cocok dengan tahun mana pun di antara {from} dan {to}. Periksa hari dan tanggalnya.',
  'newsroom.check.year-missing.unknown':
    'Tahun tidak ditulis dan tidak dapat disimpulkan dari teks. Tuliskan tahunnya.',
  'newsroom.check.points-missing.neutrality': 'Poin tentang menjaga prinsip netralitas tidak ada. Lengkapi.',
  'newsroom.check.points-missing.conflict-of-interest':
    'Poin tentang konflik kepentingan, intimidasi, dan keberpihakan tidak ada. Lengkapi.',
  'newsroom.check.points-missing.social-media':
    'Poin tentang media sosial (social-media) tidak ada. Lengkapi.',
  'newsroom.check.points-missing.money-politics': 'Poin tentang politik uang tidak ada. Lengkapi.',
  'newsroom.check.points-missing.other':
    'Poin {number} dari naskah yang disematkan tidak ada: "{theme}". Lengkapi.',
  'newsroom.check.points-differ.pinned':
    'Poin {number} berbeda dari naskah yang disematkan: {diff}. Samakan bunyinya.',
  'newsroom.check.points-differ.added':
    'Poin ini tidak ada dalam naskah yang disematkan. Hapus atau sematkan naskah baru.',
  'newsroom.check.points-differ.slip':
    'Pada "{near}" tertulis "{printed}", lazimnya "{should}"; satu kata ini mengubah arti. Cocokkan dengan naskah resmi.',
  'newsroom.check.points-differ.merged':
    'Hanya {counted} poin yang dihitung, padahal isinya {listed}: dua poin menyatu. Beri nomor sendiri untuk setiap poin.',
  'newsroom.check.point-count-mismatch':
    'Disebut {announced} poin, tetapi yang tertulis {listed}. Lengkapi poinnya atau perbaiki jumlahnya.',
  'newsroom.check.title-body-conflict.election':
    'Judul menyebut {title}, isi menyebut {body}. Samakan dengan naskah ikrarnya.',
  'newsroom.check.title-body-conflict.signers':
    'Judul menyebut {group} ikut menandatangani, tetapi menurut isi mereka tidak menandatangani. Menyaksikan bukan menandatangani; perbaiki salah satunya.',
  'newsroom.check.title-body-conflict.size':
    'Judul menyebut {title}, isi menyebut {body}. Samakan jumlahnya.',
  'newsroom.check.text-duplicated':
    'Bagian ini mengulang isi sebelumnya. Hapus; angka dan kutipan di dalamnya tidak dihitung dua kali.',
  'newsroom.check.symbolic-only':
    'Penandatanganan hanya simbolis. Tanda tangan perwakilan tidak dihitung sebagai tanda tangan seluruh pegawai; kumpulkan tanda tangan masing-masing.',
  'newsroom.check.participants-mixed-employers':
    'Peserta bukan hanya pegawai {organiser}: "{other}" bekerja pada instansi lain. Catat instansi asal setiap peserta.',
  'newsroom.check.term-variant': 'Tertulis "{printed}"; istilah yang lazim "{standard}". Perbaiki.',
  'newsroom.check.office-expired':
    '{name} sudah tidak ada sejak {until}, jadi tidak dapat dituju pada {date}. Tugas penegakannya beralih ke {successor}.',
  'newsroom.check.file.tooLarge': 'Berkas terlalu besar (batas {limit}). Kirim hanya naskahnya.',
  'newsroom.check.file.pdfNoText':
    'PDF ini tidak berisi teks, mungkin hasil pindai. Buka naskah aslinya, salin teksnya, lalu tempel.',
  'newsroom.check.file.pdfBroken':
    'PDF ini rusak atau tidak utuh. Simpan ulang sebagai PDF, atau salin teksnya, lalu tempel.',
  'newsroom.check.file.pdfLocked':
    'PDF ini terkunci dengan kata sandi. Simpan tanpa kata sandi, atau salin teksnya, lalu tempel.',
  'newsroom.check.file.pdfPages': 'PDF ini {pages} halaman (batas {limit}). Kirim halaman yang penting saja.',
  'newsroom.check.file.tooSlow':
    'Berkas ini terlalu lama dibaca. Kirim halaman yang penting saja, atau salin teksnya, lalu tempel.',
  'newsroom.check.file.oldWord':
    'Format DOC lama belum dapat dibaca. Simpan sebagai DOCX atau TXT, lalu coba lagi.',
  'newsroom.check.file.notWord':
    'Berkas ini bukan DOCX yang utuh. Simpan ulang dari pengolah kata, atau tempel teksnya.',
  'newsroom.check.file.binary':
    'Berkas ini bukan teks. Yang dapat dibaca: TXT, HTML, DOCX, dan PDF berisi teks.',
  'newsroom.check.file.absent': 'Berkas {file} tidak dapat dibuka. Periksa namanya.',
  'newsroom.check.cli.help':
    'ikrar law check BERKAS [--on TANGGAL] [--json] [--lang id|en]\n\nMemeriksa surat edaran, naskah ikrar, atau berita (TXT, HTML, DOCX, PDF berisi teks): kutipan aturan, tanggal, poin, istilah.\n\n  --on TANGGAL   menilai aturan pada tanggal ini (YYYY-MM-DD); tanpa ini, tanggal dalam teks yang dipakai\n  --json         keluaran JSON; posisi dihitung dalam satuan UTF-16 dari teks\n  --lang id|en   bahasa pesan (bawaan: id)\n\nKode keluar 0 bila pemeriksaan berjalan, juga bila ada temuan; 2 bila masukan keliru.',
  'newsroom.check.cli.usage': 'Sebutkan satu berkas. Lihat: ikrar law check --help',
  'newsroom.check.cli.option': 'Pilihan {option} tidak dikenal. Lihat: ikrar law check --help',
  'newsroom.check.cli.date': 'Tanggal "{date}" keliru. Tulis sebagai YYYY-MM-DD, misalnya 2024-09-11.',
  'newsroom.check.cli.lang': 'Bahasa "{lang}" tidak ada. Pilih id atau en.',
  'newsroom.check.cli.findings': 'Temuan: {count}',
  'newsroom.check.cli.citations': 'Kutipan: {count}',
  'newsroom.check.cli.record': 'Draf catatan',
  'newsroom.check.cli.at': 'baris {line}, kolom {column}',
  'newsroom.check.cli.derived': 'disimpulkan',
  'newsroom.check.cli.source': 'Sumber',
  'newsroom.check.cli.none': 'Tidak ada temuan.',
} as const;
