import { z } from 'zod';
import { maybe } from '../platform/db/index.ts';
import { newId } from '../platform/ids.ts';
import { createLimiter } from '../platform/limit.ts';
import { sendMail } from '../platform/mail/index.ts';
import type { Platform } from '../platform/platform.ts';
import { Refusal } from '../platform/refusal.ts';
import { postMessage } from './gateway.ts';
import { t } from './messages.ts';
import type { Plan } from './plan.ts';
import { sql } from './plan.ts';
import { type About, bothLanguages, personWords, type Words } from './text.ts';

/** The words as a person would get them, with a link that no person has. */
export function sampleWords(about: About, plan: Pick<Plan, 'withLink'>): Words {
  const link = plan.withLink ? `${about.origin}/s/XXXX-XXXX-XXXX` : null;
  return personWords(about, { name: t('id')('reminders.mail.testName'), link });
}

/** Tries of one account: five, then one a minute. */
const tries = createLimiter(5, 60_000);

/** The mail as people get it, to the address of whoever asks. @throws Refusal reminders.* */
export async function mailToSelf(
  { pool, config, now }: Platform,
  accountId: string,
  about: About,
  plan: Pick<Plan, 'withLink'>,
): Promise<void> {
  if (!config.mail) throw new Refusal('reminders.noServer', 409);
  const found = await maybe(
    pool,
    sql.ownAddress,
    { accountId },
    z.object({ address: z.string().nullable() }),
  );
  if (!found?.address) throw new Refusal('reminders.noOwnMail', 409);
  if (!tries.take(accountId, now())) throw new Refusal('reminders.testsOften', 429);
  const words = sampleWords(about, plan);
  const subject = t('id')('reminders.mail.testSubject', { subject: words.subject });
  const note = `${t('id')('reminders.mail.testNote')}\n${t('en')('reminders.mail.testNote')}\n\n`;
  const mail = { to: found.address, subject, text: note + bothLanguages(words), fromName: about.agency.name };
  const replyTo = about.plan.replyTo;
  await sendMail(config.mail, { ...mail, ...(replyTo ? { replyTo } : {}) }).catch((error) => {
    const { responseCode, code = 'unknown' } = error as { responseCode?: number; code?: string };
    throw new Refusal('reminders.testFailed', 503, { code: responseCode ?? code });
  });
}

/** One message of the kind `test` to the gateway. @throws Refusal reminders.* */
export async function tryGateway(
  platform: Platform,
  accountId: string,
  about: About & { agency: { id: string }; campaign: { id: string } },
  plan: Plan,
): Promise<void> {
  if (!plan.hookUrl) throw new Refusal('reminders.noGateway', 409);
  if (!tries.take(accountId, platform.now())) throw new Refusal('reminders.testsOften', 429);
  const { agency, campaign } = about;
  const { id, en } = sampleWords(about, plan);
  const outcome = await postMessage(platform, plan, {
    ...{ id: newId(platform.now()), kind: 'test', number: 0, link: null, text: { id, en } },
    institution: { id: agency.id, name: agency.name },
    campaign: { id: campaign.id, title: campaign.title, deadline: campaign.deadline.toISOString() },
    person: { id: '-', name: t('id')('reminders.mail.testName') },
  });
  if (!outcome.ok) throw new Refusal('reminders.testFailed', 503, { code: outcome.why });
}
