import { actor, guard, requireFresh, showWork } from '../../access/index.ts';
import { agencyOn } from '../../agencies/index.ts';
import { campaignOf, ownUnits } from '../../campaigns/index.ts';
import { publicAddress } from '../../platform/config.ts';
import { transaction } from '../../platform/db/index.ts';
import { csvBytes } from '../../platform/files/index.ts';
import type { FieldErrors } from '../../platform/html/form.view.tsx';
import { download } from '../../platform/http/respond.tsx';
import type { App, Ctx } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { peopleRead } from '../../platform/reads.ts';
import { Refusal } from '../../platform/refusal.ts';
import { to, urls } from '../../urls.ts';
import { gatewaySecret } from '../gateway.ts';
import { termsOf } from '../matter.ts';
import { t } from '../messages.ts';
import { type KeptPlan, planOf, setPlan, UNSET } from '../plan.ts';
import {
  BY_HAND,
  haltedTurns,
  messageCounts,
  peopleOf,
  STATES,
  type State,
  staffMessages,
  standingsOf,
} from '../standing.ts';
import { mailToSelf, sampleWords, tryGateway } from '../try-out.ts';
import { planFrom, readTyped, type Typed, typedOf } from './form.ts';
import { reasonOf } from './reasons.ts';
import { RemindersView } from './reminders.view.tsx';

const PAGE_SIZE = 50;

/** The plan of a campaign's reminders, what was sent, what was not, and why. */
export function reminderPages(app: App, platform: Platform): void {
  const { pool, now, config } = platform;

  app.get(urls.reminders, async (c) => page(c, platform, await frameOf(c, platform, 'reminders.view')));

  app.post(urls.reminders, async (c) => {
    const frame = await frameOf(c, platform, 'reminders.set');
    const { staff, agency, campaign, plan, lang } = frame;
    const here = to('reminders', { agency: agency.id, campaign: campaign.id });
    const body = await c.req.parseBody();
    const about = { agency, campaign, plan, origin: publicAddress(config) };
    try {
      if (body.do === 'mail') await mailToSelf(platform, staff.account.id, about, plan);
      if (body.do === 'gateway') await tryGateway(platform, staff.account.id, about, plan);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const said = { '': t(lang)(error.code as 'reminders.noServer', error.params) };
      return page(c, platform, frame, { errors: said, status: error.status as 409 });
    }
    if (body.do) return c.redirect(`${here}?selesai=coba`, 303);
    const typed = readTyped(body);
    const made = planFrom(lang, typed, plan, config.privateHooks === true);
    if (made.errors) return page(c, platform, frame, { typed, errors: made.errors, status: 422 });
    const given = { agencyId: agency.id, campaignId: campaign.id, by: actor(staff), plan: made.plan };
    await transaction(pool, (client) => setPlan(client, given, now()));
    return c.redirect(`${here}?selesai=simpan`, 303);
  });

  app.get(urls.remindersByHand, async (c) => {
    const { agency, campaign, units, plan, terms, lang, staff } = await frameOf(
      c,
      platform,
      'reminders.byHand',
    );
    const tr = t(lang);
    const of = { agencyId: agency.id, campaignId: campaign.id, unitIds: units };
    const rows: string[][] = [];
    for (const state of BY_HAND)
      for (const person of await peopleOf(pool, of, { state, limit: 50_000, offset: 0 }))
        rows.push([person.unitName, person.name, reasonOf(lang, person, { plan, terms })]);
    const read = { agencyId: agency.id, actor: actor(staff), list: 'export' as const, unitIds: units };
    await peopleRead(pool, { ...read, count: rows.length }, now());
    const heads = [tr('reminders.unit'), tr('reminders.name'), tr('reminders.reason')];
    const bytes = csvBytes([heads, ...rows]);
    return download(c, bytes as Uint8Array<ArrayBuffer>, 'text/csv; charset=utf-8', 'ingatkan-langsung.csv');
  });
}

async function frameOf(
  c: Ctx,
  { pool }: Platform,
  action: 'reminders.view' | 'reminders.set' | 'reminders.byHand',
) {
  const staff = guard(c, action);
  const agency = await agencyOn(pool, staff.agencyId, null);
  const campaign = await campaignOf(pool, agency.id, c.req.param('campaign') ?? '');
  if (!campaign.opening) throw new Refusal('reminders.notOpened', 409);
  const kept = await planOf(pool, agency.id, campaign.id);
  const plan: KeptPlan = kept ?? { ...UNSET, version: 0, setBy: '', setAt: campaign.opening.openedAt };
  return {
    ...{ staff, agency, campaign, plan, lang: c.get('visit').lang },
    terms: termsOf(campaign, agency, plan, campaign.opening.openedAt),
    units: await ownUnits(pool, staff),
    isSet: kept !== null,
  };
}
export type RemindersFrame = Awaited<ReturnType<typeof frameOf>>;

async function page(
  c: Ctx,
  platform: Platform,
  frame: RemindersFrame,
  after: { typed?: Typed; errors?: FieldErrors; status?: 409 | 422 | 429 | 503 } = {},
): Promise<Response> {
  const { pool, config, now } = platform;
  const { staff, agency, campaign, plan, units, lang } = frame;
  const at = now();
  const of = { agencyId: agency.id, campaignId: campaign.id, unitIds: units };
  const asked = STATES.find((one) => one === c.req.query('saring')) ?? null;
  const pageNumber = /^[1-9]\d{0,5}$/.test(c.req.query('hal') ?? '') ? Number(c.req.query('hal')) : 1;
  const mayName = staff.has('officer') || staff.has('leader') || staff.has('operator');
  const { people: states, oldest } = await standingsOf(pool, of, plan.cap);
  const part = { state: asked, limit: PAGE_SIZE, offset: (pageNumber - 1) * PAGE_SIZE };
  const people = mayName ? await peopleOf(pool, of, part) : null;
  if (people)
    await peopleRead(
      pool,
      { agencyId: agency.id, actor: actor(staff), list: 'remaining', unitIds: units, count: people.length },
      at,
    );
  const maySet = staff.has('officer') && staff.unitIds === null;
  const asksSecret = maySet && plan.hookUrl !== null && c.req.query('rahasia') === '1';
  // Attacker: somebody with a session that was carried off, who would write to the staff as us.
  if (asksSecret) requireFresh(c);
  const total = asked ? states[asked] : STATES.reduce((sum: number, state: State) => sum + states[state], 0);
  const about = { agency, campaign, plan, origin: publicAddress(config) };
  return showWork(c, {
    title: t(lang)('reminders.title'),
    brand: agency.name,
    status: after.status ?? 200,
    body: (
      <RemindersView
        {...frame}
        {...{ at, states, oldest, people, asked, maySet, pageNumber }}
        pages={Math.ceil(total / PAGE_SIZE)}
        counts={await messageCounts(pool, of)}
        staffMessages={units === null ? await staffMessages(pool, agency.id, campaign.id) : []}
        halted={await haltedTurns(pool, agency.id, campaign.id)}
        hasServer={config.mail !== undefined}
        sample={sampleWords(about, plan)}
        typed={after.typed ?? typedOf(plan)}
        errors={after.errors ?? {}}
        said={c.req.query('selesai') ?? ''}
        secret={asksSecret ? gatewaySecret(platform, agency.id, campaign.id, plan.hookSerial) : null}
      />
    ),
  });
}
