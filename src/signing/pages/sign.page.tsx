import {
  pactFile,
  pactFileName,
  proofOf,
  recordByReceipt,
  type StoredRecord,
  stampedPact,
  witnessPolicy,
} from '../../evidence/index.ts';
import { normalCode } from '../../platform/codes.ts';
import { narrowTo } from '../../platform/db/index.ts';
import { Notice } from '../../platform/html/parts.view.tsx';
import { addressOf } from '../../platform/http/address.ts';
import { answerJson, download, keptPage, show, wantsJson } from '../../platform/http/respond.tsx';
import type { App, Ctx } from '../../platform/http/visit.ts';
import { type Lang, messageOf } from '../../platform/i18n.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { to, urls } from '../../urls.ts';
import { parseRecord } from '../../verify/index.ts';
import { isSameForm, type Outcome, type Signer } from '../batch.ts';
import { pactToSign, type Signatory, signatoryOf } from '../may-sign.ts';
import { t } from '../messages.ts';
import type { LaterGiven } from '../offline/device/later.ts';
import { laterWords } from '../offline/device/messages.ts';
import { keptOnPhone } from '../offline/phone-act.ts';
import { keepOpen, type Owner, receiptOpen } from '../own/own-door.ts';
import { isClosed, usedPages, usedSlip } from '../own/used.page.tsx';
import { createReception } from '../reception.ts';
import { sign } from '../sign.ts';
import { holderOf, isFlood } from '../slip.ts';
import {
  bsrePages,
  CodeField,
  codePages,
  createWays,
  OtherWays,
  offerOf,
  PasskeyButton,
  passkeyPages,
} from '../ways/index.ts';
import { CheckFirst, CheckOffer, checkComesFirst, checkOf, signCheckPages } from './check.page.tsx';
import { formErrors, newKey, readForm, type SentForm, submission, valuesOf } from './form.ts';
import { receipt } from './receipt.page.tsx';
import { EnterCode, SignForm } from './sign.view.tsx';

/** The personal link and slip: no account, one person, one campaign. */
export function signPages(app: App, platform: Platform, signer: Signer): void {
  const reception = createReception(platform);
  const ways = createWays(platform);

  // Attacker: whoever sends so many that refusing each of them would keep people waiting.
  app.use(`${urls.enterCode}/*`, async (c, next) => {
    if (!isFlood(addressOf(c), platform.now())) return next();
    if (wantsJson(c)) throw new Refusal('signing.slowDown', 429);
    return slowDown(c);
  });

  app.get(urls.enterCode, async (c) => {
    const typed = c.req.query('kode');
    return typed === undefined ? enterCode(c) : toSlip(c, platform, typed);
  });

  app.get(urls.sign, async (c) => {
    const signatory = await bySlip(c, platform);
    if (isClosed(c, platform, signatory)) return usedSlip(c, signatory);
    if (signatory.signed) return receipt(c, platform, signatory, c.req.query('sudah') === '1');
    if (c.req.query('bukan') === '1') return notMe(c);
    return form(c, platform, signatory);
  });

  app.post(urls.sign, async (c) => {
    const sent = await readForm(c);
    const guest = await reception.guest(c.req.param('code'), addressOf(c), sent.textDigest);
    if (guest.signed) {
      const outcome = { ...guest.signed, again: true, same: isSameForm(guest.signed, sent) };
      return signed(c, platform, guest, outcome, guest.signed.key === sent.key);
    }
    try {
      if (checkComesFirst(await checkOf(c, platform, guest, guest.check)))
        throw new Refusal('signing.checkFirst', 409);
      const plain = submission(sent, guest.way);
      const proven =
        sent.offline === null ? await ways.proven(guest, plain, sent) : keptOnPhone(plain, sent.offline);
      return signed(c, platform, guest, await sign(platform, signer, guest, proven));
    } catch (error) {
      const errors = error instanceof Refusal && !wantsJson(c) ? formErrors(c, error) : null;
      if (!errors) throw error;
      return form(c, platform, await bySlip(c, platform), sent, errors);
    }
  });

  signCheckPages(app, platform, (c) => bySlip(c, platform));
  usedPages(app, platform, (c) => bySlip(c, platform));
  passkeyPages(app, platform, (c) => bySlip(c, platform));
  codePages(app, platform, (c) => bySlip(c, platform));
  bsrePages(app, platform, signer, (c) => bySlip(c, platform));

  app.get(urls.signPdf, async (c) => {
    const stored = await sealedBySlip(c, platform);
    if (!stored) return toUsed(c);
    const { bytes, record } = await pactFile(platform, stored);
    return download(c, bytes as Uint8Array<ArrayBuffer>, 'application/pdf', pactFileName(record));
  });

  app.get(urls.signStampedPdf, async (c) => {
    const stored = await sealedBySlip(c, platform);
    if (!stored) return toUsed(c);
    const { bytes, record } = await stampedPact(platform, stored);
    const name = pactFileName(record).replace(/\.pdf$/, '-cap-waktu.pdf');
    return download(c, bytes as Uint8Array<ArrayBuffer>, 'application/pdf', name);
  });

  app.get(urls.signProof, async (c) => {
    const stored = await sealedBySlip(c, platform);
    if (!stored) return toUsed(c);
    const proof = await proofOf(platform.pool, stored, witnessPolicy(platform.config));
    if (!proof) throw new Refusal('signing.proofSoon', 503);
    return download(
      c,
      proof,
      'text/plain; charset=utf-8',
      `${parseRecord(stored.record).receipt}.tlog-proof`,
    );
  });
}

