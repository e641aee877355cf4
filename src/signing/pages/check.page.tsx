import type { VNode } from 'preact';
import {
  answerCheck,
  CheckNotice,
  checkStanding,
  type Mode,
  type Standing,
  showCheck,
  type Taker,
} from '../../guidance/index.ts';
import type { App, Ctx } from '../../platform/http/visit.ts';
import type { Lang } from '../../platform/i18n.ts';
import type { Platform } from '../../platform/platform.ts';
import { to, urls } from '../../urls.ts';
import type { Signatory } from '../may-sign.ts';
import { t } from '../messages.ts';
import { isClosed } from '../own/used.page.tsx';

/** The understanding check of the person this slip stands for, before or after signing. */
export function signCheckPages(app: App, platform: Platform, bySlip: (c: Ctx) => Promise<Signatory>): void {
  const asTaker = (answer: typeof showCheck) => async (c: Ctx) => {
    const signatory = await bySlip(c);
    if (isClosed(c, platform, signatory)) return c.redirect(addresses(c).sign, 303);
    return answer(c, platform, takerOf(signatory), addresses(c));
  };
  app.get(urls.signCheck, asTaker(showCheck));
  app.post(urls.signCheck, asTaker(answerCheck));
}

/** Where this browser stands with the check of this person's campaign; passed where there is none. */
export function checkOf(c: Ctx, platform: Platform, signatory: Signatory, known?: Mode): Promise<Standing> {
  return checkStanding(c, platform, takerOf(signatory), known);
}

/** True where the campaign says that the check comes first and this browser has not passed it. */
export function checkComesFirst({ mode, passed }: Standing): boolean {
  return mode === 'required' && !passed;
}

/** Instead of the form, where the check comes first. */
export function CheckFirst(props: { lang: Lang; standing: Standing; code: string }): VNode {
  return (
    <>
      <h1>{t(props.lang)('signing.title')}</h1>
      <CheckOffer {...props} />
    </>
  );
}

export function CheckOffer({
  lang,
  standing,
  code,
}: {
  lang: Lang;
  standing: Standing;
  code: string;
}): VNode {
  return <CheckNotice lang={lang} standing={standing} here={to('signCheck', { code })} />;
}

function takerOf({ agency, campaign, person }: Signatory): Taker {
  const { personId, category, post } = person;
  return { agencyId: agency.id, campaignId: campaign.id, personId, category, post };
}

function addresses(c: Ctx): { here: string; sign: string } {
  const code = c.req.param('code') ?? '';
  return { here: to('signCheck', { code }), sign: to('sign', { code }) };
}
