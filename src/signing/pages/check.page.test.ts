import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codesOf, openSigningWorld, type SigningWorld } from '../../../test/signing-world.ts';
import { type Mode, questionsFor, setCheck, TOPICS } from '../../guidance/index.ts';
import { transaction } from '../../platform/db/index.ts';
import { signPages } from './sign.page.tsx';

let site: SigningWorld;
let campaignId: string;
let code: string;

beforeAll(async () => {
  site = await openSigningWorld();
  signPages(site.app, site.platform, site.signer);
  campaignId = await site.openedCampaign();
  code = (await codesOf(site, campaignId)).get(site.world.people.dinas) as string;
});
afterAll(() => site.close());

let moment = 0;
const set = (mode: Mode) =>
  transaction(site.db.pool, (client) =>
    setCheck(
      client,
      { agencyId: site.world.agencyId, campaignId, mode, by: 'account:x' },
      new Date(1_726_000_000_000 + ++moment * 1000),
    ),
  );

async function ask(path: string, cookie = '', form?: Record<string, string>) {
  const headers: Record<string, string> = { cookie, origin: 'http://localhost' };
  const answer = await site.app.request(path, {
    headers,
    ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
  });
  const kept = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie;
  return {
    status: answer.status,
    html: await answer.text(),
    to: answer.headers.get('location') ?? '',
    cookie: kept,
  };
}

/** The right option of the question on the page, found by its text. */
function rightOf(html: string): { p: string; jawab: string } {
  const quiz = TOPICS.map((topic) => topic.quiz).find(
    (one) => one && html.includes(`<legend>${one.ask.id}<`),
  );
  return { p: /name="p" value="(\d)"/.exec(html)?.[1] ?? '', jawab: String(quiz?.right) };
}

describe('the understanding check on a personal slip', () => {
  it('is not there while the campaign has none', async () => {
    expect((await ask(`/s/${code}`)).html).not.toContain('/paham');
    expect((await ask(`/s/${code}/paham`)).status).toBe(404);
  });

  it('is offered, and stands in nobody’s way', async () => {
    await set('on');
    const { html } = await ask(`/s/${code}`);
    expect(html).toContain(`/s/${code}/paham`);
    expect(html).toContain('name="typedName"');
  });

  it('comes first where the campaign says so, for the page and for what is sent to it', async () => {
    await set('required');
    const page = await ask(`/s/${code}`);
    expect(page.status).toBe(200);
    expect(page.html).toContain('meminta cek pemahaman');
    expect(page.html).not.toContain('name="typedName"');
    const sent = await ask(`/s/${code}`, '', { typedName: 'Ma’ruf Contoh' });
    expect(sent.status).toBe(409);
    const { rows } = await site.db.pool.query('select count(*)::int as n from signing.signature');
    expect(rows[0].n).toBe(0);
  });

  it('explains after each answer, asks again after a wrong one, and opens the way when passed', async () => {
    let cookie = '';
    let page = await ask(`/s/${code}/paham`, cookie);
    const first = rightOf(page.html);
    const wrong = await ask(`/s/${code}/paham`, cookie, { ...first, jawab: first.jawab === '0' ? '1' : '0' });
    expect(wrong.status).toBe(303);
    cookie = wrong.cookie;
    const explained = await ask(wrong.to, cookie);
    expect(explained.html).toContain('Belum tepat');
    expect(explained.html).toContain('/bolehkah/');
    for (let n = 0; n < 6; n++) {
      page = await ask(`/s/${code}/paham`, cookie);
      if (!page.html.includes('name="jawab"')) break;
      const answer = await ask(`/s/${code}/paham`, cookie, rightOf(page.html));
      cookie = answer.cookie;
      expect((await ask(answer.to, cookie)).html).toContain('Benar.');
    }
    expect(page.html).toContain('Selesai');
    expect((await ask(`/s/${code}`, cookie)).html).toContain('name="typedName"');
    const { rows } = await site.db.pool.query(
      'select question, correct from guidance.check_result order by correct',
    );
    expect(rows.length).toBe(questionsFor(campaignId, { category: 'pns', head: false }, 'x').length);
    expect(rows.filter((row) => !row.correct).length).toBe(1);
  });

  it('counts nobody else’s cookie, and no answer twice', async () => {
    const other = (await codesOf(site, campaignId)).get(site.world.people.seksi) as string;
    const begun = await ask(`/s/${other}/paham`);
    const sent = await ask(`/s/${other}/paham`, '', rightOf(begun.html));
    const again = await ask(`/s/${other}/paham`, sent.cookie, rightOf(begun.html));
    expect(again.to).toBe(`/s/${other}/paham`);
    expect((await ask(`/s/${code}`, sent.cookie)).html).not.toContain('name="typedName"');
  });

  it('asks for an answer where none was chosen', async () => {
    const { status, html } = await ask(`/s/${code}/paham`, '', { p: '0' });
    expect(status).toBe(422);
    expect(html).toContain('Pilih satu jawaban');
  });
});
