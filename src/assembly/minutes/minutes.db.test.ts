import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openSigningWorld, type SigningWorld } from '../../../test/signing-world.ts';
import { createCeremony, NO_PLAN, type Plan, recordPresence, savePlan } from '../../ceremonies/index.ts';
import { recordByReceipt } from '../../evidence/index.ts';
import { transaction } from '../../platform/db/index.ts';
import { canonicalJson, parseMinutes } from '../../verify/index.ts';
import { expectedTold } from './expected-told.ts';
import { freezeMinutes } from './freeze.ts';
import { objectToMinutes, signMinutes } from './mark.ts';
import { type Draft, draftOf, type Signer, signersOf, versionsOf, type Where } from './minutes.ts';
import { sealDraft } from './seal.ts';
import { signerByCode, signerCode } from './signer-code.ts';
import type { Told } from './told.ts';

let site: SigningWorld;
let where: Where;
const by = 'account:pencatat';

beforeAll(async () => {
  site = await openSigningWorld();
});
afterAll(() => site.close());
beforeEach(async () => {
  const campaignId = await site.openedCampaign();
  const { agencyId } = site.world;
  const ceremony = {
    ...({ kind: 'apel', title: 'Apel Ikrar Contoh', heldOn: '2024-09-18', heldOnStatus: 'stated' } as const),
    ...{
      heldOnNote: null,
      startsAt: '07:15',
      place: 'Halaman Kantor Contoh',
      organiser: 'Sekretariat Contoh',
    },
    ...{ minutes: null, isExample: true, agencyId, campaignId, by },
  };
  const ceremonyId = await within((client) => createCeremony(client, ceremony, now()));
  where = { agencyId, ceremonyId };
  await within((client) => savePlan(client, { ...where, version: 0, plan: PLAN, by }, now()));
});

const PLAN: Plan = {
  ...NO_PLAN,
  runSheet: [{ step: 'reading', title: 'Pembacaan ikrar', minutes: 5, who: 'Pembaca Contoh' }],
  officers: [
    { id: 'a', role: 'reader', name: 'Yuliana Contoh', office: 'Sekretaris Daerah', employer: null },
    { id: 'b', role: 'clerk', name: 'Pencatat Contoh', office: 'Analis', employer: null },
  ],
  witnesses: [{ id: 'c', name: 'Saksi Contoh', office: 'Anggota', institution: 'Bawaslu Contoh' }],
};

describe('freezing', () => {
  it('takes every fact from where it is recorded, and keeps it whatever happens later', async () => {
    await mark('seksi', 'present');
    await mark('kecamatan', 'excused', 'sakit');
    const { content, digest, absent } = await frozen();
    expect(content.officers.map(({ name }) => name)).toEqual(['Yuliana Contoh', 'Pencatat Contoh']);
    expect(content.held).toMatchObject({ startedAt: null, place: 'Halaman Kantor Contoh' });
    expect(content.counts.total).toMatchObject({ expected: 4, present: 1, excused: 1, unrecorded: 2 });
    expect(absent.map(({ standing, reason }) => [standing, reason])).toContainEqual(['excused', 'sakit']);
    expect(absent.map(({ name }) => name)).not.toContain('Siti Contoh');
    await mark('dinas', 'present');
    expect((await draftOf(site.db.pool, where))?.digest).toBe(digest);
  });

  it('binds the restricted list by a commitment that no name can be guessed from', async () => {
    const { content, absent, salt } = await frozen();
    const proof = createHash('sha256').update(salt).update(canonicalJson(absent)).digest('hex');
    expect(content.annexes).toEqual([{ kind: 'absent', count: 4, commitment: proof }]);
    expect(JSON.stringify(content)).not.toContain('Siti Contoh');
  });

  it('makes no second draft of the same facts, and another of other facts', async () => {
    const told = await expectedTold(site.db.pool, where, null);
    const both = await Promise.allSettled([freeze(0, told), freeze(0, told)]);
    expect(both.map((one) => one.status === 'fulfilled' && one.value)).toEqual([1, 1]);
    expect(await freeze(1, { ...told, startedAt: '07:25' })).toBe(2);
    await expect(freeze(1, { ...told, startedAt: '07:35' })).rejects.toMatchObject({
      code: 'minutes.draftChanged',
    });
  });
});

