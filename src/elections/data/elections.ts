import type { Source } from '../../law/index.ts';
import type { Election } from '../types.ts';

const VOI: Source = {
  url: 'https://voi.id/berita/177782/…',
  note: 'campaign, quiet period and vote of 2024',
};
const RERUN: Source = {
  url: 'https://bloombergtechnoz.com/detail-news/56783/…/2',
  note: 're-run: determination 22 July, campaign 25 July to 23 August, vote 27 August 2025',
};
const KPU: Source = {
  url: 'https://jdih.kpu.go.id/',
  note: 'Not seen; from general knowledge. Check the KPU schedule here before relying on it.',
};

const rerun = (id: string, region: string, place: string, placeEn: string): Election => ({
  id,
  kind: 'pemilihan',
  name: { id: `Pilkada Ulang ${place} 2025`, en: `Re-run regional election, ${placeEn}, 2025` },
  aliases: ['Pilkada Ulang', 'Pemilihan Ulang'],
  year: 2025,
  contests: ['regional-head'],
  regions: [region],
  stages: [
    { kind: 'determination', from: '2025-07-22', to: '2025-07-22', confidence: 'verified', sources: [RERUN] },
    { kind: 'campaign', from: '2025-07-25', to: '2025-08-23', confidence: 'verified', sources: [RERUN] },
    { kind: 'quiet', from: '2025-08-24', to: '2025-08-26', confidence: 'inferred', sources: [RERUN] },
    { kind: 'vote', from: '2025-08-27', to: '2025-08-27', confidence: 'verified', sources: [RERUN] },
  ],
  laws: ['uu-1-2015', 'uu-10-2016'],
  rerunOf: 'pilkada-2024',
  sources: [RERUN],
  confidence: 'verified',
});

/** Elections by date of vote. Later ones are added as rows; their stages, contests and regions may differ. */
export const ELECTIONS: readonly Election[] = [
  {
    id: 'pemilu-2024',
    kind: 'pemilu',
    name: { id: 'Pemilu 2024', en: 'General election 2024' },
    aliases: ['Pemilihan Umum 2024', 'Pemilu Serentak 2024', 'Pilpres 2024', 'Pileg 2024'],
    year: 2024,
    contests: ['president', 'legislative'],
    opens: { date: '2022-06-14', confidence: 'recalled' },
    stages: [
      {
        kind: 'determination',
        from: '2023-11-03',
        to: '2023-11-03',
        contests: ['legislative'],
        confidence: 'recalled',
        sources: [KPU],
      },
      {
        kind: 'determination',
        from: '2023-11-13',
        to: '2023-11-13',
        contests: ['president'],
        confidence: 'recalled',
        sources: [KPU],
      },
      { kind: 'campaign', from: '2023-11-28', to: '2024-02-10', confidence: 'verified', sources: [VOI] },
      { kind: 'quiet', from: '2024-02-11', to: '2024-02-13', confidence: 'verified', sources: [VOI] },
      { kind: 'vote', from: '2024-02-14', to: '2024-02-14', confidence: 'verified', sources: [VOI] },
    ],
    laws: ['uu-7-2017'],
    sources: [VOI],
    confidence: 'verified',
  },
  {
    id: 'pilkada-2024',
    kind: 'pemilihan',
    name: { id: 'Pilkada Serentak 2024', en: 'Regional elections 2024' },
    aliases: ['Pilkada 2024', 'Pemilihan 2024', 'Pemilihan Serentak 2024', 'Pemilihan Kepala Daerah 2024'],
    year: 2024,
    contests: ['regional-head'],
    opens: { date: '2024-01-26', confidence: 'recalled' },
    stages: [
      { kind: 'determination', from: '2024-09-22', to: '2024-09-22', confidence: 'recalled', sources: [KPU] },
      { kind: 'campaign', from: '2024-09-25', to: '2024-11-23', confidence: 'recalled', sources: [KPU] },
      { kind: 'quiet', from: '2024-11-24', to: '2024-11-26', confidence: 'recalled', sources: [KPU] },
      {
        kind: 'vote',
        from: '2024-11-27',
        to: '2024-11-27',
        confidence: 'verified',
        sources: [
          {
            url: 'https://www.tandaseru.com/2024/10/02/…/2',
            note: 'Pilkada 2024; vote on Wednesday 27 November',
          },
        ],
      },
    ],
    laws: ['uu-1-2015', 'uu-8-2015', 'uu-10-2016'],
    sources: [KPU],
    confidence: 'verified',
  },
  rerun('pilkada-ulang-2025-bangka', '19.01', 'Kabupaten Bangka', 'Kabupaten Bangka'),
  rerun('pilkada-ulang-2025-pangkalpinang', '19.71', 'Kota Pangkalpinang', 'Kota Pangkalpinang'),
];
