import { seen, toCheck } from '../../data/source.ts';
import type { ArticleRef, Confidence, Source } from '../../types.ts';
import { inRepo, inSimpel, PERBKN6, PP94 } from '../../violations/sources.ts';
import type { Clock, Reading, Unit } from '../clocks.ts';

const read = (length: number, unit: Unit, confidence: Confidence, ...sources: Source[]): Reading => ({
  length,
  unit,
  confidence,
  sources,
});

const JPNN = seen('https://jpnn.com/news/tolong-dicatat-…', 'clocks of Bawaslu');
const SATGAS = [
  seen(
    'https://koran-jakarta.com/aplikasi-pelaporan-netralitas-asn-siap-digunakan',
    'steps and days since October 2024',
  ),
  seen('https://harianbengkuluekspress.bacakoran.co/read/19978/…/15', 'the same steps'),
];
const BKN_PERIOD = { date: '2024-10', confidence: 'verified' } as const;
const SIMPEL_DAYS = inSimpel('deadlines of PP 94/2021 and PerBKN 6/2022');
const pp94 = (pasal: string, ayat: string): { instrument: string; ref: ArticleRef } => ({
  instrument: 'pp-94-2021',
  ref: { pasal, ayat },
});

const PP79: Pick<
  Clock,
  'track' | 'instrument' | 'since' | 'confidence' | 'sources' | 'direction' | 'meaning'
> = {
  track: 'remedy',
  instrument: 'pp-79-2021',
  since: { date: '2021', confidence: 'verified' },
  confidence: 'recalled',
  sources: [toCheck('Day counts recalled. Check PP 79/2021 here.')],
  direction: 'after',
  meaning: 'deadline',
};

const LAW7: Pick<Clock, 'track' | 'instrument' | 'ref' | 'since' | 'direction' | 'meaning'> = {
  track: 'bawaslu',
  instrument: 'uu-7-2017',
  ref: { pasal: '454' },
  since: { date: '2017-08-16', confidence: 'recalled' },
  direction: 'after',
  meaning: 'deadline',
};

const LAW10: Pick<
  Clock,
  'track' | 'instrument' | 'since' | 'direction' | 'meaning' | 'confidence' | 'sources'
> = {
  track: 'bawaslu',
  instrument: 'uu-10-2016',
  since: { date: '2016-07-01', confidence: 'recalled' },
  direction: 'after',
  meaning: 'deadline',
  confidence: 'verified',
  sources: [JPNN],
};

const working = toCheck('That these are working days is recalled. Check the law here.');

