import type { ClientBase } from 'pg';
import { z } from 'zod';
import { actor } from '../../../access/index.ts';
import { exec, transaction } from '../../../platform/db/index.ts';
import { dateIn } from '../../../platform/format.ts';
import { answerJson } from '../../../platform/http/respond.tsx';
import type { App } from '../../../platform/http/visit.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { to, urls } from '../../../urls.ts';
import { keysOf } from '../../keys/index.ts';
import { type OversightFrame, oversightFrame, showOversight } from '../../pages/frame.tsx';
import { recipientsAt } from '../../recipients/index.ts';
import { RANDOM_ID } from '../../seal/index.ts';
import { giveAccess } from '../access/give.ts';
import { mayHold } from '../access/holders.ts';
import { bytesIn } from '../contents/posted.ts';
import { addMessage } from '../contents/write.ts';
import { t } from '../messages.ts';
import { sql } from '../seen.ts';
import { writeStep } from '../workflow/write-step.ts';
import { FindingView } from './finding.view.tsx';

const Posted = z.object({
  caseId: z.string().regex(RANDOM_ID),
  dialoguePublic: z.string(),
  teamPublic: z.string(),
  /** Own key: as whom it is given to the others. */
  from: z.string().regex(RANDOM_ID),
  accesses: z
    .array(z.object({ keyId: z.string().regex(RANDOM_ID), sealed: z.string() }))
    .min(1)
    .max(50),
  report: z.string(),
});

/** A finding of one's own becomes a case; what is found is sealed in the browser, so this page needs script. */
export function findingPage(app: App, platform: Platform): void {
  const { pool, now } = platform;

  app.get(urls.findingNew, async (c) => {
    const frame = await oversightFrame(c, platform, 'finding.open');
    const { lang, agency, staff } = frame;
    const list = await recipientsAt(pool, agency.id);
    const keyIds = list.map(({ keyId }) => keyId);
    const may = await mayHold(pool, { agencyId: agency.id, caseId: '', keyIds }, now());
    const others = may.filter(({ accountId }) => accountId !== staff.account.id);
    const body = <FindingView {...{ lang, agency, others, from: actor(staff) }} />;
    const islands = ['unlock', 'finding'];
    return showOversight(c, frame, { title: t(lang)('cases.finding'), body, islands, at: 'findingNew' });
  });

  app.post(urls.findingNew, async (c) => {
    const frame = await oversightFrame(c, platform, 'finding.open');
    const posted = Posted.safeParse(await c.req.json().catch(() => null));
    if (!posted.success) throw new Refusal('cases.sealedForm', 422);
    await transaction(pool, (client) => opened(client, frame, posted.data, now()));
    return answerJson(c, { to: to('caseFile', { agency: frame.agency.id, case: posted.data.caseId }) });
  });
}

/** The case, its access, its first message and its first step, at once. @throws Refusal cases.sealedForm, meanwhile */
async function opened(
  client: ClientBase,
  { agency, staff }: OversightFrame,
  posted: z.output<typeof Posted>,
  now: Date,
): Promise<void> {
  const [by, today] = [actor(staff), dateIn(now, agency.zone)];
  const place = { agencyId: agency.id, caseId: posted.caseId };
  const publics = [bytesIn(posted.dialoguePublic), bytesIn(posted.teamPublic)] as const;
  const own = await keysOf(client, agency.id, staff.account.id);
  const mine = posted.accesses.some(({ keyId }) => keyId === posted.from);
  if (publics.some((key) => key.length !== 32) || !mine || !own.some(({ id }) => id === posted.from))
    throw new Refusal('cases.sealedForm', 422);
  const list = await recipientsAt(client, agency.id);
  const allowed = [posted.from, ...list.map(({ keyId }) => keyId)];
  const row = { ...place, today, dialoguePublic: publics[0], teamPublic: publics[1] };
  if ((await exec(client, sql.addCase, row)) === 0) throw new Refusal('cases.meanwhile', 409);
  for (const { keyId, sealed } of posted.accesses) {
    if (!allowed.includes(keyId)) throw new Refusal('cases.mayNotHold', 422);
    await giveAccess(
      client,
      { ...place, fromKeyId: posted.from, toKeyId: keyId, sealed: bytesIn(sealed), by },
      now,
    );
  }
  await writeStep(client, { ...place, what: 'received', onDate: today, by }, now);
  const first = { ...place, n: 0, audience: 'team', sender: by, keyId: null, day: today, files: [] } as const;
  await addMessage(client, { ...first, sealed: bytesIn(posted.report) }, now);
}
