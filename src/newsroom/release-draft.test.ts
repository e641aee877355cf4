import { describe, expect, it } from 'vitest';
import type { Campaign } from '../campaigns/index.ts';
import type { Ceremony } from '../ceremonies/index.ts';
import { type Counts, STATES } from '../coverage/index.ts';
import { textFindings } from './findings.ts';
import { openMarks } from './marks.ts';
import { recordFindings } from './record-findings.ts';
import { draftRelease } from './release-draft.ts';
import type { ReleaseFacts } from './release-facts.ts';

const counts = (signed: number, audience: number): Counts => ({
  ...(Object.fromEntries(STATES.map((state) => [state, 0])) as Counts),
  signed,
  audience,
  notYet: audience - signed,
});

const POINTS = [
  'Menjaga netralitas.',
  'Menghindari konflik kepentingan.',
  'Bijak bermedia sosial.',
  'Menolak politik uang.',
];

function campaign(changes: Partial<Campaign> = {}): Campaign {
  const text = {
    version: 1,
    digest: '',
    draft: false,
    source: '',
    title: '',
    opener: '',
    closing: '',
    withdrawn: null,
  };
  return {
    agencyId: 'alfa',
    id: 'g1',
    title: 'Gerakan Ikrar',
    electionId: 'pilkada-2024',
    circular: { number: '800/1/BKPSDM', date: '2024-09-02', issuer: 'Sekretaris Daerah', text: null },
    bases: ['Peraturan Pemerintah Nomor 94 Tahun 2021'],
    deadline: new Date('2024-09-30T09:00:00Z'),
    place: null,
    isExample: true,
    state: 'open',
    opening: null,
    closing: null,
    pledge: { kind: 'pledge', language: 'id', points: POINTS, ...text },
    pact: null,
    ...changes,
  };
}

function ceremony(changes: Partial<Ceremony> = {}): Ceremony {
  return {
    agencyId: 'alfa',
    id: 'a1',
    campaignId: 'g1',
    kind: 'apel',
    title: 'Apel Ikrar Netralitas',
    heldOn: '2024-09-11',
    heldOnStatus: 'stated',
    heldOnNote: null,
    startsAt: '07:15',
    place: 'halaman kantor bupati',
    organiser: 'Pemerintah Kabupaten Contoh',
    minutes: null,
    isExample: true,
    officers: [
      {
        seq: 1,
        role: 'leader',
        name: 'Pejabat Contoh',
        office: 'Bupati Contoh',
        officeStatus: 'pj',
        employer: null,
      },
      {
        seq: 2,
        role: 'speaker',
        name: 'Kepala Contoh',
        office: 'Kepala BKPSDM',
        officeStatus: 'plt',
        employer: 'BKPSDM',
      },
    ],
    participations: [
      {
        seq: 1,
        fact: 'attended',
        who: 'ASN',
        employer: 'Pemkab',
        number: 252,
        qualifier: 'at-least',
        source: 'daftar hadir',
      },
      {
        seq: 2,
        fact: 'symbolic',
        who: 'Kepala bagian',
        employer: 'Setwan',
        number: null,
        qualifier: 'some',
        source: 'berita',
      },
    ],
    sources: [],
    attendance: { attended: 0, read: 0, witnessed: 0, symbolic: 0 },
    ...changes,
  };
}

function facts(
  of: { campaign?: Partial<Campaign>; ceremony?: Partial<Ceremony>; total?: Counts } = {},
): ReleaseFacts {
  const whole = campaign(of.campaign);
  return {
    campaign: whole,
    ceremony: ceremony(of.ceremony),
    election: 'Pilkada 2024',
    verifyUrl: 'https://ikrar.example/v',
    recap: {
      subject: {
        agencyId: 'alfa',
        campaignId: 'g1',
        agency: 'Pemerintah Kabupaten Contoh',
        zone: 'Asia/Jakarta',
        place: 'Kuala Contoh',
        letterhead: [],
        title: whole.title,
        circular: null,
        deadline: whole.deadline,
        state: 'open',
        isExample: true,
      },
      coverage: {
        asOf: new Date('2024-09-18T00:15:00Z'),
        total: of.total ?? counts(214, 250),
        perUnit: [],
        perCategory: [],
      },
      nodes: [],
      path: [],
      rows: [
        { id: 'u1', name: 'Dinas Satu', counts: counts(100, 110), direct: false, deeper: false },
        { id: 'u2', name: 'Dinas Dua', counts: counts(57, 60), direct: false, deeper: false },
        { id: 'u3', name: 'Dinas Tiga', counts: counts(57, 80), direct: false, deeper: false },
      ],
    },
  };
}

