import type { Clock } from '../../law/index.ts';

/**
 * Clocks that no Indonesian rule sets: what an institution promises to whoever reports, and what keeps a case from
 * standing still. They are shown as such, never as law.
 */
export const OWN_CLOCKS = [
  {
    id: 'receipt',
    track: 'supervision',
    starts: { id: 'Hari laporan diterima', en: 'Day the report is received' },
    what: {
      id: 'Tanda terima dikirim kepada pelapor.',
      en: 'Receipt is sent to the reporter.',
    },
    direction: 'after',
    meaning: 'deadline',
    readings: [
      {
        length: 7,
        unit: 'calendar-days',
        confidence: 'inferred',
        sources: [
          {
            url: 'https://eur-lex.europa.eu/eli/dir/2019/1937/oj',
            note: 'Directive (EU) 2019/1937: receipt within seven days; taken as a measure, not in force here',
          },
        ],
      },
    ],
    since: { date: '2019-11-26', confidence: 'recalled' },
    confidence: 'inferred',
    sources: [
      {
        url: 'https://eur-lex.europa.eu/eli/dir/2019/1937/oj',
        note: 'the measure taken; several summaries of it were seen, not its text',
      },
    ],
  },
  {
    id: 'examination',
    track: 'discipline',
    starts: { id: 'Hari pemeriksaan', en: 'Day of the examination' },
    what: {
      id: 'Pemeriksaan dicatat: hadir dan diperiksa, atau tidak hadir.',
      en: 'The examination is recorded: attended, or not attended.',
    },
    direction: 'after',
    meaning: 'deadline',
    readings: [{ length: 0, unit: 'calendar-days', confidence: 'verified', sources: [] }],
    since: { date: '2021-08-31', confidence: 'verified' },
    confidence: 'verified',
    sources: [],
  },
  {
    id: 'no-step',
    track: 'supervision',
    starts: { id: 'Hari langkah terakhir', en: 'Day of the last step' },
    what: {
      id: 'Perkara tanpa tenggat berjalan mendapat langkah berikutnya, atau alasan mengapa tidak.',
      en: 'A case without a running deadline gets its next step, or a reason why not.',
    },
    direction: 'after',
    meaning: 'deadline',
    readings: [{ length: 14, unit: 'calendar-days', confidence: 'verified', sources: [] }],
    since: { date: '2019-11-26', confidence: 'recalled' },
    confidence: 'verified',
    sources: [],
  },
] as const satisfies readonly Clock[];
export type OwnClockId = (typeof OWN_CLOCKS)[number]['id'];
