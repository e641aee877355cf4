import type { Pool } from 'pg';
import { endOfDay } from '../../../platform/days.ts';
import { transaction } from '../../../platform/db/index.ts';
import type { Zone } from '../../../platform/format.ts';
import type { FieldErrors } from '../../../platform/html/form.view.tsx';
import type { App, Ctx } from '../../../platform/http/visit.ts';
import { messageOf } from '../../../platform/i18n.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { to, urls } from '../../../urls.ts';
import { approvalsAt, askApproval } from '../../approvals.ts';
import { actor, guard, mayDo, type Staff } from '../../guard.ts';
import { showWork } from '../../shell.tsx';
import { t } from '../messages.ts';
import { approvalSubject, endToken, makeToken, type NewToken, tokensOf } from '../tokens.ts';
import { checkTokenForm, emptyForm, readTokenForm, type TokenForm } from './token-form.ts';
import { GivenToken, TokensPage } from './tokens.view.tsx';

/** What the page asks of a slice that knows institutions. */
export interface Institution {
  name: string;
  zone: Zone;
  units: readonly { id: string; name: string }[];
}
export type InstitutionOf = (agencyId: string) => Promise<Institution>;

/** Tokens for programs: making one, seeing which there are, ending one. */
export function tokensPage(app: App, platform: Platform, institutionOf: InstitutionOf): void {
  const { pool, now } = platform;

  async function show(c: Ctx, staff: Staff, form: TokenForm, errors: FieldErrors, asked = false) {
    const { lang } = c.get('visit');
    const { name, zone, units } = await institutionOf(staff.agencyId);
    const tokens = await tokensOf(pool, staff.agencyId);
    const view = {
      lang,
      agencyId: staff.agencyId,
      zone,
      units,
      tokens,
      form,
      errors,
      asked,
      now: now(),
      may: mayDo(c, 'tokens.change') !== null,
    };
    return showWork(c, {
      title: t(lang)('tokens.title'),
      brand: name,
      status: asked ? 409 : Object.keys(errors).length > 0 ? 422 : 200,
      body: <TokensPage {...view} />,
    });
  }

  app.get(urls.tokens, (c) => show(c, guard(c, 'tokens.read'), emptyForm(now()), {}));

  app.post(urls.tokens, async (c) => {
    const staff = guard(c, 'tokens.change');
    const body = await c.req.parseBody({ all: true });
    if (body.act === 'end') {
      const reason = String(body.reason ?? '').trim();
      if (reason === '') throw new Refusal('tokens.endReason');
      const ending = { agencyId: staff.agencyId, id: String(body.id ?? ''), reason, by: actor(staff) };
      await transaction(pool, (client) => endToken(client, ending, now()));
      return c.redirect(to('tokens', { agency: staff.agencyId }), 303);
    }
    const form = readTokenForm(body);
    const { name: brand, units, zone } = await institutionOf(staff.agencyId);
    const { lang } = c.get('visit');
    const ids = units.map(({ id }) => id);
    const errors = checkTokenForm(lang, form, ids, now());
    if (Object.keys(errors).length > 0) return show(c, staff, form, errors);
    const wish = wishOf(staff, form, zone);
    try {
      const token = await transaction(pool, (client) => makeToken(client, wish, now()));
      const given = <GivenToken {...{ lang, agencyId: staff.agencyId, token, form }} />;
      return showWork(c, { title: t(lang)('tokens.given'), brand, body: given });
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'access.twoPersons') throw error;
      await askOnce(pool, wish, now());
      const text = messageOf(lang, error.code) ?? error.code;
      return show(c, staff, form, { '': text }, true);
    }
  });
}

function wishOf(staff: Staff, { name, scopes, unitId, reason, until }: TokenForm, zone: Zone): NewToken {
  const end = endOfDay(until, zone);
  return {
    agencyId: staff.agencyId,
    ...{ name, scopes, reason, until: end, unitId: unitId || null, by: actor(staff) },
  };
}

/** Asks the second person, unless that has been asked already and waits. */
function askOnce(pool: Pool, wish: NewToken, now: Date): Promise<void> {
  const { agencyId, reason, by } = wish;
  const subject = approvalSubject(wish);
  return transaction(pool, async (client) => {
    const waiting = (await approvalsAt(client, agencyId)).some(
      (one) =>
        one.kind === 'token.write' && one.subject === subject && one.decision === null && one.until > now,
    );
    if (!waiting) await askApproval(client, { agencyId, kind: 'token.write', subject, reason, by }, now);
  });
}
