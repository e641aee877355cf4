import { z } from 'zod';
import { guard, mayDo, rolesAt } from '../../access/index.ts';
import { transaction } from '../../platform/db/index.ts';
import type { FieldErrors } from '../../platform/html/form.view.tsx';
import type { App, Ctx } from '../../platform/http/visit.ts';
import { messageOf } from '../../platform/i18n.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { to, urls } from '../../urls.ts';
import { accountNames, keysOf, type PublicKey } from '../keys/index.ts';
import { oversightFrame, showOversight } from '../pages/frame.tsx';
import { chainWords, fromText, SealError, type SignedStatement } from '../seal/index.ts';
import { chainOf, listOrNull } from './chain.ts';
import { changeRecipients } from './change.ts';
import { t } from './messages.ts';
import { RecipientsPage } from './recipients.view.tsx';

/** Who receives reports, and changes of that, each signed in the browser of somebody who does. */
export function recipientsPage(app: App, platform: Platform): void {
  const { pool, now } = platform;

  async function show(c: Ctx, errors: FieldErrors) {
    const frame = await oversightFrame(
      c,
      platform,
      c.req.method === 'POST' ? 'recipients.change' : 'recipients.read',
    );
    const { lang, agency, staff } = frame;
    const chain = await chainOf(pool, agency.id);
    const list = listOrNull(agency.id, chain);
    const all = await keysOf(pool, agency.id, null);
    const names = await accountNames(pool, agency.id);
    const roles = await rolesAt(pool, agency.id, now());
    const working = roles.filter(({ role, endedAt }) => !endedAt && ['inspector', 'leader'].includes(role));
    const inOffice = new Set(working.map(({ accountId }) => accountId));
    const own = staff.account.id;
    const inspector = mayDo(c, 'recipients.change') !== null;
    const has = list?.some(({ accountId, role }) => accountId === own && role === 'recipient') ?? false;
    const first = list?.length === 0;
    const newest = all.filter((key, i) => all.findLastIndex((one) => one.accountId === key.accountId) === i);
    const open = ({ id, accountId }: PublicKey) =>
      inOffice.has(accountId) && list?.filter(({ keyId }) => keyId === id).length !== 3;
    const listed = (key: PublicKey) => list?.some(({ keyId }) => keyId === key.id) ?? false;
    const wanted = newest.filter((key) => (first ? key.accountId === own : open(key)));
    const keys = [...wanted.filter((key) => !listed(key)), ...wanted.filter(listed)];
    return showOversight(c, frame, {
      title: t(lang)('recipients.title'),
      at: 'oversightRecipients',
      status: Object.keys(errors).length > 0 ? 422 : 200,
      islands: ['recipients'],
      body: (
        <RecipientsPage
          {...{ lang, agency, list, names, inOffice, inspector, errors }}
          listWords={chainWords(chain)}
          keys={keys.map((key) => ({ ...key, name: names.get(key.id) ?? '' }))}
          signer={inspector && (first || has)}
        />
      ),
    });
  }

  app.get(urls.oversightRecipients, (c) => show(c, {}));

  app.post(urls.oversightRecipients, async (c) => {
    const { agencyId, account } = guard(c, 'recipients.change');
    const { lang } = c.get('visit');
    try {
      const row = posted(await c.req.parseBody());
      const change = { agencyId, accountId: account.id, row };
      await transaction(pool, (client) => changeRecipients(client, change, now()));
      return c.redirect(to('oversightRecipients', { agency: agencyId }), 303);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return show(c, { '': messageOf(lang, error.code, error.params) ?? error.code });
    }
  });
}

const Posted = z.object({
  statement: z.string().min(1).max(4000),
  signature: z.string().length(86),
  signedBy: z.string().max(16),
});

/** @throws Refusal recipients.unsigned: without script nothing was signed */
function posted(body: Record<string, unknown>): SignedStatement {
  const read = Posted.safeParse(body);
  if (!read.success) throw new Refusal('recipients.unsigned');
  try {
    const { statement, signature, signedBy } = read.data;
    return { statement: fromText(statement), signature: fromText(signature), signedBy };
  } catch (error) {
    if (error instanceof SealError) throw new Refusal('recipients.unsigned');
    throw error;
  }
}
