import { transaction } from '../../platform/db/index.ts';
import type { FieldErrors } from '../../platform/html/form.view.tsx';
import { type Body, field } from '../../platform/http/form.ts';
import type { App, Ctx } from '../../platform/http/visit.ts';
import { refusalText } from '../../platform/i18n.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { to, urls } from '../../urls.ts';
import { APPROVAL_KINDS, approvalOf, approvalsAt, askApproval, decideApproval } from '../approvals.ts';
import { t } from '../grants/messages.ts';
import { actor, guard } from '../guard.ts';
import { showWork } from '../shell.tsx';
import { ApprovalPage, ApprovalsPage, type Asked } from './approvals.view.tsx';

const FIELD_OF: Readonly<Record<string, string>> = {
  'access.approvalReason': 'reason',
  'access.approvalSubject': 'subject',
};

/** What two people must want: asked for by one, approved by another, used once within a day. */
export function approvalPages(app: App, platform: Platform): void {
  const { pool, now } = platform;
  app.get(urls.approvals, (c) => {
    const { agencyId } = guard(c, 'approvals.read');
    const kind = APPROVAL_KINDS.find((known) => known === c.req.query('hal')) ?? 'person.erase';
    return list(c, platform, agencyId, { kind, subject: c.req.query('tentang') ?? '', reason: '' }, {});
  });

  app.post(urls.approvals, async (c) => {
    const staff = guard(c, 'approvals.decide');
    const { agencyId } = staff;
    const body = await c.req.parseBody();
    const typed = { kind: text(body, 'kind'), subject: text(body, 'subject'), reason: text(body, 'reason') };
    const kind = APPROVAL_KINDS.find((known) => known === typed.kind);
    try {
      if (!kind) throw new Refusal('access.approvalSubject');
      const asking = { agencyId, kind, subject: typed.subject, reason: typed.reason, by: actor(staff) };
      const id = await transaction(pool, (client) => askApproval(client, asking, now()));
      return c.redirect(to('approval', { agency: agencyId, id }), 303);
    } catch (error) {
      const at = error instanceof Refusal ? FIELD_OF[error.code] : undefined;
      if (!(error instanceof Refusal) || !at) throw error;
      return list(c, platform, agencyId, typed, { [at]: refusalText(c.get('visit').lang, error) });
    }
  });

  app.get(urls.approval, (c) => {
    const { agencyId } = guard(c, 'approvals.read');
    return one(c, platform, agencyId, '', {});
  });

  app.post(urls.approval, async (c) => {
    const staff = guard(c, 'approvals.decide');
    const { agencyId } = staff;
    const id = c.req.param('id');
    const body = await c.req.parseBody();
    const decision = body.decision === 'approved' ? 'approved' : 'refused';
    const deciding = { agencyId, id, decision, note: text(body, 'note'), by: actor(staff) } as const;
    try {
      await transaction(pool, (client) => decideApproval(client, deciding, now()));
    } catch (error) {
      if (!(error instanceof Refusal) || error.status !== 409) throw error;
      return one(c, platform, agencyId, deciding.note, { note: refusalText(c.get('visit').lang, error) });
    }
    return c.redirect(to('approval', { agency: agencyId, id }), 303);
  });
}

function text(body: Body, name: string): string {
  return field(body, name).trim().slice(0, 1000);
}

async function list(c: Ctx, { pool, now }: Platform, agency: string, typed: Asked, errors: FieldErrors) {
  const { lang } = c.get('visit');
  const approvals = await approvalsAt(pool, agency);
  return showWork(c, {
    title: t(lang)('access.approvals'),
    status: Object.keys(errors).length > 0 ? 422 : 200,
    body: <ApprovalsPage {...{ lang, agency, approvals, typed, errors, now: now() }} />,
  });
}

async function one(c: Ctx, { pool, now }: Platform, agency: string, note: string, errors: FieldErrors) {
  const { lang } = c.get('visit');
  const approval = await approvalOf(pool, agency, c.req.param('id') ?? '');
  const mine = approval.askedBy === `account:${c.get('visit').account?.id}`;
  return showWork(c, {
    title: t(lang)('access.approval'),
    status: Object.keys(errors).length > 0 ? 409 : 200,
    body: <ApprovalPage {...{ lang, agency, approval, mine, note, errors, now: now() }} />,
  });
}
