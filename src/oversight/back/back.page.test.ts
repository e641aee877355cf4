import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { urls } from '../../urls.ts';
import { puzzleFor } from '../abuse/admit.ts';
import { abusePages } from '../abuse/index.ts';
import { PROOF_HEADER } from '../abuse/proof.ts';
import type { Kind } from '../abuse/puzzle.ts';
import { solve } from '../abuse/solve.ts';
import { channelPages } from '../channel/index.ts';
import { newReturnCode, openSealed, toText } from '../seal/index.ts';
import { keysOfCode, type Reported } from '../test-report.ts';
import { type OversightWorld, openOversightWorld } from '../test-world.ts';
import { PAGE_BYTES, readBox } from './box-format.ts';
import { backPages } from './index.ts';
import { openBox, sealReply } from './open.ts';
import { replySubject } from './reply-subject.ts';

let world: OversightWorld;
let elsewhere: string;
let reported: Reported;

beforeAll(async () => {
  world = await openOversightWorld();
  abusePages(world.app, world.platform);
  backPages(world.app, world.platform);
  channelPages(world.app, world.platform);
  reported = await world.report();
  elsewhere = newReturnCode();
}, 60_000);
afterAll(() => world?.close());

async function proof(kind: Kind, channel: string, subject: string) {
  return { [PROOF_HEADER]: await solve(puzzleFor(world.platform, kind, channel, 1), subject) };
}

async function posted(url: string, body: unknown, headers: Record<string, string> = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const own = {
    'content-type': 'application/json',
    'content-length': String(text.length),
    accept: 'application/json',
  };
  return world.app.request(`http://localhost${url}`, {
    method: 'POST',
    body: text,
    headers: { ...own, ...headers },
  });
}

async function boxOf(code: string) {
  const keys = await keysOfCode(code);
  const lookup = toText(keys.lookup);
  const answer = await posted(urls.reportBox, { lookup, page: 0 }, await proof('box', '-', `box:${lookup}`));
  return { answer, keys, bytes: new Uint8Array(await answer.arrayBuffer()) };
}

async function readBack(code = reported.code) {
  const { bytes, keys } = await boxOf(code);
  const read = readBox([bytes]);
  return { head: read.head, opened: await openBox(read, keys.pair), keys };
}

async function write(text: string, code = reported.code) {
  const { head, opened, keys } = await readBack(code);
  if (!opened) throw new Error('not opened');
  const sealed = await sealReply(head, opened.dialogue, { format: 'ikrar/message/v1', text, files: [] });
  const body = {
    act: 'write',
    lookup: toText(keys.lookup),
    agency: head.agency,
    sealed: toText(sealed),
    files: [],
  };
  const made = await proof('reply', head.agency, replySubject({ act: 'write', sealed }));
  return { body, made, answer: await posted(urls.reportReply, body, made) };
}

