import { z } from 'zod';
import { type Client, many } from '../../../platform/db/index.ts';
import { dateIn } from '../../../platform/format.ts';
import { keysOf } from '../../keys/index.ts';
import type { caseFrame } from '../../pages/frame.tsx';
import { holdersOf } from '../access/holders.ts';
import { sql } from '../seen.ts';
import type { What } from '../stages.ts';
import { historyOf } from '../workflow/history.ts';
import { possibleNext } from '../workflow/may-follow.ts';
import { BY_FORM } from '../workflow/post-step.ts';
import { stepsOf } from '../workflow/steps.ts';
import { kindOf } from '../workflow/write-step.ts';
import { dueOfEach } from './due.ts';

export type CaseFrame = Awaited<ReturnType<typeof caseFrame>>;
export type CaseFacts = Awaited<ReturnType<typeof caseFacts>>;

/** What the page of a case shows without opening anything. */
export async function caseFacts(client: Client, frame: CaseFrame, now: Date) {
  const { agency, staff, seen } = frame;
  const place = { agencyId: agency.id, caseId: seen.id };
  const steps = await stepsOf(client, agency.id, seen.id);
  const own = await many(
    client,
    sql.ownCases,
    { agencyId: agency.id, accountId: staff.account.id },
    OtherCase,
  );
  const today = dateIn(now, agency.zone);
  const names = new Map(
    (await holdersOf(client, place)).map((one) => [`account:${one.accountId}`, one.name]),
  );
  const keys = await keysOf(client, agency.id, staff.account.id);
  const [about] = await many(client, sql.about, place, z.object({ mailbox: z.boolean() }));
  return {
    steps,
    today,
    names,
    history: historyOf(steps),
    next: possibleNext(steps, BY_FORM).filter((what) => hasSense(what, seen.mode, own.length > 1)),
    kind: kindOf(agency),
    mailbox: about?.mailbox === true,
    others: own.filter(({ id }) => id !== seen.id),
    due: (await dueOfEach(client, frame, [seen], today)).get(seen.id) ?? null,
    /** Own keys to which this case's keys were sealed. */
    keys: keys.filter(({ id }) => seen.keyIds.includes(id)),
  };
}

/** Not offered: what would have nothing to speak of. The rules refuse it besides. */
function hasSense(what: What, mode: CaseFrame['seen']['mode'], others: boolean): boolean {
  if (what === 'receipt-sent') return mode !== 'staff';
  if (what === 'identity-asked') return mode === 'confidential';
  return what !== 'linked' || others;
}

const OtherCase = z.object({ id: z.string(), arrivedOn: z.string() });
