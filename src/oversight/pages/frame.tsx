import type { ClientBase } from 'pg';
import type { ComponentChildren, VNode } from 'preact';
import { type ActionName, guard, mayDo, type Staff, showWork } from '../../access/index.ts';
import { type Agency, agencyOn } from '../../agencies/index.ts';
import { type TransactionOptions, transaction } from '../../platform/db/index.ts';
import type { Shown } from '../../platform/http/respond.tsx';
import type { Ctx } from '../../platform/http/visit.ts';
import type { Lang } from '../../platform/i18n.ts';
import type { Platform } from '../../platform/platform.ts';
import { to } from '../../urls.ts';
import { type CaseSeen, caseSeen } from '../cases/seen.ts';
import { t } from '../messages.ts';

/** What every staff page of oversight begins with. */
export interface OversightFrame {
  lang: Lang;
  staff: Staff;
  agency: Agency;
  /** Links to the pages of oversight that this account may open. */
  nav: readonly OversightLink[];
}

export interface OversightLink {
  name: Place;
  href: string;
  text: string;
}

/** Pages of oversight that stand in its own navigation, and what opens each. */
const PLACES = [
  ['oversight', 'cases.list'],
  ['oversightDue', 'cases.list'],
  ['findingNew', 'finding.open'],
  ['oversightFigures', 'oversight.figures'],
  ['oversightKeys', 'oversight.key'],
  ['oversightRecipients', 'recipients.read'],
  ['oversightChannel', 'channel.read'],
] as const satisfies readonly (readonly [string, ActionName])[];
export type Place = (typeof PLACES)[number][0];

/** Checks who asks, then reads the institution. @throws Refusal 401, 403 */
export async function oversightFrame(
  c: Ctx,
  { pool }: Platform,
  action: ActionName,
): Promise<OversightFrame> {
  const staff = guard(c, action);
  const { lang } = c.get('visit');
  const agency = await agencyOn(pool, staff.agencyId, null);
  const tr = t(lang);
  const nav = PLACES.filter(([, needed]) => mayDo(c, needed)).map(([name]) => ({
    name,
    href: to(name, { agency: agency.id }),
    text: tr(`oversight.nav.${name}`),
  }));
  return { lang, staff, agency, nav };
}

/** The same for a page of one case. @throws Refusal 401, 403, 404 told alike */
export async function caseFrame(
  c: Ctx,
  platform: Platform,
  action: ActionName,
): Promise<OversightFrame & { seen: CaseSeen }> {
  const frame = await oversightFrame(c, platform, action);
  const seen = await caseSeen(platform.pool, frame.staff, c.req.param('case') ?? '');
  return { ...frame, seen };
}

/**
 * What is done to a case, in one transaction that asks again who may see it. Attacker: somebody whose form is on its way,
 * as slowly as they like, while they are kept from the case. @throws Refusal oversight.caseUnknown (404), those of `work`
 */
export function caseWork<R>(
  { pool }: Platform,
  { staff, seen }: Pick<OversightFrame, 'staff'> & { seen: Pick<CaseSeen, 'id'> },
  work: (client: ClientBase) => Promise<R>,
  options?: TransactionOptions,
): Promise<R> {
  return transaction(
    pool,
    async (client) => {
      await caseSeen(client, staff, seen.id);
      return work(client);
    },
    options,
  );
}

/** A page of oversight: its own navigation above what it shows. */
export function showOversight(
  c: Ctx,
  { lang, agency, nav }: OversightFrame,
  shown: Pick<Shown, 'title' | 'body' | 'status' | 'islands'> & { at?: Place },
): Response {
  const { body, at, ...rest } = shown;
  return showWork(c, {
    ...rest,
    brand: agency.name,
    body: (
      <>
        <OversightNav lang={lang} nav={nav} at={at} />
        {body}
      </>
    ),
  });
}

function OversightNav(props: {
  lang: Lang;
  nav: readonly OversightLink[];
  at?: Place | undefined;
  children?: ComponentChildren;
}): VNode {
  return (
    <nav class="row" aria-label={t(props.lang)('oversight.nav')}>
      {props.nav.map(({ name, href, text }) => (
        <a key={name} href={href} aria-current={name === props.at ? 'page' : undefined}>
          {text}
        </a>
      ))}
      {props.children}
    </nav>
  );
}
