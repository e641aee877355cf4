import { seen, toCheck } from '../../data/source.ts';
import type { Source } from '../../types.ts';
import type { Text } from '../../violations/stated.ts';

/** One year: `MM-DD` and the key of its name; `MM-DD?` where the day is only recalled. */
export interface YearRow {
  readonly year: number;
  readonly decree: string;
  /** When the decree, or its last change, was announced or signed. */
  readonly set: string;
  readonly national: string;
  readonly joint: string;
  readonly vote?: string;
  readonly note?: Text;
  readonly sources: readonly Source[];
}

/** Seen in the pages named. A year that is not here is not known; it is never computed. */
export const YEAR_ROWS: readonly YearRow[] = [
  {
    year: 2023,
    decree: 'SKB 1066/2022, 3/2022, 3/2022; diubah 29 Maret 2023 dan SKB 624/2023, 2/2023, 2/2023',
    set: '2023-06-16',
    national:
      '01-01 newYear,01-22 imlek,02-18 miraj,03-22 nyepi,04-07 goodFriday,04-22 fitri,04-23 fitri,05-01 labour,05-18 ascension,06-01 pancasila,06-04 vesak,06-29 adha,07-19 hijri,08-17 independence,09-28 mawlid,12-25 christmas',
    joint:
      '01-23 imlek,03-23 nyepi,04-19 fitri,04-20 fitri,04-21 fitri,04-24 fitri,04-25 fitri,06-02 vesak,06-28 adha,06-30 adha,12-26 christmas',
    note: {
      id: 'Cuti bersama diubah dua kali: Idulfitri digeser dari 21, 24–26 April menjadi 19–21, 24, dan 25 April; 28 dan 30 Juni ditambahkan.',
      en: 'Joint leave changed twice: Eid al-Fitr from 21, 24–26 April to 19–21, 24 and 25 April; 28 and 30 June added.',
    },
    sources: [
      seen(
        'https://mjawir.blogspot.com/2023/03/hasil-rapat-hari-libur-nasional-sampai.html',
        'national holidays',
      ),
      seen(
        'https://menitini.com/pemerintah-tetapkan-29-juni-2023-sebagai-hari-raya-idul-adha-dan-cuti-bersama',
        'joint leave as first set',
      ),
      seen('https://origin.kompas.tv/amp/nasional/398513/…', 'joint leave at Eid al-Fitr moved'),
      seen(
        'https://kabar24.bisnis.com/read/20230621/15/1667418/cuti-bersama-iduladha-sudah-ditetapkan-ini-sisa-hari-libur-hingga-akhir-tahun',
        'joint leave at Eid al-Adha added',
      ),
    ],
  },
  {
    year: 2024,
    decree: 'SKB 855/2023, 3/2023, 4/2023',
    set: '2023-09-12',
    national:
      '01-01 newYear,02-08 miraj,02-10 imlek,03-11 nyepi,03-29 goodFriday,03-31 easter,04-10 fitri,04-11 fitri,05-01 labour,05-09 ascension,05-23 vesak,06-01 pancasila,06-17 adha,07-07 hijri,08-17 independence,09-16 mawlid,12-25 christmas',
    joint:
      '02-09 imlek,03-12 nyepi,04-08 fitri,04-09 fitri,04-12 fitri,04-15 fitri,05-10 ascension,05-24 vesak,06-18 adha,12-26 christmas',
    vote: '02-14 vote,11-27? vote',
    note: {
      id: 'Hari pemungutan suara 14 Februari terlihat di sumber sebagai hari libur; 27 November (Pilkada) kami ingat, belum terlihat.',
      en: 'Voting day 14 February was seen as a holiday; 27 November (regional elections) is recalled, not seen.',
    },
    sources: [
      seen('https://langgam.id/?p=187973', 'the whole list'),
      seen(
        'https://sumbarfokus.com/catat-jadwal-libur-nasional-2024-beserta-tanggal',
        'voting day 14 February',
      ),
      toCheck('27 November 2024 as a holiday is recalled. Check the presidential decree here.'),
    ],
  },
  {
    year: 2025,
    decree: 'SKB 1017/2024, 2/2024, 2/2024; diubah SKB 933/2025, 1/2025, 3/2025',
    set: '2025-08-07',
    national:
      '01-01 newYear,01-27 miraj,01-29 imlek,03-29 nyepi,03-31 fitri,04-01 fitri,04-18 goodFriday,04-20 easter,05-01 labour,05-12 vesak,05-29 ascension,06-01 pancasila,06-06 adha,06-27 hijri,08-17 independence,09-05 mawlid,12-25 christmas',
    joint:
      '01-28 imlek,03-28 nyepi,04-02 fitri,04-03 fitri,04-04 fitri,04-07 fitri,05-13 vesak,05-30 ascension,06-09 adha,08-18 independence,12-26 christmas',
    note: {
      id: 'Cuti bersama 18 Agustus baru ditambahkan pada 7 Agustus 2025. Hari pemungutan suara ulang 27 Agustus adalah libur setempat; tambahkan bila berlaku bagi Anda.',
      en: 'Joint leave on 18 August was added only on 7 August 2025. The re-run vote on 27 August is a local holiday; add it where it applies to you.',
    },
    sources: [
      seen('https://radarbandung.id/2024/10/15/berikut-data-fakta-libur-dan-cuti-2025', 'the whole list'),
      seen(
        'https://caritahu.kontan.co.id/news/jadwal-lengkap-hari-libur-nasional-dan-cuti-bersama-tahun-2025',
        'the same',
      ),
      seen(
        'https://jabar.jpnn.com/kriminal/26179/18-agustus-jadi-hari-cuti-bersama-dan-libur-nasional',
        '18 August added',
      ),
    ],
  },
  {
    year: 2026,
    decree: 'SKB 1497/2025, 2/2025, 5/2025',
    set: '2025-09-19',
    national:
      '01-01 newYear,01-16 miraj,02-17 imlek,03-19 nyepi,03-21 fitri,03-22 fitri,04-03 goodFriday,04-05 easter,05-01 labour,05-14 ascension,05-27 adha,05-31 vesak,06-01 pancasila,06-16 hijri,08-17 independence,08-25 mawlid,12-25 christmas',
    joint:
      '02-16 imlek,03-18 nyepi,03-20 fitri,03-23 fitri,03-24 fitri,05-15 ascension,05-28 adha,12-24 christmas',
    note: {
      id: 'Satu halaman mencetak tanggal hari libur nasional yang lain (antara lain 6 dan 25 Mei, 16 September) di samping cuti bersama yang sama; halaman itu bertentangan dengan dirinya sendiri dan tidak kami ikuti. Perubahan selama tahun 2026 belum terlihat.',
      en: 'One page prints other national dates (6 and 25 May, 16 September among them) beside the same joint leave; it contradicts itself and is not followed. Changes during 2026 were not seen.',
    },
    sources: [
      seen(
        'https://pembelajaranbermaknaid.blogspot.com/2025/11/skb-3-menteri-rilis-daftar-cuti-bersama.html',
        'the whole list',
      ),
      seen(
        'https://disdiksmg.semarangkota.go.id/post-detail/resmi-daftar-hari-libur-nasional-dan-cuti-bersama-tahun-2026-berdasarkan-skb-3-menteri',
        'numbers of the decree, 17 and 8 days, Eid on 21 and 22 March',
      ),
      seen(
        'https://palu.tribunnews.com/news/169028/skb-tiga-menteri-total-25-hari-libur-untuk-2026-simak-daftarnya',
        'the same joint leave; its national dates differ and contradict it',
      ),
    ],
  },
];