describe('draftRelease', () => {
  it('says what is recorded, with the standing of each office', () => {
    const { title, body } = draftRelease(facts());
    expect(title).toBe('Pemerintah Kabupaten Contoh Gelar Ikrar Netralitas Pilkada 2024');
    expect(body).toContain('KUALA CONTOH, 11 September 2024 – ');
    expect(body).toContain('di halaman kantor bupati pada Rabu, 11 September 2024 pukul 07.15 WIB.');
    expect(body).toContain('dipimpin oleh Pj. Bupati Contoh, Pejabat Contoh.');
    expect(body).toContain('Plt. Kepala BKPSDM, Kepala Contoh');
    expect(body).toContain('- ASN (Pemkab), sedikitnya 252 orang: hadir, menurut daftar hadir');
    expect(body).toContain('tidak dihitung sebagai tanda tangan perorangan');
    expect(body).toContain('Ikrar memuat 4 butir:\n1. Menjaga netralitas.');
    expect(body).toContain('- Surat Sekretaris Daerah Nomor 800/1/BKPSDM tanggal 2 September 2024');
    expect(body).toContain('https://ikrar.example/v');
  });

  it('gives figures with denominator and time, and hides small numbers of a unit', () => {
    const { body } = draftRelease(facts());
    expect(body).toContain('per 18 September 2024 07.15 WIB, 214 dari 250 orang yang wajib (85,6 %)');
    expect(body).toContain('- Dinas Satu: 100 dari 110 orang');
    expect(body).not.toContain('Dinas Dua');
    expect(body).toContain('unit lain tidak dirinci');
    expect(draftRelease(facts({ total: counts(248, 250) })).body).toContain('sedikitnya 246 dari 250');
  });

  it('leaves quotations empty and never makes one up', () => {
    const { body } = draftRelease(facts());
    expect(body.match(/\[kutipan: [^\]]+\]/g)).toEqual([
      '[kutipan: Pejabat Contoh, Pj. Bupati Contoh]',
      '[kutipan: Kepala Contoh, Plt. Kepala BKPSDM]',
    ]);
    expect(body).not.toMatch(/["“”]/);
  });

  it('keeps what is unknown unknown: the date of the letter is never that of the event', () => {
    const unknown = facts({
      ceremony: { heldOn: null, heldOnStatus: 'unknown', place: null, officers: [], participations: [] },
    });
    const { title, body } = draftRelease(unknown);
    expect(body).toContain('di [lengkapi: tempat] pada [lengkapi: hari dan tanggal].');
    expect(body).toContain('dipimpin oleh [lengkapi: jabatan dan nama; tidak tercatat]');
    expect(body.split('Dasar pelaksanaannya')[0]).not.toContain('2 September 2024');
    expect(openMarks(title, body).length).toBeGreaterThan(3);
  });

  it('asks to confirm a derived date, and for the official text where only a draft is stored', () => {
    const derived = facts({ ceremony: { heldOnStatus: 'derived', heldOnNote: 'dari nama hari' } });
    expect(draftRelease(derived).body).toContain('[lengkapi: pastikan tanggal ini; dari nama hari]');
    const draft = facts({ campaign: { pledge: { ...campaign().pledge!, draft: true } } });
    expect(draftRelease(draft).body).not.toContain('Menjaga netralitas');
    expect(draftRelease(draft).body).toContain('naskah resmi');
  });
});

describe('the checker on our own draft', () => {
  it('finds no error in what the records gave', () => {
    const { title, body } = draftRelease(facts());
    const filled = { title, body: body.replace(/\[[^\]]*\]/g, 'diisi petugas') };
    const errors = textFindings(filled, { on: '2024-09-11', campaign: campaign(), lang: 'id' });
    expect(errors.filter((finding) => finding.severity === 'error')).toEqual([]);
  });

  it('points at the line of an error', () => {
    const text = { title: 'Judul', body: 'Satu.\nPada Senin, 11 September 2024 ikrar dibacakan.' };
    const [error] = textFindings(text, { on: '2024-09-11', campaign: campaign(), lang: 'id' });
    expect(error).toMatchObject({ code: 'weekday-mismatch', severity: 'error', line: 2 });
    expect(error?.quote).toContain('Senin');
  });
});

describe('recordFindings', () => {
  const codes = (of: Parameters<typeof facts>[0], total = counts(3, 60)) => {
    const { ceremony: held, campaign: run } = facts(of);
    return recordFindings(held, run, total).map((finding) => finding.code);
  };

  it('tells symbolic from individual, and one employer from another', () => {
    expect(codes({})).toEqual(['symbolicWithoutIndividual', 'severalEmployers', 'countUnqualified']);
    expect(codes({}, counts(60, 60))).not.toContain('symbolicWithoutIndividual');
  });

  it('says when the date, the leader or the official text is not known', () => {
    const none = { heldOn: null, heldOnStatus: 'unknown', officers: [], participations: [] } as const;
    const draft = { pledge: { ...campaign().pledge!, draft: true } };
    expect(codes({ ceremony: { ...none, officers: [], participations: [] }, campaign: draft })).toEqual([
      'dateUnknown',
      'leaderUnknown',
      'textDraft',
    ]);
    expect(codes({ ceremony: { heldOn: '2024-09-01', participations: [] } })).toEqual(['dateBeforeCircular']);
  });

  it('does not take "all signed" in a source for signatures', () => {
    const signed = {
      seq: 1,
      fact: 'signed',
      who: 'Seluruh ASN',
      employer: null,
      number: null,
      qualifier: 'all',
      source: 'berita',
    } as const;
    expect(codes({ ceremony: { participations: [signed] } })).toContain('allSignedClaimed');
    expect(codes({ ceremony: { participations: [signed] } }, counts(60, 60))).not.toContain(
      'allSignedClaimed',
    );
  });
});
