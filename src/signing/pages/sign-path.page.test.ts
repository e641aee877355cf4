import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  addStaff,
  codesOf,
  openSigningWorld,
  SIGNING_DAY,
  type SigningWorld,
} from '../../../test/signing-world.ts';
import { addText, campaignOf, draftTexts, withdrawText } from '../../campaigns/index.ts';
import { recordByReceipt } from '../../evidence/index.ts';
import { transaction } from '../../platform/db/index.ts';
import { createApp } from '../../platform/http/app.tsx';
import type { App } from '../../platform/http/visit.ts';
import { commitment, encodeEntry, parseRecord } from '../../verify/index.ts';
import { createSigner, signPages } from '../index.ts';

const agencyId = 'fakfak';
const ORIGIN = 'http://localhost';
let site: SigningWorld;
let campaignId: string;
let codes: Map<string, string>;
beforeAll(async () => {
  site = await openSigningWorld();
  await addStaff(
    site,
    Array.from({ length: 20 }, () => ({})),
  );
  signPages(site.app, site.platform, site.signer);
});
beforeEach(async () => {
  site.setClock(SIGNING_DAY);
  campaignId = await site.openedCampaign();
  codes = await codesOf(site, campaignId);
});
afterAll(() => site.close());

const rows = async (text: string) => (await site.db.pool.query(text, [campaignId])).rows;
const indexes = async () =>
  (await rows('select idx from evidence.log_entry where campaign_id = $1 order by idx')).map(
    ({ idx }) => idx,
  );
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);

async function formOf(personId: string, change: Record<string, string> = {}): Promise<URLSearchParams> {
  const { pact } = await campaignOf(site.db.pool, agencyId, campaignId);
  const [person] = await rows(
    `select name from campaigns.audience where campaign_id = $1 and person_id = '${personId}'`,
  );
  const form = new URLSearchParams({
    ...{ key: `kunci-dari-formulir-${personId}`, digest: pact?.digest ?? '', typedName: person.name },
    ...change,
  });
  for (const point of pact?.points.keys() ?? []) form.append('point', String(point));
  return form;
}

