import { recordByReceipt } from '../../../evidence/index.ts';
import type { FieldErrors } from '../../../platform/html/form.view.tsx';
import { field } from '../../../platform/http/form.ts';
import { show } from '../../../platform/http/respond.tsx';
import { storedFile } from '../../../platform/http/stored-file.ts';
import type { App, Ctx } from '../../../platform/http/visit.ts';
import { refusalText } from '../../../platform/i18n.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { to, urls } from '../../../urls.ts';
import { parseRecord } from '../../../verify/index.ts';
import { isSameForm, type Signer as Writer } from '../../batch.ts';
import { pactToSign, type Signatory } from '../../may-sign.ts';
import { keepOpen } from '../../own/own-door.ts';
import { isClosed } from '../../own/used.page.tsx';
import { CheckFirst, checkComesFirst, checkOf } from '../../pages/check.page.tsx';
import {
  newKey,
  readForm,
  type SentForm,
  submission,
  formErrors as usualErrors,
  valuesOf,
} from '../../pages/form.ts';
import { SignForm } from '../../pages/sign.view.tsx';
import { requireWay } from '../way-setting.ts';
import { ReadyNotice, SecretFields, WithoutBsre } from './bsre.view.tsx';
import { certifiedBytes, lastFile } from './certified-file.ts';
import { certify } from './certify.ts';
import { t } from './messages.ts';
import { openService, type Service } from './service.ts';

/**
 * The certified way: a page of its own, without script, because a form that a script sends twice would ask the
 * provider twice. NIK and passphrase live in the request that brings them.
 */
export function bsrePages(
  app: App,
  platform: Platform,
  writer: Writer,
  bySlip: (c: Ctx) => Promise<Signatory>,
): void {
  const service = platform.config.bsre ? openService(platform.config.bsre) : null;

  app.get(urls.signBsre, async (c) => {
    const signatory = await bySlip(c);
    if (signatory.signed) return c.redirect(to('sign', { code: c.req.param('code') }), 303);
    return form(c, platform, required(service), signatory);
  });

  app.post(urls.signBsre, async (c) => {
    const signatory = await bySlip(c);
    const sent = await readForm(c);
    const receipt = to('sign', { code: c.req.param('code') });
    if (signatory.signed) {
      const same = isSameForm(signatory.signed, sent);
      if (same) c.header('Set-Cookie', keepOpen(c, platform, signatory));
      return c.redirect(same ? receipt : `${receipt}?sudah=1`, 303);
    }
    const chosen = required(service);
    if (checkComesFirst(await checkOf(c, platform, signatory)))
      return form(c, platform, chosen, signatory, sent);
    try {
      const given = await secretsOf(c);
      const outcome = await certify(platform, writer, chosen, signatory, submission(sent, 'bsre'), given);
      const other = outcome.again && !outcome.same;
      if (!other) c.header('Set-Cookie', keepOpen(c, platform, signatory));
      return c.redirect(other ? `${receipt}?sudah=1` : receipt, 303);
    } catch (error) {
      const errors = error instanceof Refusal ? formErrors(c, error) : null;
      if (!errors) throw error;
      return form(c, platform, chosen, await bySlip(c), sent, errors, (error as Refusal).status);
    }
  });

  app.get(urls.signCertified, async (c) => {
    const signatory = await bySlip(c);
    const { agency, campaign, person, signed } = signatory;
    if (!signed) throw new Refusal('evidence.noSuchReceipt', 404);
    if (isClosed(c, platform, signatory)) return c.redirect(to('sign', { code: c.req.param('code') }), 303);
    const { act, receipt } = parseRecord(
      (await recordByReceipt(platform.pool, agency.id, signed.receipt)).record,
    );
    const holder = { agencyId: agency.id, campaignId: campaign.id, personId: person.personId };
    const bytes = await certifiedBytes(platform.pool, holder, act.evidence);
    return storedFile(c, bytes, 'application/pdf', `bsre-${receipt}.pdf`);
  });
}

/** @throws Refusal platform.notFound where this installation has no such service */
function required(service: Service | null): Service {
  if (!service) throw new Refusal('platform.notFound', 404);
  return service;
}

/** The body was read before; the framework keeps it for this request. */
async function secretsOf(c: Ctx): Promise<{ nik: string; passphrase: string }> {
  const body = await c.req.parseBody({ all: true }).catch((): Record<string, unknown> => ({}));
  return { nik: field(body, 'nik'), passphrase: field(body, 'passphrase') };
}

const FIELD_OF: Record<string, string> = {
  'bsre.badNik': 'nik',
  'bsre.notEnrolled': 'nik',
  'bsre.otherPerson': 'nik',
  'bsre.noPassphrase': 'passphrase',
  'bsre.wrongPassphrase': 'passphrase',
};

/** Whatever the service says is shown on the form, with everything kept but what is secret. */
function formErrors(c: Ctx, refusal: Refusal): FieldErrors | null {
  if (!refusal.code.startsWith('bsre.')) return usualErrors(c, refusal);
  const field = FIELD_OF[refusal.code] ?? '';
  return { [field]: refusalText(c.get('visit').lang, refusal) };
}

/** @throws Refusal signing.wayOff, those of pactToSign */
async function form(
  c: Ctx,
  platform: Platform,
  { trial }: Service,
  signatory: Signatory,
  sent?: SentForm,
  errors: FieldErrors = {},
  refused: Refusal['status'] = 422,
): Promise<Response> {
  const { lang } = c.get('visit');
  const tr = t(lang);
  const { agency, campaign, person } = signatory;
  const code = c.req.param('code') ?? '';
  const pact = pactToSign(signatory, platform.now());
  await requireWay(platform.pool, agency.id, campaign.id, 'bsre');
  const standing = await checkOf(c, platform, signatory);
  if (checkComesFirst(standing)) {
    const body = <CheckFirst {...{ lang, standing, code }} />;
    return show(c, { title: tr('bsre.title'), narrow: true, status: sent ? 409 : 200, body });
  }
  const holder = { agencyId: agency.id, campaignId: campaign.id, personId: person.personId };
  const ready = await lastFile(platform.pool, { ...holder, textDigest: pact.digest });
  const strength = tr(trial ? 'bsre.trialStrength' : 'bsre.strength');
  return show(c, {
    title: tr('bsre.title'),
    narrow: true,
    status: sent ? (refused as 422 | 409 | 429 | 503) : 200,
    body: (
      <>
        <SignForm
          {...{ lang, signatory, pact, errors }}
          action={to('signBsre', { code })}
          formKey={ready?.formKey ?? sent?.key ?? newKey()}
          values={valuesOf(sent, pact)}
          askDigits={false}
          notMe={`${to('sign', { code })}?bukan=1`}
          words={{ strength, sign: tr(ready ? 'bsre.seal' : 'bsre.sign') }}
          proof={ready ? <ReadyNotice lang={lang} /> : <SecretFields {...{ lang, trial, errors }} />}
          below={<WithoutBsre {...{ lang, code }} />}
        />
      </>
    ),
  });
}