/**
 * To a program the receipt and its place, in the same bytes however often the same form is sent; `again` only where
 * another form of this person came first. To a browser the way to the receipt. Whoever knows the key of the form that
 * signed goes on seeing the receipt. @throws Refusal signing.used where another form's sender has not shown who they are
 */
function signed(
  c: Ctx,
  platform: Platform,
  guest: Owner,
  { receipt, index, log, again, same }: Outcome,
  knowsKey = false,
): Response {
  const other = again && !same;
  const own = !other || knowsKey;
  const kept: Record<string, string> = own ? { 'Set-Cookie': keepOpen(c, platform, guest) } : {};
  if (wantsJson(c)) {
    if (!own && !receiptOpen(c, platform, guest)) throw new Refusal('signing.used', 409);
    return answerJson(c, { receipt, index, log, ...(other ? { again } : {}) }, kept);
  }
  const address = to('sign', { code: c.req.param('code') ?? '' });
  for (const [name, value] of Object.entries(kept)) c.header(name, value, { append: true });
  return c.redirect(other ? `${address}?sudah=1` : address, 303);
}

async function bySlip(c: Ctx, platform: Platform): Promise<Signatory> {
  const holder = await holderOf(platform, c.req.param('code') ?? '', addressOf(c));
  narrowTo(holder.agencyId);
  return signatoryOf(platform.pool, holder);
}

/** Null where the code was used and this browser is not known to be its person's. */
async function sealedBySlip(c: Ctx, platform: Platform): Promise<StoredRecord | null> {
  const signatory = await bySlip(c, platform);
  const { agency, signed } = signatory;
  if (!signed) throw new Refusal('evidence.noSuchReceipt', 404);
  if (isClosed(c, platform, signatory)) return null;
  return recordByReceipt(platform.pool, agency.id, signed.receipt);
}

function toUsed(c: Ctx): Response {
  return c.redirect(to('sign', { code: c.req.param('code') ?? '' }), 303);
}

const slowDown = keptPage((lang) => ({
  title: t(lang)('signing.enterTitle'),
  narrow: true,
  status: 429,
  path: urls.enterCode,
  body: (
    <>
      <h1>{t(lang)('signing.enterTitle')}</h1>
      <Notice tone="warn">
        <p>{t(lang)('signing.slowDown')}</p>
      </Notice>
    </>
  ),
}));

async function toSlip(c: Ctx, platform: Platform, typed: string): Promise<Response> {
  try {
    await holderOf(platform, typed, addressOf(c));
    return c.redirect(to('sign', { code: normalCode(typed) }), 303);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const status = error.status === 429 ? 429 : 422;
    return enterCode(c, typed, messageOf(c.get('visit').lang, error.code), status);
  }
}

function enterCode(c: Ctx, typed = '', error?: string, status: 200 | 422 | 429 = 200): Response {
  const { lang } = c.get('visit');
  return show(c, {
    title: t(lang)('signing.enterTitle'),
    narrow: true,
    status,
    body: <EnterCode lang={lang} typed={typed} errors={error ? { kode: error } : {}} />,
  });
}

async function form(
  c: Ctx,
  platform: Platform,
  signatory: Signatory,
  sent?: SentForm,
  errors: Record<string, string> = {},
): Promise<Response> {
  const { lang } = c.get('visit');
  const pact = pactToSign(signatory, platform.now());
  const code = c.req.param('code') ?? '';
  const action = to('sign', { code });
  const standing = await checkOf(c, platform, signatory);
  if (checkComesFirst(standing)) {
    const body = <CheckFirst {...{ lang, standing, code }} />;
    return show(c, { title: t(lang)('signing.title'), narrow: true, status: sent ? 409 : 200, body });
  }
  const formKey = sent?.key ?? newKey();
  const offer = await offerOf(platform, signatory, pact, formKey);
  const byCode = offer.mail !== null && (sent ? sent.otp !== null : c.req.query('cara') === 'surel');
  return show(c, {
    title: t(lang)('signing.title'),
    narrow: true,
    islands: ['sign', ...(offer.passkey && !byCode ? ['passkey'] : [])],
    status: sent ? 422 : 200,
    body: (
      <>
        <CheckOffer {...{ lang, standing, code }} />
        <SignForm
          {...{ lang, signatory, pact, action, formKey, errors }}
          values={valuesOf(sent, pact)}
          askDigits={false}
          notMe={`${action}?bukan=1`}
          later={byCode ? null : laterGiven(lang, signatory)}
          proof={
            byCode ? (
              <CodeField {...{ lang, offer, code, errors }} />
            ) : (
              <PasskeyButton {...{ lang, offer, code }} />
            )
          }
          below={byCode ? null : <OtherWays {...{ lang, offer, code }} />}
        />
        <p>
          <a href={to('signOwnData', { code })}>{t(lang)('signing.ownData')}</a>
        </p>
      </>
    ),
  });
}

/** A code from an e-mail is not waited with: it is over before there is a network. */
function laterGiven(lang: Lang, { agency, campaign, person }: Signatory): LaterGiven {
  const until = campaign.deadline.toISOString();
  return { agency: agency.id, campaign: campaign.id, name: person.name, until, words: laterWords(lang) };
}

function notMe(c: Ctx): Response {
  const tr = t(c.get('visit').lang);
  return show(c, {
    title: tr('signing.notMe'),
    narrow: true,
    body: (
      <>
        <h1>{tr('signing.notMe')}</h1>
        <Notice tone="warn">
          <p>{tr('signing.notMeText')}</p>
        </Notice>
      </>
    ),
  });
}
