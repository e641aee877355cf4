import type { Stage, What } from '../cases/stages.ts';

export const KINDS = [
  'summons-1',
  'summons-2',
  'examination',
  'team',
  'report',
  'decision',
  'moral',
  'decision-summons',
  'receipt',
  'reporter-receipt',
] as const;
export type Kind = (typeof KINDS)[number];

export interface KindRule {
  /** In which stages it is usually made. */
  readonly stages: readonly Stage[];
  /** It belongs to the case once one of these steps, or none where empty, was done. */
  readonly after: readonly What[];
  /** Not made for cases of this group of the classification. */
  readonly group?: 'ethics' | 'discipline';
  /** Clocks of the register whose days it states. */
  readonly clocks: readonly string[];
  /** Articles that it rests on, with how sure we are of them. */
  readonly cites: readonly Cite[];
  /** Whatever else an institution writes, these places stand in its text. */
  readonly needed: readonly string[];
}

export interface Cite {
  readonly instrument: string;
  readonly pasal?: string;
  readonly ayat?: string;
}

const pp94 = (pasal: string, ayat?: string): Cite => ({
  instrument: 'pp-94-2021',
  pasal,
  ...(ayat ? { ayat } : {}),
});
const SKB: Cite = { instrument: 'skb-netralitas-2022' };
const PERSON = ['nama', 'jabatan'];

/** PP 94/2021 by public repositories, not by its own text; PP 42/2004 by the press (see docs/law.md). */
export const RULES: Readonly<Record<Kind, KindRule>> = {
  'summons-1': {
    stages: ['study'],
    after: [],
    clocks: ['summons-first'],
    cites: [pp94('26', '2')],
    needed: ['nomor', ...PERSON, 'hari_periksa'],
  },
  'summons-2': {
    stages: ['study'],
    after: ['absent'],
    clocks: ['summons-second'],
    cites: [pp94('26', '3')],
    needed: ['nomor', ...PERSON, 'hari_periksa'],
  },
  examination: {
    stages: ['study'],
    after: ['summoned-1'],
    clocks: [],
    cites: [pp94('26')],
    needed: [...PERSON, 'tanya_jawab'],
  },
  team: {
    stages: ['verification', 'study', 'recommendation'],
    after: [],
    clocks: [],
    cites: [pp94('27')],
    needed: ['nomor', 'anggota_tim'],
  },
  report: {
    stages: ['study', 'recommendation'],
    after: [],
    clocks: [],
    cites: [pp94('27')],
    needed: [...PERSON, 'kesimpulan', 'dasar'],
  },
  decision: {
    stages: ['decision', 'follow-up'],
    after: ['recommended', 'decided'],
    group: 'discipline',
    clocks: ['delivery'],
    cites: [pp94('8'), pp94('37', '3')],
    needed: ['nomor', ...PERSON, 'hukuman', 'dasar'],
  },
  moral: {
    stages: ['decision', 'follow-up'],
    after: ['recommended', 'decided'],
    group: 'ethics',
    clocks: [],
    cites: [{ instrument: 'pp-42-2004', pasal: '15' }],
    needed: ['nomor', ...PERSON, 'bentuk_pernyataan', 'dasar'],
  },
  'decision-summons': {
    stages: ['follow-up'],
    after: ['decided'],
    clocks: ['delivery'],
    cites: [pp94('37', '3')],
    needed: ['nomor', 'nama', 'hari_penyampaian'],
  },
  receipt: {
    stages: ['follow-up', 'remedies'],
    after: ['decided'],
    clocks: ['effective', 'objection'],
    cites: [{ instrument: 'perbkn-6-2022', pasal: '50', ayat: '1' }],
    needed: ['nama', 'nomor_putusan'],
  },
  'reporter-receipt': {
    stages: ['triage', 'verification'],
    after: ['received'],
    clocks: ['satgas-verification'],
    cites: [SKB],
    needed: ['kode_perkara', 'tanggal_laporan'],
  },
};

/** Which documents a case in this stage, with these steps behind it, is likely to need. */
export function neededNow(
  stage: Stage,
  done: readonly What[],
  group: 'ethics' | 'discipline' | null,
): Kind[] {
  return KINDS.filter((kind) => {
    const rule = RULES[kind];
    const there = rule.after.length === 0 || rule.after.some((what) => done.includes(what));
    return rule.stages.includes(stage) && there && (!rule.group || !group || rule.group === group);
  });
}
