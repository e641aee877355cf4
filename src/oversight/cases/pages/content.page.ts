import { z } from 'zod';
import { actor } from '../../../access/index.ts';
import { type Client, transaction } from '../../../platform/db/index.ts';
import { dateIn } from '../../../platform/format.ts';
import { type Body, field } from '../../../platform/http/form.ts';
import { answerJson } from '../../../platform/http/respond.tsx';
import type { App, Ctx } from '../../../platform/http/visit.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { to, urls } from '../../../urls.ts';
import { keysOf } from '../../keys/index.ts';
import { caseFrame, caseWork } from '../../pages/frame.tsx';
import { RANDOM_ID } from '../../seal/index.ts';
import { bytesIn, sealedField } from '../contents/posted.ts';
import { contentsOf, nextN, partOf, readingRecorded } from '../contents/read.ts';
import { addMessage, addPart } from '../contents/write.ts';
import { writeStep } from '../workflow/write-step.ts';
import type { CaseFrame } from './case-facts.ts';

/** What is sealed, for browsers: handed out, and taken. */
export function contentPages(app: App, platform: Platform): void {
  const { pool, now } = platform;

  app.get(urls.caseContent, async (c) => {
    const { staff, agency, seen } = await caseFrame(c, platform, 'case.read');
    const contents = await contentsOf(pool, agency.id, seen);
    const read = { caseId: seen.id, upTo: contents.next - 1, zone: agency.zone };
    await transaction(pool, (client) => readingRecorded(client, staff, read, now()));
    return answerJson(c, contents);
  });

  app.post(urls.caseContent, async (c) => {
    const frame = await caseFrame(c, platform, 'case.work');
    if (c.req.header('content-type')?.startsWith('application/json')) return sealedPosted(c, platform, frame);
    const message = await formMessage(pool, frame, await c.req.parseBody());
    const { agency, seen } = frame;
    const place = { agencyId: agency.id, caseId: seen.id, day: dateIn(now(), agency.zone), files: [] };
    await caseWork(platform, frame, async (client) =>
      addMessage(client, { ...place, ...message, n: await nextN(client, agency.id, seen.id) }, now()),
    );
    return c.redirect(to('caseFile', { agency: agency.id, case: seen.id }), 303);
  });

  app.get(urls.casePart, async (c) => {
    const { staff, agency, seen } = await caseFrame(c, platform, 'case.read');
    const [id, n] = [c.req.param('file'), Number(c.req.param('part'))];
    const known = RANDOM_ID.test(id) && Number.isInteger(n) && n >= 0 && n < 1000;
    const part = known ? await partOf(pool, { agencyId: agency.id, caseId: seen.id, id, n }) : null;
    if (!part) throw new Refusal('oversight.caseUnknown', 404);
    const upTo = (await nextN(pool, agency.id, seen.id)) - 1;
    const read = { caseId: seen.id, upTo, zone: agency.zone };
    await transaction(pool, (client) => readingRecorded(client, staff, read, now()));
    c.header('Content-Type', 'application/octet-stream');
    c.header('Cache-Control', 'no-store');
    return c.body(new Uint8Array(part));
  });

  app.post(urls.caseFileNew, async (c) => {
    const frame = await caseFrame(c, platform, 'case.work');
    const { agency, seen } = frame;
    const asked = (name: string) => Number(c.req.query(name) ?? '-1');
    const sealed = new Uint8Array(await c.req.arrayBuffer());
    const part = { id: c.req.query('id') ?? '', parts: asked('parts'), n: asked('n'), sealed };
    const place = { agencyId: agency.id, caseId: seen.id, day: dateIn(now(), agency.zone) };
    await caseWork(platform, frame, (client) => addPart(client, { ...place, ...part }));
    return answerJson(c, { held: part.n });
  });
}

const Posted = z.object({
  n: z.int().min(0).max(100_000),
  audience: z.enum(['dialogue', 'team', 'own']),
  keyId: z.string().regex(RANDOM_ID).nullable(),
  sealed: z.string(),
  files: z.array(z.string().regex(RANDOM_ID)).max(20),
  /** A custodian hands the team who the reporter is, in the same message. */
  releases: z.boolean(),
});

/** From the island: sealed in the browser, at a number that it took. Sent again it is the same message. */
async function sealedPosted(c: Ctx, platform: Platform, frame: CaseFrame): Promise<Response> {
  const { now } = platform;
  const { agency, seen, staff } = frame;
  const posted = Posted.safeParse(await c.req.json().catch(() => null));
  if (!posted.success) throw new Refusal('cases.sealedForm', 422);
  const { releases, sealed, ...rest } = posted.data;
  const own = rest.audience === 'own';
  if (own !== (rest.keyId !== null) || (own && !seen.keyIds.includes(rest.keyId as string)))
    throw new Refusal('cases.sealedForm', 422);
  const day = dateIn(now(), agency.zone);
  const place = { agencyId: agency.id, caseId: seen.id };
  const message = { ...place, ...rest, sealed: bytesIn(sealed), sender: actor(staff), day };
  await caseWork(platform, frame, async (client) => {
    await addMessage(client, message, now());
    if (!releases) return;
    const { messages } = await contentsOf(client, agency.id, seen);
    // Attacker: a colleague who writes that a custodian released what no custodian gave.
    if (rest.audience !== 'team' || !messages.some(({ audience }) => audience === 'identity'))
      throw new Refusal('cases.notCustodian', 422);
    const step = { ...place, what: 'identity-released', onDate: day, by: actor(staff) } as const;
    await writeStep(client, step, now());
  });
  return answerJson(c, { n: rest.n });
}

/** Without script: words as typed, sealed here before anything is kept. @throws Refusal cases.textMissing (422) */
async function formMessage(client: Client, frame: CaseFrame, body: Body) {
  const { agency, seen, staff } = frame;
  const by = actor(staff);
  const audience = (['dialogue', 'team', 'own'] as const).find((one) => one === field(body, 'audience'));
  if (!audience) throw new Refusal('platform.unreadable', 400);
  const keyId = audience === 'own' ? (seen.keyIds[0] ?? '') : null;
  const keys = { dialogue: seen.dialoguePublic, team: seen.teamPublic, own: null };
  const publicKey = keys[audience] ?? (await ownPublic(client, frame, keyId));
  const bound = { agency: agency.id, case: seen.id, purpose: audience, from: by } as const;
  const sealed = await sealedField(body, 'text', {
    publicKey,
    bound: { ...bound, to: keyId ? `key:${keyId}` : audience },
  });
  if (!sealed) throw new Refusal('cases.textMissing', 422);
  return { audience, keyId, sealed, sender: by };
}

async function ownPublic(
  client: Client,
  { agency, staff }: CaseFrame,
  keyId: string | null,
): Promise<Uint8Array> {
  const own = (await keysOf(client, agency.id, staff.account.id)).find(({ id }) => id === keyId);
  if (!own) throw new Refusal('oversight.caseUnknown', 404);
  return own.sealPublic;
}
