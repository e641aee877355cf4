import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  codesOf,
  openSigningWorld,
  SIGNING_DAY,
  type SigningWorld,
  signAs,
} from '../../test/signing-world.ts';
import { normalCode } from '../platform/codes.ts';
import { transaction } from '../platform/db/index.ts';
import { holderOf, replaceSlip, slipsOf } from './slip.ts';

const agencyId = 'fakfak';
let site: SigningWorld;
let campaignId: string;
let personId: string;
let code: string;
beforeAll(async () => {
  site = await openSigningWorld();
  campaignId = await site.openedCampaign();
  personId = site.world.people.dinas;
  code = (await codesOf(site, campaignId)).get(personId)!;
});
afterAll(() => site.close());

const refusal = (refused: string, status: number) => expect.objectContaining({ code: refused, status });
const replace = (person = personId) =>
  transaction(site.db.pool, (client) =>
    replaceSlip(client, site.platform, { agencyId, campaignId, personId: person }, 'account:uji'),
  );
const asking = (typed: string, address: string) => holderOf(site.platform, typed, address);

describe('a code', () => {
  it('is twelve characters that cannot be misread, another for each person', async () => {
    const codes = [...(await codesOf(site, campaignId)).values()];
    expect(codes).toHaveLength(4);
    expect(new Set(codes).size).toBe(4);
    for (const one of codes) expect(one).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
  });

  it('leads to its person, however it is typed', async () => {
    const holder = { agencyId, campaignId, personId };
    const spellings = [code, code.toLowerCase(), code.replaceAll('-', ''), ` ${code.replaceAll('-', ' ')} `];
    const misread = code.replaceAll('1', 'l').replaceAll('0', 'o');
    for (const typed of [...spellings, misread, code.replaceAll('1', 'I')])
      expect(await asking(typed, 'a')).toEqual(holder);
    expect(normalCode('o1il-abcd efgh zzzz')).toBe('0111-ABCD-EFGH');
  });

  it('stays the same when it is printed again, and tells the trail only once', async () => {
    expect((await codesOf(site, campaignId)).get(personId)).toBe(code);
    await Promise.all([codesOf(site, campaignId), codesOf(site, campaignId)]);
    const { rows } = await site.db.pool.query(
      `select data from platform.event where kind = 'slip.issued' and subject = $1`,
      [campaignId],
    );
    expect(rows).toEqual([{ data: { count: 4 } }]);
  });

  it('is of one campaign: another has other codes', async () => {
    const second = await site.openedCampaign();
    const other = (await codesOf(site, second)).get(personId)!;
    expect(other).not.toBe(code);
    expect(await asking(other, 'b')).toEqual({ agencyId, campaignId: second, personId });
    expect(await asking(code, 'b')).toEqual({ agencyId, campaignId, personId });
  });

  it('is made only for the units asked for', async () => {
    const unitIds = [site.world.units.kecamatan];
    const third = await site.openedCampaign();
    const slips = await transaction(site.db.pool, (client) =>
      slipsOf(client, site.platform, { agencyId, campaignId: third, unitIds, by: 'system' }),
    );
    expect(slips.map(({ name }) => name).sort()).toEqual(['Jum’at Contoh', 'Yosefina Contoh']);
    const { rows } = await site.db.pool.query('select 1 from signing.slip where campaign_id = $1', [third]);
    expect(rows).toHaveLength(2);
  });

  it('says who has signed', async () => {
    await signAs(site, campaignId, site.world.people.seksi);
    const slips = await transaction(site.db.pool, (client) =>
      slipsOf(client, site.platform, { agencyId, campaignId, unitIds: null, by: 'system' }),
    );
    expect(slips.filter((slip) => slip.signed).map((slip) => slip.personId)).toEqual([
      site.world.people.seksi,
    ]);
  });
});

