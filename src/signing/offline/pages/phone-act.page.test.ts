import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { oneBrowser } from '../../../../test/one-browser.ts';
import {
  codesOf,
  goodSubmission,
  openSigningWorld,
  SIGNING_DAY,
  type SigningWorld,
} from '../../../../test/signing-world.ts';
import { closeCampaign } from '../../../campaigns/index.ts';
import { setCheck } from '../../../guidance/index.ts';
import { transaction } from '../../../platform/db/index.ts';
import { parseRecord, requireOfflineAct } from '../../../verify/index.ts';
import { signPages } from '../../index.ts';
import { type Statement, statementText } from '../statement.ts';
import { deviceKeys, signed } from '../test-device.ts';

const agencyId = 'fakfak';
const NAME = "Ma'ruf Contoh";
let site: SigningWorld;
let campaignId: string;
let code: string;
beforeAll(async () => {
  site = await openSigningWorld(agencyId);
  signPages(site.app, site.platform, site.signer);
});
beforeEach(async () => {
  campaignId = await site.openedCampaign();
  code = (await codesOf(site, campaignId)).get(site.world.people.dinas) as string;
});
afterAll(() => site.close());

const at = new Date(SIGNING_DAY.getTime() - 60_000).toISOString();
const keys = deviceKeys();

/** The form as a phone sends it that had kept it: what it signed beside what the page has. */
async function kept(change: Partial<Statement> = {}, act: object = {}) {
  const holder = { agencyId, campaignId, personId: site.world.people.dinas };
  const { textDigest, ticked, typedName, key } = await goodSubmission(site, holder);
  const said = { agency: agencyId, campaign: campaignId, text: textDigest, name: NAME, typedName, at };
  const statement = { ...said, drawing: null, seq: 1, device: null, ...change };
  const signature = signed(keys.privateKey, statementText(statement));
  const sentAt = SIGNING_DAY.toISOString();
  const offline = JSON.stringify({ at, sentAt, seq: 1, publicKey: keys.publicKey, signature, ...act });
  const form = new URLSearchParams({ key, digest: textDigest, typedName, offline });
  for (const point of ticked) form.append('point', String(point));
  return form;
}
const browser = oneBrowser(() => site.app);
const post = (body: URLSearchParams, accept = 'application/json') =>
  browser(`http://localhost/s/${code}`, {
    method: 'POST',
    headers: { accept, origin: 'http://localhost' },
    body,
  });
const records = async () =>
  (
    await site.db.pool.query('select record from evidence.sealed_record where campaign_id = $1', [campaignId])
  ).rows.map((row) => parseRecord(row.record));

it('is sealed with what the phone signed, and sent again it is the same receipt', async () => {
  const form = await kept();
  const answer = await (await post(form)).json();
  const [record] = await records();
  expect(answer).toMatchObject({ receipt: record?.receipt });
  expect(record?.act).toMatchObject({
    method: 'slip',
    at: SIGNING_DAY.toISOString(),
    offline: { at, seq: 1, device: null, enrolled: false },
  });
  expect(() => record?.act.offline && requireOfflineAct(record, record.act.offline)).not.toThrow();
  expect(await (await post(form)).json()).toEqual(answer);
  const page = await (await browser(`http://localhost/s/${code}`)).text();
  expect(page).toContain('menurut jam perangkat');
  expect(page).toContain('Dicatat server');
});

it('is refused where it does not hold, and nothing is sealed', async () => {
  const wrong = [
    await kept({ name: 'Siti Contoh' }),
    await kept({ device: 'tablet' }),
    await kept({}, { seq: 2 }),
    await kept({}, { at: 'kemarin' }),
    await kept({}, { publicKey: 'AAAA' }),
    await kept({}, { device: 'tablet' }),
  ];
  wrong[0]?.set('offline', '{');
  for (const form of wrong) {
    const answer = await post(form);
    expect([answer.status, (await answer.json()).code]).toEqual([422, 'offline.statement']);
  }
  expect((await post(wrong[1] as URLSearchParams, 'text/html')).status).toBe(422);
  expect(await records()).toEqual([]);
});

const refusal = async (form: URLSearchParams) => (await (await post(form)).json()).code;

it('does not go round a check that comes first', async () => {
  const setting = { agencyId, campaignId, mode: 'required', by: 'system' } as const;
  await transaction(site.db.pool, (client) => setCheck(client, setting, SIGNING_DAY));
  expect(await refusal(await kept())).toBe('signing.checkFirst');
  expect(await records()).toEqual([]);
});

it('does not go round the deadline or a closed campaign, whatever its clock said', async () => {
  const form = await kept();
  site.setClock(new Date('2024-09-30T15:00:00Z'));
  expect(await refusal(form)).toBe('signing.late');
  site.setClock(SIGNING_DAY);
  const closing = { agencyId, campaignId, reason: 'Selesai', by: 'system' };
  await transaction(site.db.pool, (client) => closeCampaign(client, closing, SIGNING_DAY));
  expect(await refusal(form)).toBe('signing.closed');
  expect(await records()).toEqual([]);
});