/** As a program sends it. */
async function send(personId: string, form: URLSearchParams, app: App = site.app) {
  const headers = { origin: ORIGIN, accept: 'application/json' };
  const answer = await app.request(`${ORIGIN}/s/${codes.get(personId)}`, {
    method: 'POST',
    headers,
    body: form,
  });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

/** The same installation in another process: nothing is shared but the database. */
function another(room?: { most: number; waiting: number }): App {
  const app = createApp(site.platform.config, (line) => site.faults.push(line));
  signPages(app, site.platform, createSigner(site.platform, { soon: () => {} }, room));
  return app;
}

describe('the answer to a program', () => {
  it('is receipt, index and log, the same bytes five times at once, later, and after a restart', async () => {
    const { dinas, seksi } = site.world.people;
    await send(seksi, await formOf(seksi));
    const form = await formOf(dinas);
    const answers = await Promise.all(upTo(5).map(() => send(dinas, form)));
    answers.push(await send(dinas, form), await send(dinas, form, another()));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    const [log] = await rows('select origin from evidence.log where campaign_id = $1');
    const { receipt } = JSON.parse(answers[0]!.text);
    expect(JSON.parse(answers[0]!.text)).toEqual({ receipt, index: 1, log: log.origin });
    expect((await recordByReceipt(site.db.pool, agencyId, receipt)).idx).toBe(1);
    expect(await indexes()).toEqual([0, 1]);
  });

  it('has the headers of every page', async () => {
    const { dinas } = site.world.people;
    const page = await site.app.request(`${ORIGIN}/s/${codes.get(dinas)}`);
    const { headers } = await send(dinas, await formOf(dinas));
    const ours = [...page.headers].filter(([name]) => !/^(content-(type|length|encoding)|vary)$/.test(name));
    expect(ours.length).toBeGreaterThan(10);
    for (const [name, value] of ours) expect([name, headers.get(name)]).toEqual([name, value]);
    expect(headers.get('content-type')).toBe('application/json');
  });

  it('is a code and a sentence where something is wrong', async () => {
    const { dinas } = site.world.people;
    const wrongName = await send(dinas, await formOf(dinas, { typedName: 'Siti Contoh' }));
    expect([wrongName.status, JSON.parse(wrongName.text)]).toEqual([
      422,
      { code: 'signing.nameDiffers', message: expect.stringContaining('Ma’ruf'.slice(0, 2)) },
    ]);
    const oldText = await send(dinas, await formOf(dinas, { digest: 'f'.repeat(64) }));
    expect([oldText.status, JSON.parse(oldText.text).code]).toEqual([409, 'signing.textChanged']);
    codes.set('siapa', 'AAAA-BBBB-CCCC');
    const nobody = await send('siapa', new URLSearchParams());
    expect([nobody.status, JSON.parse(nobody.text).code]).toEqual([404, 'signing.noSuchCode']);
    expect(await indexes()).toEqual([]);
  });

  it('does not keep others waiting for a form of a hundred and sixty thousand names', async () => {
    codes.set('siapa', 'AAAA-BBBB-CCCC');
    const names = Array.from({ length: 160_000 }, (_, n) => n.toString(36)).join('&');
    expect((await send('siapa', new URLSearchParams(names))).status).toBe(404);
  });
});

describe('one key', () => {
  it('with another person’s slip is that person’s own form', async () => {
    const { dinas, seksi } = site.world.people;
    const key = 'kunci-yang-dipakai-dua-kali';
    const answers = [
      await send(dinas, await formOf(dinas, { key })),
      await send(seksi, await formOf(seksi, { key })),
    ].map(({ text }) => JSON.parse(text));
    expect(answers.map(({ index, again }) => [index, again])).toEqual([
      [0, undefined],
      [1, undefined],
    ]);
    expect(answers[0].receipt).not.toBe(answers[1].receipt);
  });

  it('under another text is another form: the earlier receipt, and told so; another key is somebody else', async () => {
    const { dinas } = site.world.people;
    const form = await formOf(dinas);
    const first = JSON.parse((await send(dinas, form)).text);
    await transaction(site.db.pool, async (client) => {
      const one = { agencyId, campaignId, kind: 'pact', by: 'system' } as const;
      await withdrawText(client, { ...one, version: 1, reason: 'Salah ketik.' }, SIGNING_DAY);
      const text = { ...draftTexts('pilkada', 'asn-non-asn').pact, title: 'Pakta yang baru' };
      await addText(client, { ...one, text, draft: true, source: 'Uji' }, SIGNING_DAY);
    });
    expect(JSON.parse((await send(dinas, form)).text)).toEqual(first);
    const newText = JSON.parse((await send(dinas, await formOf(dinas))).text);
    const otherKey = JSON.parse(
      (await send(dinas, await formOf(dinas, { key: 'kunci-lain-sama-sekali' }))).text,
    );
    expect(newText).toEqual({ ...first, again: true });
    expect(otherKey).toEqual({ code: 'signing.used', message: expect.any(String) });
    expect(await indexes()).toEqual([0]);
  });
});

describe('too many at once', () => {
  it('are told to come again, nothing of theirs is kept, and nobody who waits is lost', async () => {
    const people = [...codes.keys()].slice(0, 12);
    const app = another({ most: 2, waiting: 5 });
    const forms = new Map(await Promise.all(people.map(async (id) => [id, await formOf(id)] as const)));
    const client = await site.db.pool.connect();
    await client.query('begin');
    await client.query('select from campaigns.campaign where id = $1 for no key update', [campaignId]);
    const sent = people.map((id) => send(id, forms.get(id)!, app));
    const refused = await Promise.race([Promise.all(sent), firstSeven(sent)]);
    await client.query('commit');
    client.release();
    expect(refused.map(({ status }) => status)).toEqual(Array(7).fill(503));
    expect(refused.map(({ headers }) => headers.get('retry-after'))).toEqual(Array(7).fill('2'));
    expect(JSON.parse(refused[0]!.text).code).toBe('platform.busy');
    const answers = await Promise.all(sent);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(5);
    expect(await indexes()).toEqual(upTo(5));
    for (const id of people) expect((await send(id, forms.get(id)!, app)).status).toBe(200);
    expect(await indexes()).toEqual(upTo(12));
  });

  /** The seven that are answered while the campaign is held. */
  function firstSeven(sent: ReturnType<typeof send>[]): Promise<Awaited<ReturnType<typeof send>>[]> {
    const answered: Awaited<ReturnType<typeof send>>[] = [];
    return new Promise((resolve, reject) => {
      for (const one of sent)
        one.then((answer) => {
          answered.push(answer);
          if (answered.length === 7) resolve([...answered]);
        }, reject);
    });
  }
});

describe('several servers on one database', () => {
  it('give everybody one signature and the log no gap, also where the same people come to both', async () => {
    const people = [...codes.keys()];
    const servers = [site.app, another(), another({ most: 3, waiting: 5000 })];
    const forms = new Map(await Promise.all(people.map(async (id) => [id, await formOf(id)] as const)));
    const answers = await Promise.all(
      servers.flatMap((app, i) =>
        (i === 1 ? [...people].reverse() : people).map(async (id) => ({
          id,
          ...(await send(id, forms.get(id)!, app)),
        })),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    for (const id of people)
      expect(new Set(answers.filter((one) => one.id === id).map(({ text }) => text)).size).toBe(1);
    expect(await indexes()).toEqual(upTo(people.length));
    expect(new Set(answers.map(({ text }) => JSON.parse(text).index)).size).toBe(people.length);
    await site.publish();
    const [head] = await rows('select max(size) as size from evidence.checkpoint where campaign_id = $1');
    expect(head.size).toBe(people.length);
  });
});

describe('what a record shares with others', () => {
  it('is kept once, and every record comes back as it was committed to', async () => {
    const people = [...codes.keys()].slice(0, 6);
    for (const id of people) await send(id, await formOf(id));
    expect(await rows('select id from evidence.record_frame where campaign_id = $1')).toHaveLength(1);
    const [sizes] = await rows(
      'select max(length(record)) as own from evidence.record where campaign_id = $1',
    );
    const sealed = await rows('select receipt from evidence.record where campaign_id = $1 order by idx');
    expect(sealed).toHaveLength(6);
    for (const [index, { receipt }] of sealed.entries()) {
      const stored = await recordByReceipt(site.db.pool, agencyId, receipt);
      expect(stored.record.length).toBeGreaterThan(2 * sizes.own);
      const entry = encodeEntry({ kind: 'pact', commitment: commitment(stored.salt, stored.record) });
      const [logged] = await rows(
        `select entry from evidence.log_entry where campaign_id = $1 and idx = ${stored.idx}`,
      );
      expect([stored.idx, logged.entry]).toEqual([index, Buffer.from(entry)]);
      expect(parseRecord(stored.record).text.points.length).toBeGreaterThan(0);
    }
  });

  it('stands in the records from before, which go on as they are', async () => {
    const { dinas } = site.world.people;
    const form = await formOf(dinas);
    const first = await send(dinas, form);
    const { receipt } = JSON.parse(first.text);
    const { record } = await recordByReceipt(site.db.pool, agencyId, receipt);
    await site.db.pool.query(
      'update evidence.record set record = $1, frame_id = null, cut = null where receipt = $2',
      [record, receipt],
    );
    expect((await recordByReceipt(site.db.pool, agencyId, receipt)).record).toEqual(record);
    expect((await send(dinas, form)).text).toBe(first.text);
    expect(JSON.parse((await send(dinas, await formOf(dinas, { digest: 'f'.repeat(64) }))).text).again).toBe(
      true,
    );
  });

  it('does not fit its commitment any more when its frame is gone', async () => {
    const { dinas } = site.world.people;
    const { receipt } = JSON.parse((await send(dinas, await formOf(dinas))).text);
    const { record, salt } = await recordByReceipt(site.db.pool, agencyId, receipt);
    await site.db.pool.query('delete from evidence.record_frame where campaign_id = $1', [campaignId]);
    const short = await recordByReceipt(site.db.pool, agencyId, receipt);
    expect(commitment(short.salt, short.record)).not.toEqual(commitment(salt, record));
  });
});