describe('the mailbox, with script', () => {
  it('opens with the code, and says when it came and by when an answer is due', async () => {
    const { head, opened } = await readBack();
    expect(head).toMatchObject({
      agency: 'fakfak',
      case: reported.caseId,
      arrivedOn: '2024-09-18',
      due: '2024-09-25',
    });
    expect(head.statuses).toEqual([{ what: 'received', day: '2024-09-18' }]);
    expect(opened?.messages).toHaveLength(1);
    expect(opened?.messages[0]).toMatchObject({ n: 0, mine: true, contents: { what: reported.report.what } });
  });

  it('answers an unknown code in the same shape and size, the same each time, and opens for nobody', async () => {
    const known = await boxOf(reported.code);
    const [one, two] = [await boxOf(elsewhere), await boxOf(elsewhere)];
    expect([known, one, two].map(({ bytes }) => bytes.length)).toEqual([PAGE_BYTES, PAGE_BYTES, PAGE_BYTES]);
    const plain = (headers: Headers) => [...headers.entries()].sort();
    expect(plain(one.answer.headers)).toEqual(plain(known.answer.headers));
    expect(Buffer.from(one.bytes).equals(Buffer.from(two.bytes))).toBe(true);
    const read = readBox([one.bytes]);
    expect(Object.keys(read.head)).toEqual(Object.keys(readBox([known.bytes]).head));
    expect(await openBox(read, one.keys.pair)).toBeNull();
  });

  it('takes a reply once, that the team opens, and answers the very same again', async () => {
    const { answer, body, made } = await write('Saya punya foto papan nama.');
    expect(answer.status).toBe(200);
    expect((await posted(urls.reportReply, body, made)).status).toBe(200);
    const { opened } = await readBack();
    expect(opened?.messages.map(({ contents }) => contents && 'text' in contents && contents.text)).toEqual([
      'Saya punya foto papan nama.',
      false,
    ]);
    const { rows } = await world.db.pool.query(
      `select sealed, sender, audience from oversight.message where case_id = $1 and n = 1`,
      [reported.caseId],
    );
    const bound = {
      agency: 'fakfak',
      case: reported.caseId,
      purpose: 'dialogue',
      from: 'reporter',
      to: 'dialogue',
    } as const;
    const plain = await openSealed(reported.keys.dialogue.privateKey, new Uint8Array(rows[0].sealed), bound);
    expect(Buffer.from(plain).toString()).toContain('papan nama');
    expect(rows[0]).toMatchObject({ sender: 'reporter', audience: 'dialogue' });
  });

  it('shows what the team wrote to the reporter, and nothing of what it wrote for itself', async () => {
    const { dialogue, team } = reported.keys;
    await teamWrote(2, 'dialogue', dialogue.publicKey, 'Kapan foto itu diambil?');
    await teamWrote(3, 'team', team.publicKey, 'Periksa presensi.');
    const { head, opened } = await readBack();
    expect(head.messages.map(({ n }) => n)).toEqual([2, 1, 0]);
    expect(opened?.messages[0]).toMatchObject({ mine: false, contents: { text: 'Kapan foto itu diambil?' } });
  });

  it('tells reading and writing by the day alone, and reading once a day', async () => {
    await readBack();
    const { rows } = await world.db.pool.query(
      `select kind, at, count(*)::int as count from oversight.event
       where case_id = $1 and kind like 'case.reporter%' group by kind, at order by kind`,
      [reported.caseId],
    );
    const day = new Date('2024-09-18T00:00:00Z');
    expect(rows).toEqual([
      { kind: 'case.reporterRead', at: day, count: 1 },
      { kind: 'case.reporterWrote', at: day, count: 1 },
    ]);
  });

  it('answers a reply to no case as it answers any, and stores nothing', async () => {
    const { body, made } = await write('Satu lagi.');
    const keys = await keysOfCode(elsewhere);
    const count = async () =>
      (await world.db.pool.query('select count(*) from oversight.message')).rows[0].count;
    const before = await count();
    const foreign = await posted(urls.reportReply, { ...body, lookup: toText(keys.lookup) }, made);
    const own = await posted(urls.reportReply, body, made);
    expect([foreign.status, await foreign.text()]).toEqual([own.status, await own.text()]);
    expect(await count()).toBe(before);
  });

  it.each([
    ['nothing', ''],
    ['no object', '7'],
    ['a short lookup', { lookup: 'abc', page: 0 }],
    ['a page that is none', { lookup: 'A'.repeat(43), page: -1 }],
    ['something more', { lookup: 'A'.repeat(43), page: 0, agency: 'fakfak' }],
    ['a path', { lookup: 'A'.repeat(43), file: '../../etc', part: 0 }],
    ['much', { lookup: 'A'.repeat(43), page: 0, more: 'x'.repeat(500) }],
  ])('refuses %s', async (_, body) => {
    expect((await posted(urls.reportBox, body)).status).toBe(400);
    expect((await posted(urls.reportReply, body)).status).toBe(400);
  });

  it('refuses what comes without a proof, or with one for something else', async () => {
    const lookup = 'A'.repeat(43);
    expect((await posted(urls.reportBox, { lookup, page: 0 })).status).toBe(403);
    const other = await proof('box', '-', 'box:lain');
    expect((await posted(urls.reportBox, { lookup, page: 0 }, other)).status).toBe(403);
  });

  it('gives a part of a file as noise where there is none, in the size of any other', async () => {
    const keys = await keysOfCode(elsewhere);
    const lookup = toText(keys.lookup);
    const body = { lookup, file: '0123456789abcdef', part: 0 };
    const answer = await posted(urls.reportBox, body, await proof('box', '-', `box:${lookup}`));
    expect((await answer.arrayBuffer()).byteLength).toBe(512 * 1024 + 16);
  });
});

