/**
 * What people say for one thing: standard words, slang, short forms, English. A phrase of several words goes before
 * its words. Roots are enough: affixes are taken off both here and in the question.
 */
export const LEXICON: Readonly<Record<string, string>> = {
  LIKE: 'like, suka, love, react, reaksi, pencet, kepencet, ketik suka, tanda suka',
  THUMB: 'jempol, thumb, thumbs up',
  COMMENT: 'komentar, komen, koment, ngomen, comment, balas, reply, tanggapi',
  SHARE:
    'share, bagikan, membagikan, repost, retweet, rt, viral, sebar, sebarkan, teruskan, diteruskan, nerusin, terusin, posting ulang, forward',
  SEND: 'kirim, send, forward, terus, broadcast, bc',
  FOLLOW: 'follow, folow, followback, follower, subscribe, subscriber, langganan, pengikut',
  ACCOUNT: 'akun, account, fanpage, channel, kanal',
  POST: 'posting, post, unggah, upload, konten, story, stories, cerita wa, feed, reels, cuit, tweet, tulis, publish, muat, live',
  STATUS: 'status, status wa, story wa, cerita wa, sw, update status',
  VIDEO: 'video, vidio, reels, klip, jingle',
  SOSMED:
    'medsos, sosmed, media sosial, social media, sosial media, facebook, fb, instagram, ig, insta, tiktok, tik tok, twitter, youtube, yt, threads, online, daring',
  WA: 'wa, whatsapp, whatsap, wasap, telegram, wag, chat',
  GROUP: 'grup, group, grub, wag, komunitas',
  ADMIN: 'admin, administrator, pengelola, mengelola',
  ADDED: 'dimasukkan, dimasukin, ditambahkan, keluar dari, diundang grup, tanpa izin',
  FOLLOWER: 'pendukung, simpatisan, fans',
  FAMILY: 'keluarga, family, alumni, arisan, serumah',
  RELATIVE:
    'anak, bapak, ayah, ibu saya, orang tua, orangtua, ortu, kakak, adik, adek, abang, paman, om, tante, bibi, sepupu, keponakan, mertua, menantu, ipar, saudara, kakek, nenek, son, daughter, father, mother, brother, sister, uncle, aunt, cousin, kerabat, famili',
  SPOUSE:
    'istri, isteri, suami, bini, husband, wife, spouse, pasangan saya, pasangan hidup, suamiku, istriku, misua',
  CANDIDATE:
    'calon, paslon, caleg, capres, cawapres, cagub, cawagub, cabup, cawabup, cawali, cawalkot, cakada, bacaleg, balon, bacalon, bacapres, bakal calon, pasangan calon, kandidat, candidate, presiden, gubernur, bupati, wali kota, walikota, wakil rakyat, dewan, dprd, dpr, dpd, legislatif, mayor, regent, governor, president',
  INCUMBENT: 'petahana, incumbent, bupati sekarang, maju lagi, menjabat, pejabat',
  RUN: 'nyaleg, nyalon, nyalonkan, mencalonkan, mencalonkan diri, maju, running, run, running for, ikut pileg, ikut pilkada, jadi caleg, jadi calon, jadi bupati, nyapres, nyabup, nyagub, nyawali, terjun politik, candidacy',
  SELF: 'saya mau, diri, sendiri, pns mau, asn mau, saya ingin',
  REGISTER: 'daftar, register, lamar',
  APPLY: 'melamar, ngelamar, apply, mendekati partai, penjaringan, fit and proper',
  NOMINATED: 'usung, rekomendasi partai, nominated, bakal calon',
  RESIGN: 'mundur, mengundurkan diri, resign, pensiun dini, berhenti dari',
  NUMBER: 'nomor urut, nomor, no urut, nomer, number',
  CAMPAIGN: 'kampanye, campaign, kampanyekan',
  RALLY:
    'rally, orasi, rapat umum, konser, pawai, konvoi, kampanye akbar, kampanye terbuka, kampanye terbatas, blusukan',
  ATTEND:
    'datang, hadir, nonton, tonton, lihat, lewat, attend, saksikan, mampir, undang, watch, go to, penonton',
  JOIN: 'ikut, join, gabung, ikutan, bergabung, serta',
  LISTEN: 'dengar, listen, simak',
  WORKHOURS: 'jam kerja, jam kantor, hari libur, working hours, di luar jam',
  INVITED: 'undang, diundang, undangan, invited',
  DECLARE:
    'deklarasi, declaration, pendaftaran, peluncuran, launching, antar daftar, mengantar, registration',
  KPU: 'kpu',
  PHOTO: 'foto, poto, photo, selfie, selfi, swafoto, wefie, potret, picture with, jepret',
  WITH: 'bareng, bersama, sama, bareng bareng, with, dengan, dampingan',
  PROFILE: 'foto profil, profil, profile, profile picture, pp wa, dp, avatar',
  FRAME: 'twibbon, twibon, twibbonize, bingkai, frame',
  PICTURE: 'gambar, wajah, logo, image',
  FINGER:
    'jari, pose, finger, salam metal, salam, gaya, acung, acungkan, tangan, pose jari, kode tangan, hand sign',
  SYMBOL: 'simbol, lambang, sign, symbol, isyarat, kode tangan',
  BANNER:
    'spanduk, baliho, poster, banner, umbul, apk, alat peraga, brosur, pamflet, reklame, billboard, selebaran, pasang',
  FLAG: 'bendera, flag',
  STICKER: 'stiker, sticker',
  STICKON: 'tempel, ditempeli, gantung',
  HOUSE: 'rumah, halaman, pagar, tembok, teras, tanah, house, home, fence, kebun, warung saya',
  VEHICLE: 'mobil, motor, kendaraan, kaca mobil, car, mobil pribadi, angkot',
  PARTY:
    'partai, parpol, party, partai politik, political party, pdip, golkar, gerindra, pks, pkb, nasdem, demokrat, ppp, psi',
  PARTYCARD: 'kta, sipol, kartu tanda anggota, kartu anggota, kartu partai',
  MEMBER: 'anggota, pengurus, member, kader, keanggotaan',
  NAME: 'nama, name, tercatat, terdaftar',
  MISUSED: 'catut, pinjam, pakai nama, disalahgunakan, misused, diam diam dipakai',
  KTP: 'ktp, nik, e ktp, kartu penduduk, kartu tanda penduduk, identity card, id card',
  INDEPENDENT: 'independen, perseorangan, perorangan, independent, jalur independen',
  SUPPORTLETTER: 'surat dukungan, pernyataan dukungan, form dukungan, b1 kwk, letter of support',
  COLLECT: 'kumpul, fotokopi, fotocopy, copy, collect',
  MONEY:
    'uang, duit, amplop, serangan fajar, money, politik uang, money politics, money politic, suap, sogok, cash, angpao, pulsa, uang lelah, uang transport',
  GIFT: 'sembako, bingkisan, hadiah, gift, parsel, hampers, beras, souvenir, oleh oleh, doorprize, pemberian, minyak goreng, sarung',
  GOTTEN: 'terima, dapat, dikasih, diberi, receive, accept',
  GIVE: 'beri, kasih, bagi bagi, bagi, give',
  FACILITY:
    'fasilitas, facility, facilities, anggaran, apbd, aset, barang milik negara, fasilitas negara, fasilitas kantor',
  OFFICECAR:
    'mobil dinas, kendaraan dinas, plat merah, pelat merah, motor dinas, randis, office car, official car, mobil kantor, ambulans',
  OFFICEHOUSE: 'rumah dinas, rumdin, rumah jabatan, pendopo, official house',
  HALL: 'aula, gedung, ruang rapat, hall, balai, lapangan kantor',
  EQUIPMENT:
    'printer, laptop, komputer, fotokopi kantor, mesin, wifi, alat kantor, kertas, sound system, kursi, tenda',
  WORKPLACE: 'kantor, dinas, instansi, office, opd, badan, kecamatan, kelurahan',
  GOVERNMENT: 'pemda, pemkab, pemkot, pemprov, pemerintah, government',
  USE: 'pakai, guna, use, gunakan',
  BORROW: 'pinjam, borrow, sewa aula',
  ORDER:
    'suruh, perintah, wajibkan, diwajibkan, arahkan, diarahkan, mobilisasi, kerahkan, instruksi, minta, order, forced, paksa, tekan, imbau',
  BOSS: 'atasan, kadis, kepala dinas, pimpinan, bos, boss, kepala, camat, lurah, sekda, kabid, superior, head of',
  STAFF: 'bawahan, staf, staff, anak buah, pegawai, karyawan, subordinate',
  THREAT: 'ancam, mutasi, intimidasi, dipindah, nonjob, non job, threat, threaten',
  TEAM: 'tim sukses, timses, tim pemenangan, relawan, konsultan, tim kampanye, buzzer, volunteer, campaign team, tim ahli, juru kampanye, jurkam, tim relawan, konsultan politik, tim hore, tim',
  WITNESS: 'saksi, saksi partai, witness',
  HELP: 'bantu, tolong, help, dukung diam',
  DRAFTING: 'susun, nyusun, materi, strategi, pidato, survei, data',
  DONATE: 'sumbang, donasi, donatur, donate, donation, iuran, patungan, urunan, galang dana, sedekah politik',
  FUNDS: 'dana, dana kampanye, transfer, biaya, modal, funds',
  EVENT:
    'pengajian, kondangan, nikah, kawinan, hajatan, syukuran, selamatan, tahlilan, yasinan, maulid, natal, wedding, reuni, khitanan, sunatan, halal bihalal, buka bersama, bukber, acara keluarga, acara agama, acara, pesta, event, kerja bakti, kenduri, ibadah, silaturahmi, open house, majelis taklim',
  ASKED: 'tanya, ditanya, nanya, asked, ask, ditanyain',
  DISCUSS:
    'obrol, ngobrol, diskusi, bahas, debat kusir, curhat, bicara, ngomong, talk, discuss, cerita, debat politik, gosip',
  FRIEND: 'teman, kawan, sahabat, tetangga, friend, colleague, rekan',
  NEIGHBOUR: 'tetangga, rt, rw, warga, neighbour, neighbor, kampung, desa',
  CHOICE: 'pilihan, choice, preferensi, jagoan',
  WHOM: 'siapa, who, whom',
  POLITICS: 'politik, politics, political, pilkada, pilpres, pileg, pemilu, election',
  PICK: 'pilih, choose, memilih',
  VOTE: 'nyoblos, coblos, mencoblos, vote, voting, bilik suara, memberi suara, memberikan suara, gunakan hak pilih',
  VOTERIGHT: 'hak pilih, hak suara, hak memilih, right to vote',
  ABSTAIN: 'golput, abstain, tidak memilih, tidak nyoblos',
  TPS: 'tps, polling station, tempat pemungutan suara',
  VISION: 'visi, misi, visi misi, vision, mission',
  PROGRAMME: 'program, program kerja, rekam jejak, janji, programme, track record, gagasan',
  LOOKUP: 'cari, cari tahu, baca, baca baca, pelajari, look up, read, cek, info, informasi, buka',
  DEBATE: 'debat, debate, debat capres',
  TV: 'tv, televisi, televisi, internet, web, situs, berita, koran, radio',
  OFFICIALACC:
    'akun resmi, akun dinas, akun kantor, website, humas, medsos kantor, medsos dinas, ig dinas, ig kantor, fb dinas, official account, situs resmi, laman resmi, kominfo, instagram dinas, media sosial dinas',
  SHIRT:
    'kaos, kaus, baju, topi, jaket, kemeja, jersey, pin, shirt, tshirt, t shirt, hat, rompi, jilbab, masker, seragam partai',
  ATTRIBUTE: 'atribut, attribute, attributes',
  UNIFORM: 'seragam, korpri, uniform, baju dinas, batik korpri',
  WEAR: 'pakai, kenakan, wear, wearing, memakai',
  KPPS: 'kpps, pps, panwas, panwaslu, pantarlih, ptps, panitia pemungutan, badan adhoc, adhoc, penyelenggara pemilu, pengawas tps, petugas tps, petugas pemilu, pkd, panwascam, poll worker',
  COMMITTEE: 'panitia, petugas, penyelenggara, pengawas',
  VOTING: 'pemungutan suara, penghitungan suara, pemungutan',
  LEAVE: 'cuti, leave, izin tidak masuk, libur panjang',
  CLTN: 'cltn, luar tanggungan negara, luar tanggungan, unpaid leave',
  DUTY: 'tugas, bertugas, surat tugas, duty, kunjungan kerja, kunker, penugasan',
  PROTOCOL: 'protokol, ajudan, sopir, protocol, driver, walpri',
  ACCOMPANY: 'damping, temani, kawal, accompany, antar',
  MEME: 'meme, sindir, satire, lelucon, hoaks, hoax, kritik, jelek, hina, ejek, fitnah, ujaran kebencian, kampanye hitam, black campaign, parodi, olok, mengkritik, lucu',
  REPORT: 'lapor, laporan, aduan, adukan, report, sbt, pengaduan, ngadu, mengadu, whistleblower',
  WHERE: 'kemana, ke mana, dimana, di mana, where, siapa',
  VIOLATION: 'pelanggaran, langgar, melanggar, violation, breach',
  HONORER:
    'honorer, ppnpn, thl, tkd, outsourcing, non asn, non pns, pjlp, sukwan, gtt, ptt, thk2, tenaga kontrak, pegawai kontrak, tenaga harian lepas, non civil servant, contract staff, tenaga lepas',
  CONTRACT: 'kontrak, magang, satpam, cleaning service, contract, harian lepas',
  PPPK: 'pppk, p3k',
  PARTTIME: 'paruh waktu, part time',
  TEACHER: 'guru, dosen, teacher, kepsek, kepala sekolah, pengajar, lecturer, wali kelas',
  CLASS:
    'kelas, murid, siswa, mahasiswa, sekolah, kampus, class, student, students, pelajaran, anak didik, mengajar',
  WORSHIP:
    'masjid, mesjid, gereja, ceramah, khotbah, khutbah, khatib, pendeta, ustaz, ustadz, dakwah, mimbar, mosque, church, sermon, vihara, pura, imam, kultum, jumatan, rumah ibadah, mushola, pastor, pengkhotbah, tausiah, tausiyah',
  PRAY: 'doa, pray, berdoa',
  MENTION: 'sebut, mention, nyebut',
  BUSINESS:
    'usaha, toko, percetakan, katering, catering, bisnis, dagang, jual, jasa, business, shop, konveksi, sablon, vendor, warung makan, kios, jualan',
  PRINT: 'cetak, sablon, print, printing',
  ORDERED: 'order, pesan, pesanan, orderan',
  RENT: 'sewa, rental, rent, kontrakan, nyewain',
  SANCTION:
    'sanksi, hukum, hukuman, pecat, pidana, penjara, punishment, penalty, sanction, konsekuensi, akibatnya, denda, risiko, resiko, teguran',
  ETHICS: 'kode etik, disiplin, etik, ethics, discipline, hukuman disiplin',
  NEUTRAL: 'netral, netralitas, neutral, neutrality',
  SUPPORT:
    'dukung, support, promosi, ajak, ajakan, memihak, endorse, kampanyekan, seru, seruan, himbau, mempromosikan, menangkan',
  ASN: 'asn, pns, aparatur, civil servant, civil servants',
};