describe('a replaced slip', () => {
  it('stops working, and the new one is the one that is printed from now on', async () => {
    const person = site.world.people.kecamatan;
    const old = (await codesOf(site, campaignId)).get(person)!;
    const fresh = await replace(person);
    expect(fresh).not.toBe(old);
    await expect(asking(old, 'c')).rejects.toEqual(refusal('signing.noSuchCode', 404));
    expect(await asking(fresh, 'c')).toMatchObject({ personId: person });
    expect((await codesOf(site, campaignId)).get(person)).toBe(fresh);
    const { rows } = await site.db.pool.query(
      `select actor from platform.event where kind = 'slip.replaced' and subject = $1`,
      [person],
    );
    expect(rows).toEqual([{ actor: 'account:uji' }]);
  });

  it('by two officers at once leaves one code that works', async () => {
    const person = site.world.people.contract;
    const made = await Promise.all([replace(person), replace(person)]);
    const printed = (await codesOf(site, campaignId)).get(person)!;
    expect(made).toContain(printed);
    expect(await asking(printed, 'd')).toMatchObject({ personId: person });
  });
});

describe('a wrong code', () => {
  it.each([
    '',
    '-',
    'AAAA',
    'AAAA-BBBB-CCCC',
    '\u0000',
    '%',
    'x'.repeat(10_000),
    '漢字漢字漢字漢字漢字漢字',
    "' or 1=1 --",
  ])('is refused: %j', async (typed) => {
    await expect(asking(typed.slice(0, 10_000), typed)).rejects.toEqual(refusal('signing.noSuchCode', 404));
  });

  it('may be tried thirty times from one address, then once a second; right codes are not held up', async () => {
    for (let i = 0; i < 30; i += 1)
      await expect(asking('AAAA-BBBB-CCCC', 'x')).rejects.toEqual(refusal('signing.noSuchCode', 404));
    await expect(asking('AAAA-BBBB-CCCC', 'x')).rejects.toEqual(refusal('signing.slowDown', 429));
    expect(await asking(code, 'x')).toMatchObject({ personId });
    await expect(asking('AAAA-BBBB-CCCC', 'y')).rejects.toEqual(refusal('signing.noSuchCode', 404));
    site.setClock(new Date(SIGNING_DAY.getTime() + 1000));
    await expect(asking('AAAA-BBBB-CCCC', 'x')).rejects.toEqual(refusal('signing.noSuchCode', 404));
    await expect(asking('AAAA-BBBB-CCCC', 'x')).rejects.toEqual(refusal('signing.slowDown', 429));
    site.setClock(SIGNING_DAY);
  });

  it('are not even looked up from where a hundred wrong ones came at once, until that ebbs', async () => {
    for (let i = 0; i < 100; i += 1) await asking('AAAA-BBBB-CCCC', 'banjir').catch(() => {});
    await expect(asking(code, 'banjir')).rejects.toEqual(refusal('signing.slowDown', 429));
    expect(await asking(code, 'tetangga')).toMatchObject({ personId });
    site.setClock(new Date(SIGNING_DAY.getTime() + 500));
    expect(await asking(code, 'banjir')).toMatchObject({ personId });
    site.setClock(SIGNING_DAY);
  });
});

describe('a copy of the database', () => {
  it('holds no code, nor a hash of one that needs no secret', async () => {
    const bare = code.replaceAll('-', '');
    const spellings = [code, bare, code.toLowerCase(), bare.toLowerCase()];
    const hashes = spellings.flatMap((text) =>
      ['sha256', 'sha1', 'md5', 'sha512'].map((kind) => createHash(kind).update(text).digest()),
    );
    const { rows: tables } = await site.db.pool.query(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    expect(tables.length).toBeGreaterThan(20);
    for (const { name } of tables) {
      const { rows } = await site.db.pool.query(`select t::text as line from ${name} t`);
      const all = rows
        .map(({ line }) => line)
        .join('\n')
        .toLowerCase();
      for (const text of spellings)
        expect(all.includes(text.toLowerCase()), `${text} in ${name}`).toBe(false);
      for (const hash of hashes) expect(all.includes(hash.toString('hex')), `hash in ${name}`).toBe(false);
    }
  });
});