describe('a signer', () => {
  it('is found by a code that is kept only as a hash, and signs once with their own name', async () => {
    const draft = await frozen();
    const place = { ...where, draft: draft.draft, seq: 3 };
    const code = signerCode(site.platform, place);
    expect(await signerByCode(site.platform, code.toLowerCase().replaceAll('-', ''), 'a')).toEqual(place);
    await expect(signerByCode(site.platform, 'AAAA-AAAA-AAAA', 'a')).rejects.toMatchObject({ status: 404 });
    await expect(sign(3, 'Orang Lain')).rejects.toMatchObject({ code: 'signing.nameDiffers' });
    await Promise.all([sign(3, 'Saksi Contoh'), sign(3, 'saksi contoh, S.H.')]);
    const signed = (await signers()).filter(({ kind }) => kind === 'signed');
    expect(signed.map(({ name, method }) => [name, method])).toEqual([['Saksi Contoh', 'link']]);
    const told = await site.db.pool.query(
      "select 1 from platform.event where kind = 'minutes.signed' and subject = $1",
      [where.ceremonyId],
    );
    expect(told.rowCount).toBe(1);
  });

  it('cannot sign what was corrected meanwhile', async () => {
    await frozen();
    await frozen({ remarks: 'Hujan.' });
    await expect(sign(1, 'Yuliana Contoh', 1)).rejects.toMatchObject({ code: 'minutes.superseded' });
  });
});

describe('sealing', () => {
  it('happens once however often the button is pressed, with who has not signed named as such', async () => {
    await frozen();
    await sign(1, 'Yuliana Contoh');
    await Promise.all([seal(1), seal(1), seal(1)]);
    const [version, ...others] = await versionsOf(site.db.pool, where);
    expect(others).toEqual([]);
    const record = await sealedAs(version!.receipt);
    expect(record.ceremony).toMatchObject({ version: 1, replaces: null });
    expect(record.signatures.map(({ name, typedName }) => [name, typedName])).toEqual([
      ['Yuliana Contoh', 'Yuliana Contoh'],
      ['Pencatat Contoh', null],
      ['Saksi Contoh', null],
    ]);
    await expect(seal(2)).rejects.toMatchObject({ code: 'minutes.nothingNew' });
    await expect(seal(3)).rejects.toMatchObject({ code: 'minutes.sealedMeanwhile' });
  });

  it('of a later signature makes a version that replaces the one before, and keeps the earlier signatures', async () => {
    await frozen();
    await sign(1, 'Yuliana Contoh');
    await seal(1);
    await sign(2, 'Pencatat Contoh');
    await within((client) =>
      objectToMinutes(
        client,
        { ...where, draft: 1, seq: 3 },
        signer(3),
        { objection: 'Jam keliru.', ...CAME },
        now(),
      ),
    );
    await seal(2);
    const [second, first] = await versionsOf(site.db.pool, where);
    const record = await sealedAs(second!.receipt);
    expect(record.ceremony).toMatchObject({ version: 2, replaces: first!.receipt });
    expect(record.content).toBe((await sealedAs(first!.receipt)).content);
    expect(record.signatures.map(({ typedName, objection }) => objection?.text ?? typedName)).toEqual([
      'Yuliana Contoh',
      'Pencatat Contoh',
      'Jam keliru.',
    ]);
  });

  it('needs a draft', async () => {
    await expect(seal(1)).rejects.toMatchObject({ code: 'minutes.notFrozen' });
  });
});

const CAME = { method: 'link', by: 'minutes:contoh/1' } as const;
const now = () => site.platform.now();

function within<T>(act: Parameters<typeof transaction<T>>[1]): Promise<T> {
  return transaction(site.db.pool, act);
}

function mark(
  person: keyof SigningWorld['world']['people'],
  standing: 'present' | 'excused',
  reason?: string,
) {
  const personId = site.world.people[person];
  const one = {
    personId,
    standing,
    reason: reason ?? null,
    how: 'list',
    site: null,
    deviceAt: null,
  } as const;
  return within((client) => recordPresence(client, { ...where, marks: [one], by }, now()));
}

async function frozen(change: Partial<Told> = {}): Promise<Draft> {
  const newest = await draftOf(site.db.pool, where);
  const told = await expectedTold(site.db.pool, where, null);
  await freeze(newest?.draft ?? 0, { ...told, ...change });
  return (await draftOf(site.db.pool, where)) as Draft;
}

function freeze(draft: number, told: Told): Promise<number> {
  return within((client) => freezeMinutes(client, site.platform, { ...where, by }, { draft, told }));
}

function sign(seq: number, typedName: string, draft = 1): Promise<void> {
  return within((client) =>
    signMinutes(client, { ...where, draft, seq }, signer(seq), { typedName, drawing: null, ...CAME }, now()),
  );
}

function seal(version: number): Promise<void> {
  return within((client) => sealDraft(client, site.platform, { ...where, by }, version));
}

function signers(): Promise<Signer[]> {
  return signersOf(site.db.pool, where, 1);
}

function signer(seq: number): Signer {
  const [role, name] = SIGNERS[seq - 1] as (typeof SIGNERS)[number];
  const nothing = {
    kind: null,
    typedName: null,
    drawing: null,
    objection: null,
    method: null,
    markedAt: null,
  };
  return { seq, role, name, office: '', institution: null, ...nothing };
}

const SIGNERS = [
  ['leader', 'Yuliana Contoh'],
  ['clerk', 'Pencatat Contoh'],
  ['witness', 'Saksi Contoh'],
] as const;

async function sealedAs(receipt: string) {
  return parseMinutes((await recordByReceipt(site.db.pool, where.agencyId, receipt)).record);
}