describe('the mailbox, without script', () => {
  const form = async (fields: Record<string, string>, lang = '') =>
    world.app.request(`http://localhost${urls.reportBack}${lang}`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { origin: 'http://localhost' },
    });
  const hidden = (html: string, name: string, after = '') =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(html.slice(html.indexOf(after)))?.[1] ?? '';
  const later = (seconds: number) =>
    world.setClock(new Date(world.platform.now().getTime() + seconds * 1000));
  const replying = (html: string) => {
    const own = (name: string) => hidden(html, name, 'data-reply-form');
    const ticket = { ticket: own('ticket'), wait: own('wait'), door: own('door') };
    return { act: 'reply', code: reported.code, ...ticket };
  };
  async function opened(code: string, lang = '') {
    const asked = await (await world.app.request(`http://localhost${urls.reportBack}${lang}`)).text();
    world.setClock(new Date(world.platform.now().getTime() + 4000));
    const fields = { act: 'open', code, ticket: hidden(asked, 'ticket'), door: hidden(asked, 'door') };
    return form(fields, lang);
  }

  it('opens, says so beforehand, and answers an unknown code in the same size and status', async () => {
    const asked = await (await world.app.request(`http://localhost${urls.reportBack}?bahasa=en`)).text();
    expect(asked).toContain('readable in the memory of the server');
    const [known, unknown] = [
      await opened(reported.code, '?bahasa=en'),
      await opened(elsewhere, '?bahasa=en'),
    ];
    expect([known.status, unknown.status]).toEqual([200, 200]);
    const plain = (headers: Headers) => [...headers.entries()].sort();
    expect(plain(unknown.headers)).toEqual(plain(known.headers));
    expect(known.headers.get('set-cookie')).toBeNull();
    expect(known.headers.get('cache-control')).toBe('no-store');
    const [a, b] = [await known.text(), await unknown.text()];
    expect(Buffer.byteLength(a)).toBe(65_536);
    expect(Buffer.byteLength(b)).toBe(65_536);
    expect(a).toContain('Kapan foto itu diambil?');
    expect(a).not.toContain('Periksa presensi');
    expect(b).toContain('This code is not known');
  });

  it('says what is wrong with words before anything is asked', async () => {
    const answer = await form({ act: 'open', code: 'bukan kode', ticket: '0123456789abcdef', wait: 'x' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('bukan');
  });

  it('takes a reply once, though the form is sent twice', async () => {
    const html = await (await opened(reported.code)).text();
    later(4);
    const fields = { ...replying(html), text: 'Hari Senin pagi.' };
    const [first, second] = [await (await form(fields)).text(), await (await form(fields)).text()];
    expect(first).toContain('Terkirim.');
    expect(second).toContain('Terkirim.');
    const { opened: box } = await readBack();
    const texts = box?.messages.map(({ contents }) => contents && 'text' in contents && contents.text);
    expect(texts?.filter((text) => text === 'Hari Senin pagi.')).toHaveLength(1);
  });

  it('keeps what was typed where it came too early', async () => {
    const html = await (await opened(reported.code)).text();
    later(2);
    const fields = replying(html);
    const answer = await form({ ...fields, text: 'Terlalu cepat.' });
    const text = await answer.text();
    expect(text).toContain('belum terkirim');
    expect(text).toContain('>Terlalu cepat.</textarea>');
    expect(hidden(text, 'wait', 'data-reply-form')).toBe(fields.wait);
  });

  // Each opening is a slow hash: whoever could have them for nothing would keep everybody else from theirs.
  it('opens nothing for who did not wait, whatever they want to do, and keeps what they typed', async () => {
    const html = await (await opened(reported.code)).text();
    const { door, ...fields } = replying(html);
    for (const act of ['reply', 'forget', 'lain'])
      for (const none of ['', fields.wait])
        expect((await form({ ...fields, act, door: none, sure: 'yes' })).status).toBe(403);
    const early = await form({ ...fields, door, text: 'Segera.' });
    const asked = await early.text();
    expect([early.status, asked]).toEqual([429, expect.stringContaining('>Segera.</textarea>')]);
    later(4);
    const names = ['act', 'ticket', 'wait', 'door'];
    const again = Object.fromEntries(names.map((name) => [name, hidden(asked, name)]));
    const sent = await form({ ...again, code: reported.code, text: 'Segera.' });
    expect(await sent.text()).toContain('Terkirim.');
  });

  it('forgets a code when its holder says so; then it is like one that never was', async () => {
    const other = await world.report();
    const html = await (await opened(other.code)).text();
    later(4);
    const answer = await form({ ...replying(html), act: 'forget', code: other.code, sure: 'yes' });
    expect(await answer.text()).toContain('Kode sudah dilupakan');
    const { bytes, keys } = await boxOf(other.code);
    expect(await openBox(readBox([bytes]), keys.pair)).toBeNull();
  });
});

describe('replies after the channel closed', () => {
  it('are taken as long as the case is kept', async () => {
    await world.db.pool.query(
      `insert into oversight.channel values ('fakfak', 'closed0000000000', 'closed', 730, 'system', $1)`,
      [new Date('2030-01-01')],
    );
    expect((await write('Masih ada lagi.')).answer.status).toBe(200);
    const { opened } = await readBack();
    expect(opened?.messages[0]?.contents).toMatchObject({ text: 'Masih ada lagi.' });
    const none = await boxOf(elsewhere);
    expect([none.answer.status, world.faults]).toEqual([200, []]);
    expect(readBox([none.bytes]).head.agency).toBe('contoh');
  });
});

async function teamWrote(
  n: number,
  audience: 'dialogue' | 'team',
  key: Uint8Array,
  text: string,
): Promise<void> {
  const { sealTo, utf8 } = await import('../seal/index.ts');
  const sender = `account:${world.inspector.accountId}`;
  const place = { agency: 'fakfak', case: reported.caseId, from: sender, to: audience, purpose: audience };
  const contents = { format: 'ikrar/message/v1', text, files: [] };
  const sealed = await sealTo(key, utf8(JSON.stringify(contents)), place);
  const row = ['fakfak', reported.caseId, n, audience, sender, null, sealed, '2024-09-18'];
  await world.db.pool.query('insert into oversight.message values ($1, $2, $3, $4, $5, $6, $7, $8)', row);
}