/** Words that ask, join or point and say nothing of the matter. */
export const STOPWORDS = new Set(
  (
    'apa apakah boleh bolehkah bole gak ga nggak ngga enggak tidak tak ndak bukan saya aku gue gw kami kita anda kamu dia ' +
    'yang yg di ke dari pada untuk buat bagi oleh dan atau tapi tetapi kalau kalo jika bila kalu saat waktu ketika pas ' +
    'itu ini nya sih dong ya yah kah pun lah deh kok nih tuh cuma hanya saja aja doang masih sudah udah telah akan mau ' +
    'ada adalah jadi menjadi sebagai seperti juga lagi bisa dapatkah harus perlu mesti gimana bagaimana kenapa mengapa ' +
    'kena masalah aman salah dilarang larangan aturan aturannya hukumnya gitu begitu eh oh min pak bu mas mbak tolong mohon tanya ' +
    'sangat banget supaya agar tanpa secara lewat melalui dalam antara atas bawah depan belakang dekat karena sebab ' +
    'is it ok okay can may i a an the of to for on in at my me we you he she just as be do does am are and or if when while what how ' +
    'sesama para si sang tersebut terhadap tentang soal mengenai seorang orang baru lama tetap sengaja kapan namun meski walau biar berlaku'
  ).split(/\s+/),
);