/** The clocks of the procedure. Lengths are data: where an institution follows another rule, it adds its own clock. */
export const CLOCKS: readonly Clock[] = [
  {
    id: 'summons-first',
    track: 'discipline',
    starts: { id: 'Hari pemeriksaan', en: 'Day of the examination' },
    what: {
      id: 'Panggilan pertama, tertulis, oleh atasan langsung: paling lambat hari ini.',
      en: 'First summons, written, by the direct superior: no later than this day.',
    },
    direction: 'before',
    meaning: 'deadline',
    readings: [read(7, 'working-days', 'verified', inRepo('Pasal 26 ayat (2)'), SIMPEL_DAYS)],
    ...pp94('26', '2'),
    since: PP94,
    confidence: 'verified',
    sources: [inRepo('Pasal 26'), SIMPEL_DAYS],
  },
  {
    id: 'summons-second',
    track: 'discipline',
    starts: { id: 'Hari pemeriksaan yang tidak dihadiri', en: 'Day of the examination that was missed' },
    what: {
      id: 'Panggilan kedua. Bila tetap tidak hadir, diputuskan dari bukti yang ada.',
      en: 'Second summons. If still absent, the case is decided on the evidence at hand.',
    },
    direction: 'after',
    meaning: 'deadline',
    readings: [read(7, 'working-days', 'verified', inRepo('Pasal 26 ayat (3)'), SIMPEL_DAYS)],
    ...pp94('26', '3'),
    since: PP94,
    confidence: 'verified',
    sources: [inRepo('Pasal 26'), SIMPEL_DAYS],
  },
  {
    id: 'delivery',
    track: 'discipline',
    starts: { id: 'Hari keputusan ditetapkan', en: 'Day of the decision' },
    what: { id: 'Keputusan disampaikan kepada pegawai.', en: 'The decision is delivered to the person.' },
    direction: 'after',
    meaning: 'deadline',
    readings: [
      read(14, 'working-days', 'verified', SIMPEL_DAYS),
      read(14, 'calendar-days', 'conflict', inRepo('one file says 14 days without "working"')),
    ],
    ...pp94('37', '3'),
    since: PP94,
    confidence: 'conflict',
    sources: [SIMPEL_DAYS, inRepo('Pasal 37')],
  },
  {
    id: 'delivery-sent',
    track: 'discipline',
    starts: { id: 'Hari penyampaian yang tidak dihadiri', en: 'Day of the delivery that was missed' },
    what: {
      id: 'Keputusan dikirim kepada pegawai yang tidak hadir.',
      en: 'The decision is sent to the absent person.',
    },
    direction: 'after',
    meaning: 'deadline',
    readings: [read(3, 'working-days', 'verified', SIMPEL_DAYS)],
    instrument: 'perbkn-6-2022',
    ref: { pasal: '49', ayat: '8' },
    since: PERBKN6,
    confidence: 'verified',
    sources: [SIMPEL_DAYS],
  },
  {
    id: 'effective',
    track: 'discipline',
    starts: { id: 'Hari keputusan diterima', en: 'Day the decision is received' },
    what: { id: 'Hukuman disiplin mulai berlaku.', en: 'The sanction takes effect.' },
    direction: 'after',
    meaning: 'effective',
    readings: [read(15, 'working-days', 'verified', SIMPEL_DAYS)],
    instrument: 'perbkn-6-2022',
    ref: { pasal: '50', ayat: '1' },
    note: {
      id: 'Satu sumber mengulang PP 94/2021 sebagai "hari ke-15" tanpa kata "kerja"; peraturan pelaksana menyebut hari kerja. Bila ada upaya administratif, berlakunya mengikuti putusan upaya itu.',
      en: 'One source repeats PP 94/2021 as "the 15th day" without "working"; the implementing regulation says working day. With a remedy pending, the effect follows its outcome.',
    },
    since: PERBKN6,
    confidence: 'verified',
    sources: [SIMPEL_DAYS, inRepo('src/data/berlaku.js, "hari ke-15"')],
  },
  {
    id: 'satgas-verification',
    track: 'supervision',
    starts: { id: 'Hari laporan diterima', en: 'Day the report is received' },
    what: { id: 'Verifikasi bersama Satuan Tugas.', en: 'Joint verification by the task force.' },
    direction: 'after',
    meaning: 'deadline',
    readings: [read(7, 'calendar-days', 'verified', ...SATGAS)],
    note: {
      id: 'Sumber menulis "7 hari"; apakah hari kerja tidak dinyatakan.',
      en: 'Sources say "7 days"; whether working days is not stated.',
    },
    since: BKN_PERIOD,
    confidence: 'verified',
    sources: SATGAS,
  },
  {
    id: 'bawaslu-study',
    track: 'supervision',
    starts: { id: 'Hari Bawaslu menerima hasil verifikasi', en: 'Day Bawaslu receives the verification' },
    what: { id: 'Kajian dan validasi Bawaslu.', en: 'Study and validation by Bawaslu.' },
    direction: 'after',
    meaning: 'deadline',
    readings: [read(3, 'working-days', 'verified', ...SATGAS)],
    since: BKN_PERIOD,
    confidence: 'verified',
    sources: SATGAS,
  },
  {
    id: 'ppk-follow-up',
    track: 'supervision',
    starts: { id: 'Hari peringatan diterima PPK', en: 'Day the PPK receives the warning' },
    what: { id: 'PPK menindaklanjuti rekomendasi.', en: 'The PPK acts on the recommendation.' },
    direction: 'after',
    meaning: 'deadline',
    readings: [
      read(
        3,
        'calendar-days',
        'verified',
        seen('https://nasional.kompas.com/read/2020/11/02/19094581/…', 'three days, 2020'),
      ),
    ],
    note: {
      id: 'Terlihat hanya pada peringatan Kemendagri tahun 2020. Tenggat dalam keputusan bersama sendiri tidak terlihat; setiap instansi mengisi tenggatnya.',
      en: 'Seen only in a warning of the home ministry in 2020. No deadline of the joint decree itself was seen; each institution enters its own.',
    },
    since: { date: '2020-11-02', confidence: 'verified' },
    confidence: 'recalled',
    sources: [
      seen('https://nasional.kompas.com/read/2020/11/02/19094581/…', 'the warning'),
      toCheck('That it still applies was not seen. Check current circulars.'),
    ],
  },
  {
    ...LAW7,
    id: 'pemilu-report',
    starts: { id: 'Hari pelanggaran diketahui', en: 'Day the breach became known' },
    what: {
      id: 'Laporan pelanggaran pemilu kepada Bawaslu.',
      en: 'Report of a breach in a general election to Bawaslu.',
    },
    readings: [read(7, 'calendar-days', 'verified', JPNN), read(7, 'working-days', 'recalled', working)],
    confidence: 'conflict',
    sources: [JPNN, working],
  },
  {
    ...LAW7,
    id: 'pemilu-decision',
    starts: { id: 'Hari laporan diregistrasi', en: 'Day the report is registered' },
    what: { id: 'Bawaslu memutuskan tindak lanjut.', en: 'Bawaslu decides on follow-up.' },
    readings: [read(7, 'calendar-days', 'verified', JPNN), read(7, 'working-days', 'recalled', working)],
    confidence: 'conflict',
    sources: [JPNN, working],
  },
  {
    ...LAW7,
    id: 'pemilu-decision-extended',
    starts: { id: 'Hari laporan diregistrasi', en: 'Day the report is registered' },
    what: {
      id: 'Bawaslu memutuskan bila perlu keterangan tambahan.',
      en: 'Bawaslu decides where additional information is needed.',
    },
    readings: [read(14, 'working-days', 'verified', JPNN)],
    confidence: 'verified',
    sources: [JPNN],
  },
  {
    ...LAW10,
    id: 'pilkada-report',
    starts: { id: 'Hari pelanggaran diketahui', en: 'Day the breach became known' },
    what: {
      id: 'Laporan pelanggaran Pilkada kepada Bawaslu.',
      en: 'Report of a breach in a regional election to Bawaslu.',
    },
    readings: [read(7, 'calendar-days', 'verified', JPNN)],
  },
  {
    ...LAW10,
    id: 'pilkada-decision',
    starts: { id: 'Hari laporan diterima', en: 'Day the report is received' },
    what: { id: 'Bawaslu memutuskan tindak lanjut.', en: 'Bawaslu decides on follow-up.' },
    readings: [read(3, 'calendar-days', 'verified', JPNN)],
  },
  {
    ...LAW10,
    id: 'pilkada-decision-extended',
    starts: { id: 'Hari laporan diterima', en: 'Day the report is received' },
    what: {
      id: 'Bawaslu memutuskan bila perlu keterangan tambahan (3 + 2 hari).',
      en: 'Bawaslu decides where additional information is needed (3 + 2 days).',
    },
    readings: [read(5, 'calendar-days', 'verified', JPNN)],
  },
  {
    ...PP79,
    id: 'objection',
    starts: { id: 'Hari keputusan diterima', en: 'Day the decision is received' },
    what: { id: 'Keberatan diajukan.', en: 'Objection is filed.' },
    readings: [read(14, 'working-days', 'recalled', ...PP79.sources)],
  },
  {
    ...PP79,
    id: 'objection-decision',
    starts: { id: 'Hari keberatan diterima', en: 'Day the objection is received' },
    what: { id: 'Keputusan atas keberatan.', en: 'Decision on the objection.' },
    readings: [read(21, 'working-days', 'recalled', ...PP79.sources)],
  },
  {
    ...PP79,
    id: 'appeal',
    starts: { id: 'Hari keputusan pemberhentian diterima', en: 'Day the dismissal is received' },
    what: {
      id: 'Banding administratif ke BPASN diajukan (pemberhentian PNS, pemutusan PPPK).',
      en: 'Administrative appeal to BPASN is filed (dismissal of PNS, end of PPPK contract).',
    },
    readings: [read(14, 'working-days', 'recalled', ...PP79.sources)],
  },
  {
    ...PP79,
    id: 'appeal-decision',
    starts: { id: 'Hari banding diterima', en: 'Day the appeal is received' },
    what: { id: 'Putusan BPASN.', en: 'Decision of BPASN.' },
    readings: [read(65, 'working-days', 'recalled', ...PP79.sources)],
  },
];
