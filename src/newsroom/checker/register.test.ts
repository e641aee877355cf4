import { describe, expect, it } from 'vitest';
import { checkBases } from '../../campaigns/bases.ts';
import { makeRegister, overlay, SHIPPED } from '../../law/index.ts';
import { checkAside } from '../aside/check-aside.ts';
import { checkDocument } from './index.ts';

const SOURCE = 'https://peraturan.bpk.go.id/Details/contoh';
const corrected = overlay(SHIPPED, [
  {
    ...{ id: 'c1', instrumentId: 'pp-79-2021', article: null, field: 'inForceFrom', asShipped: false },
    value: { date: '2021-08-10', confidence: 'verified' },
    ...{ why: 'Terlihat di salinan resmi.', source: SOURCE },
  },
]).register;
const TEXT = 'Seluruh ASN wajib netral menurut Peraturan Pemerintah Nomor 79 Tahun 2021.';
const on = '2021-08-05';

describe('a check by a given register', () => {
  it('judges by the corrected date and names its source', () => {
    expect(checkDocument(TEXT, { on }).findings).toEqual([]);
    const [found] = checkDocument(TEXT, { on, register: corrected }).findings;
    expect(found).toMatchObject({ code: 'law-not-in-force' });
    expect(found?.message).toContain('10 Agustus 2021');
    expect(found?.sources.map(({ url }) => url)).toContain(SOURCE);
  });

  it('goes with a long text into its thread', async () => {
    const long = `${TEXT}\n${'Selamat pagi. '.repeat(6000)}`;
    const plain = await checkAside(long, { on });
    const judged = await checkAside(long, { on, register: corrected });
    expect(plain.result.findings).toEqual([]);
    expect(judged.result.findings.map(({ code }) => code)).toEqual(['law-not-in-force']);
  });

  it('knows what was added, by number and by nickname, whatever signs that holds', () => {
    const [first, ...rest] = SHIPPED.instruments;
    const added = { ...first!, nicknames: ['UU Contoh (baru)', 'UU Contoh [x'] };
    const register = makeRegister({ ...SHIPPED, instruments: [added, ...rest] });
    const named = checkDocument('Ikrar netral menurut UU Contoh [x dan lainnya.', { register });
    expect(named.citations.map(({ instrument }) => instrument)).toEqual([added.name]);
  });

  it('knows nothing else', () => {
    const empty = makeRegister({ instruments: [], articles: [], bodies: [] });
    const { findings, citations } = checkDocument(TEXT, { on, register: empty });
    expect(findings.map(({ code }) => code)).toEqual(['law-unknown']);
    expect(citations[0]?.confidence).toBe('unknown');
  });

  it('is what a circular’s legal bases are held against', () => {
    const line = 'Peraturan Pemerintah Nomor 79 Tahun 2021';
    expect(checkBases([line], on)[0]?.standing).not.toBe('not-yet');
    expect(checkBases([line], on, corrected)[0]?.standing).toBe('not-yet');
  });
});
