import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { actor, guard, leave, showWork } from '../../access/index.ts';
import { agencyOn, unitsBelow, unitsOf } from '../../agencies/index.ts';
import { campaignOf } from '../../campaigns/index.ts';
import { ceremoniesOf, ceremonyOf } from '../../ceremonies/index.ts';
import { recordByReceipt } from '../../evidence/index.ts';
import { transaction } from '../../platform/db/index.ts';
import { Notice } from '../../platform/html/parts.view.tsx';
import { show } from '../../platform/http/respond.tsx';
import type { App, Ctx } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { to, urls } from '../../urls.ts';
import { parseRecord } from '../../verify/index.ts';
import type { Signer } from '../batch.ts';
import { digitsMatch } from '../digits.ts';
import { pactToSign, type Signatory, signatoryOf } from '../may-sign.ts';
import { t } from '../messages.ts';
import { sign } from '../sign.ts';
import { closeTablet, digitsDiffered, openTablet, type Tablet, tabletOf, tabletPeople } from '../tablet.ts';
import { formErrors, newKey, readForm, type SentForm, submission, valuesOf } from './form.ts';
import { Receipt } from './receipt.view.tsx';
import { SignForm } from './sign.view.tsx';
import { OpenTablet, PreparedDevice, TabletList } from './tablet.view.tsx';
import { chosenCeremony, chosenUnit } from './tablet-choice.ts';

const COOKIE = 'ikrar_tablet';

/** A device handed from one person to the next. It knows a unit, never an account. */
export function tabletPages(app: App, platform: Platform, signer: Signer): void {
  const { pool, now } = platform;
  const tabletHere = (c: Ctx) => tabletOf(pool, getCookie(c, COOKIE), now());

  app.get(urls.tabletOpen, async (c) => openForm(c, platform));

  app.post(urls.tabletOpen, async (c) => {
    const staff = guard(c, 'tablet.open');
    const body = await c.req.parseBody();
    const { id: campaignId } = await campaignOf(pool, staff.agencyId, c.req.param('campaign'));
    const on = {
      agencyId: staff.agencyId,
      campaignId,
      unitId: await chosenUnit(platform, staff, String(body.unit ?? '')),
      ceremonyId: await chosenCeremony(platform, staff.agencyId, campaignId, String(body.ceremony ?? '')),
      by: actor(staff),
      hours: Number(body.hours) || 4,
    };
    const cookie = await transaction(pool, (client) => openTablet(client, on, now()));
    await leave(c, platform);
    const secure = platform.config.publicUrl?.startsWith('https:') ?? false;
    setCookie(c, COOKIE, cookie, {
      path: urls.tablet,
      httpOnly: true,
      sameSite: 'Lax',
      secure,
      maxAge: 86_400,
    });
    return c.redirect(urls.tablet, 303);
  });

  app.get(urls.tablet, async (c) => {
    try {
      return await list(c, platform, await tabletHere(c));
    } catch (error) {
      if (error instanceof Refusal && error.code === 'tablet.closed') return closed(c);
      throw error;
    }
  });

  app.post(urls.tablet, async (c) => {
    const tablet = await tabletHere(c);
    await transaction(pool, (client) => closeTablet(client, tablet, now()));
    deleteCookie(c, COOKIE, { path: urls.tablet });
    return c.redirect(urls.home, 303);
  });

  app.get(urls.tabletPerson, async (c) => {
    const signatory = await chosen(platform, await tabletHere(c), c.req.param('person'));
    if (!signatory.signed) return form(c, platform, signatory);
    const mine = signatory.signed.key === c.req.query('kunci');
    return mine ? receipt(c, platform, signatory) : hasSigned(c, signatory);
  });

  app.post(urls.tabletPerson, async (c) => {
    const tablet = await tabletHere(c);
    const signatory = await chosen(platform, tablet, c.req.param('person'));
    const sent = await readForm(c);
    const here = to('tabletPerson', { person: signatory.person.personId });
    const mine = `${here}?kunci=${sent.key}`;
    if (signatory.signed) return c.redirect(signatory.signed.key === sent.key ? mine : here, 303);
    try {
      await checkDigits(platform, signatory, sent.lastFour, tablet);
      const ceremony = await ceremonyFor(platform, tablet);
      const outcome = await sign(platform, signer, signatory, submission(sent, 'tablet', ceremony));
      return c.redirect(outcome.again && !outcome.same ? here : mine, 303);
    } catch (error) {
      const errors = error instanceof Refusal ? formErrors(c, error) : null;
      if (!errors) throw error;
      return form(c, platform, await chosen(platform, tablet, c.req.param('person')), sent, errors);
    }
  });
}

async function openForm(c: Ctx, { pool }: Platform): Promise<Response> {
  const staff = guard(c, 'tablet.open');
  const { lang } = c.get('visit');
  const campaign = c.req.param('campaign') ?? '';
  const { title } = await campaignOf(pool, staff.agencyId, campaign);
  const allowed = staff.unitIds && (await unitsBelow(pool, staff.agencyId, staff.unitIds));
  const units = (await unitsOf(pool, staff.agencyId)).filter((unit) => !allowed || allowed.includes(unit.id));
  const whole = allowed ? [] : [{ value: '', text: t(lang)('tablet.wholeAgency') }];
  const ceremonies = await ceremoniesOf(pool, staff.agencyId, campaign);
  return showWork(c, {
    title: `${t(lang)('tablet.open')} · ${title}`,
    brand: (await agencyOn(pool, staff.agencyId, null)).name,
    body: (
      <OpenTablet
        lang={lang}
        action={to('tabletOpen', { agency: staff.agencyId, campaign })}
        back={to('campaign', { agency: staff.agencyId, campaign })}
        units={[...whole, ...units.map((unit) => ({ value: unit.id, text: unit.name }))]}
        ceremonies={ceremonies.map((ceremony) => ({ value: ceremony.id, text: ceremony.title }))}
      />
    ),
  });
}

