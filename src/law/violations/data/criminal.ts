import { JABARNEWS, LAJUR, seen, toCheck } from '../../data/source.ts';
import type { CriminalSide } from '../types.ts';

const UU7 = {
  since: { date: '2017-08-16', confidence: 'recalled' },
  election: 'pemilu',
  instrument: 'uu-7-2017',
} as const;
const UU10 = {
  since: { date: '2016-07-01', confidence: 'recalled' },
  election: 'pemilihan',
  instrument: 'uu-10-2016',
} as const;
const UU1 = {
  since: { date: '2015', confidence: 'verified' },
  election: 'pemilihan',
  instrument: 'uu-1-2015',
} as const;
const TANDASERU = seen('https://www.tandaseru.com/2024/10/02/…/2', 'Pasal 70, 71, 188 and 189');

/**
 * The election law beside ethics and discipline. That an item of the list is also the act of an article is our inference
 * unless the article names the act itself; Bawaslu decides, not the institution.
 */
export const CRIMINAL: readonly CriminalSide[] = [
  {
    ...UU7,
    items: ['D4', 'D10'],
    ref: { pasal: '280', ayat: '3' },
    punishes: 'asn',
    text: {
      id: 'ASN dilarang menjadi pelaksana atau tim kampanye; Pasal 494: kurungan paling lama 1 tahun dan denda paling banyak Rp12 juta.',
      en: 'ASN may not be executors or team members of a campaign; Pasal 494: up to 1 year and Rp12 million.',
    },
    confidence: 'verified',
    sources: [seen(LAJUR, 'Pasal 280 ayat (3) and 494')],
  },
  {
    ...UU7,
    items: ['D4', 'D10'],
    ref: { pasal: '280', ayat: '2', huruf: 'f' },
    punishes: 'executor',
    text: {
      id: 'Pelaksana dan tim kampanye dilarang mengikutsertakan ASN. Pidananya Pasal 493; besarnya belum terlihat di sumber.',
      en: 'Executors and teams may not include ASN. Penalty in Pasal 493; its size was not seen.',
    },
    confidence: 'verified',
    sources: [seen(LAJUR, 'Pasal 280 ayat (2) huruf f, number 493')],
  },
  {
    ...UU7,
    items: ['D4', 'D10'],
    ref: { pasal: '521' },
    punishes: 'executor',
    text: {
      id: 'Pelaksana, peserta, atau tim kampanye yang melanggar larangan kampanye: paling lama 2 tahun dan Rp24 juta.',
      en: 'Executors, participants or teams who break the campaign prohibitions: up to 2 years and Rp24 million.',
    },
    confidence: 'verified',
    sources: [seen(JABARNEWS, 'Pasal 521')],
  },
  {
    ...UU7,
    items: ['D12'],
    ref: { pasal: '282' },
    punishes: 'official',
    text: {
      id: 'Pejabat dilarang membuat keputusan atau tindakan yang menguntungkan atau merugikan peserta pemilu.',
      en: 'Officials may not decide or act to benefit or harm a contestant.',
    },
    confidence: 'verified',
    sources: [seen(JABARNEWS, 'Pasal 282')],
  },
  {
    ...UU7,
    items: ['D12'],
    ref: { pasal: '547' },
    punishes: 'state-official',
    text: {
      id: 'Pejabat negara yang melakukannya: paling lama 3 tahun dan Rp36 juta.',
      en: 'State officials who do so: up to 3 years and Rp36 million.',
    },
    confidence: 'recalled',
    sources: [toCheck()],
  },
  {
    ...UU7,
    items: ['D12'],
    ref: { pasal: '490' },
    punishes: 'village-head',
    text: {
      id: 'Kepala desa yang menguntungkan atau merugikan peserta pemilu dipidana; butir ini bukan untuk ASN.',
      en: 'Village heads who benefit or harm a contestant are punished; this is not about ASN.',
    },
    confidence: 'verified',
    sources: [seen(JABARNEWS, 'Pasal 490')],
  },
  {
    ...UU7,
    items: ['D8'],
    ref: { pasal: '283' },
    punishes: 'official',
    text: {
      id: 'Pejabat dan ASN dilarang mengadakan kegiatan yang mengarah kepada keberpihakan.',
      en: 'Officials and ASN may not hold partisan activities.',
    },
    confidence: 'verified',
    sources: [seen(JABARNEWS, 'Pasal 283')],
  },
  {
    ...UU10,
    items: ['D4', 'D10'],
    ref: { pasal: '70', ayat: '1' },
    punishes: 'candidate',
    text: {
      id: 'Pasangan calon dilarang melibatkan ASN dalam kampanye; pidana bagi calon dalam UU 1/2015 Pasal 189.',
      en: 'Candidates may not involve ASN in a campaign; penalty for candidates in UU 1/2015 Pasal 189.',
    },
    confidence: 'verified',
    sources: [TANDASERU],
  },
  {
    ...UU10,
    items: ['D12'],
    ref: { pasal: '71', ayat: '1' },
    punishes: 'official',
    text: {
      id: 'Pejabat ASN dilarang membuat keputusan atau tindakan yang menguntungkan atau merugikan pasangan calon.',
      en: 'ASN officials may not decide or act to benefit or harm a pair.',
    },
    confidence: 'verified',
    sources: [TANDASERU],
  },
  {
    ...UU1,
    items: ['D12'],
    ref: { pasal: '188' },
    punishes: 'official',
    text: {
      id: 'Pidana atas Pasal 71: penjara 1 sampai 6 bulan dan/atau denda Rp600.000 sampai Rp6.000.000.',
      en: 'Penalty for Pasal 71: 1 to 6 months and/or Rp600,000 to Rp6,000,000.',
    },
    confidence: 'verified',
    sources: [seen('https://axialnews.id/tag/netralitas-asn', 'text of Pasal 188'), TANDASERU],
  },
  {
    election: 'pemilihan',
    instrument: 'mk-136-puu-xxii-2024',
    since: { date: '2024-11-14', confidence: 'verified' },
    items: ['D12'],
    punishes: 'official',
    text: {
      id: 'Putusan ini memperluas Pasal 188 sehingga pejabat daerah dan TNI/Polri juga dapat dipidana.',
      en: 'This ruling widens Pasal 188 to regional officials, TNI and Polri.',
    },
    confidence: 'verified',
    sources: [
      seen(
        'http://redaksi.waspada.co.id/v2024/mk-tni-polri-dan-asn-tak-netral-di-pilkada-2024-bisa-dipidana',
        'ruling',
      ),
    ],
  },
];
