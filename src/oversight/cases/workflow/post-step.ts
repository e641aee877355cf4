import type { ClientBase } from 'pg';
import type { Agency } from '../../../agencies/index.ts';
import type { Register } from '../../../law/index.ts';
import { dateIn } from '../../../platform/format.ts';
import { type Body, field } from '../../../platform/http/form.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { sealedField } from '../contents/posted.ts';
import { nextN } from '../contents/read.ts';
import { addMessage } from '../contents/write.ts';
import type { CaseSeen } from '../seen.ts';
import { ruleOf, WHATS, type What } from '../stages.ts';
import { goesOnElsewhere, linkedTo } from './link.ts';
import { filledIn } from './step-form.ts';
import { writeStep } from './write-step.ts';

/** Steps that the form of next steps writes; the others have pages of their own, or are the system's. */
export const BY_FORM: readonly What[] = WHATS.filter((what) => !ruleOf(what).elsewhere).concat([
  'linked',
  'identity-asked',
]);

export interface Posted {
  agency: Agency;
  seen: CaseSeen;
  /** account:ID */
  by: string;
  body: Body;
  register: Register;
}

/** A step with its note and its message to the reporter, as one. @throws Refusal cases.*, platform.unreadable (400) */
export async function stepPosted(client: ClientBase, posted: Posted, now: Date): Promise<void> {
  const { agency, seen, by, register } = posted;
  const what = BY_FORM.find((one) => one === field(posted.body, 'what'));
  if (!what) throw new Refusal('platform.unreadable', 400);
  const body = ownFields(posted.body, what);
  const place = { agencyId: agency.id, caseId: seen.id };
  const bound = { agency: agency.id, case: seen.id, from: by } as const;
  const note = await sealedField(body, 'note', {
    publicKey: seen.teamPublic,
    bound: { ...bound, purpose: 'note', to: 'team' },
  });
  const message = await sealedField(body, 'message', {
    publicKey: seen.dialoguePublic,
    bound: { ...bound, purpose: 'dialogue', to: 'dialogue' },
  });
  const filled = filledIn(what, body, register);
  if (what === 'identity-asked' && !note) throw new Refusal('cases.identityReason');
  if (what === 'linked') await linkedTo(client, place, by, filled.data.case);
  if (what === 'closed' && filled.data.reason === 'duplicate') await goesOnElsewhere(client, place);
  const step = { ...place, what, ...filled, note, message: message !== null, by };
  await writeStep(client, step, now);
  if (!message) return;
  const row = {
    ...place,
    n: await nextN(client, agency.id, seen.id),
    audience: 'dialogue',
    keyId: null,
  } as const;
  await addMessage(
    client,
    { ...row, sender: by, sealed: message, day: dateIn(now, agency.zone), files: [] },
    now,
  );
}

/** Every form of the page has the same fields, so each field bears the name of its step. */
function ownFields(body: Body, what: What): Body {
  const own = Object.entries(body).filter(([name]) => name.startsWith(`${what}-`));
  return Object.fromEntries(own.map(([name, value]) => [name.slice(what.length + 1), value]));
}