async function list(c: Ctx, { pool }: Platform, tablet: Tablet): Promise<Response> {
  const { lang } = c.get('visit');
  const search = c.req.query('cari') ?? '';
  const people = await tabletPeople(pool, tablet, search);
  return show(c, {
    title: t(lang)('tablet.title'),
    narrow: true,
    islands: ['tablet'],
    body: (
      <>
        <PreparedDevice lang={lang} open />
        <TabletList lang={lang} search={search} people={people} total={people[0]?.total ?? 0} />
      </>
    ),
  });
}

/** A device that was prepared goes on sending what waits in it, though the server no longer knows its cookie. */
function closed(c: Ctx): Response {
  const { lang } = c.get('visit');
  const tr = t(lang);
  return show(c, {
    title: tr('tablet.title'),
    narrow: true,
    islands: ['tablet'],
    status: 410,
    body: (
      <>
        <PreparedDevice lang={lang} open={false} />
        <h1>{tr('tablet.title')}</h1>
        <Notice tone="warn">
          <p>{tr('tablet.closed')}</p>
        </Notice>
      </>
    ),
  });
}

/** @throws Refusal tablet.otherUnit where the person is not of the tablet's units */
async function chosen({ pool }: Platform, tablet: Tablet, personId: string): Promise<Signatory> {
  const { agencyId, campaignId, unitIds } = tablet;
  const signatory = await signatoryOf(pool, { agencyId, campaignId, personId });
  if (unitIds && !unitIds.includes(signatory.person.unitId)) throw new Refusal('tablet.otherUnit', 403);
  return signatory;
}

/**
 * Who holds the tablet is shown by the end of a number that a colleague need not know. Attacker: that colleague, whose
 * wrong guesses are told in the audit trail.
 */
async function checkDigits(
  { pool, now }: Platform,
  { agency, campaign, person }: Signatory,
  lastFour: string,
  tablet: Tablet,
): Promise<void> {
  if (!person.idNumber) return;
  const holder = { agencyId: agency.id, campaignId: campaign.id, personId: person.personId };
  if (digitsMatch(holder, person.idNumber, lastFour, now())) return;
  await transaction(pool, (client) => digitsDiffered(client, tablet, person.personId, now()));
  throw new Refusal('signing.digitsDiffer', 422, { name: person.name });
}

async function ceremonyFor({ pool }: Platform, { agencyId, ceremonyId }: Tablet) {
  if (!ceremonyId) return null;
  const { id, title, heldOn } = await ceremonyOf(pool, agencyId, ceremonyId);
  return { id, title, date: heldOn };
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
  return show(c, {
    title: t(lang)('signing.title'),
    narrow: true,
    islands: ['sign'],
    status: sent ? 422 : 200,
    body: (
      <SignForm
        lang={lang}
        signatory={masked(signatory)}
        pact={pact}
        action={to('tabletPerson', { person: signatory.person.personId })}
        formKey={sent?.key ?? newKey()}
        errors={errors}
        values={{ ...valuesOf(sent, pact), lastFour: '' }}
        askDigits={Boolean(signatory.person.idNumber)}
        notMe={urls.tablet}
      />
    ),
  });
}

/** The form asks for the end of the number, and its beginning is a date of birth: on a shared screen neither shows. */
function masked(signatory: Signatory): Signatory {
  const { idNumber } = signatory.person;
  return {
    ...signatory,
    person: { ...signatory.person, idNumber: idNumber && '•'.repeat(idNumber.length) },
  };
}

/** A receipt opens only with the key of the form that made it: colleagues who hold the tablet learn no more than this. */
function hasSigned(c: Ctx, { person }: Signatory): Response {
  const tr = t(c.get('visit').lang);
  return show(c, {
    title: tr('tablet.hasSigned'),
    narrow: true,
    body: (
      <>
        <h1>{tr('tablet.hasSigned')}</h1>
        <Notice>
          <p>{tr('tablet.hasSignedText', { name: person.name })}</p>
        </Notice>
        <a class="button big" href={urls.tablet}>
          {tr('tablet.back')}
        </a>
      </>
    ),
  });
}

/** The screen goes back to the list by itself, so that the next person does not see this one's receipt. */
async function receipt(c: Ctx, platform: Platform, signatory: Signatory): Promise<Response> {
  const { lang } = c.get('visit');
  const tr = t(lang);
  const stored = await recordByReceipt(platform.pool, signatory.agency.id, signatory.signed?.receipt ?? '');
  const links = (
    <p>
      <a class="button big" href={urls.tablet}>
        {tr('tablet.back')}
      </a>
    </p>
  );
  c.header('Refresh', `30; url=${urls.tablet}`);
  return show(c, {
    title: tr('signing.doneTitle'),
    narrow: true,
    body: (
      <Receipt
        lang={lang}
        record={parseRecord(stored.record)}
        index={stored.idx}
        again={false}
        links={links}
      />
    ),
  });
}
