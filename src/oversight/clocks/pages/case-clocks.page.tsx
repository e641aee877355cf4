import { actor } from '../../../access/index.ts';
import { dateIn } from '../../../platform/format.ts';
import type { FieldErrors } from '../../../platform/html/form.view.tsx';
import { field, fields } from '../../../platform/http/form.ts';
import type { App, Ctx } from '../../../platform/http/visit.ts';
import { messageOf } from '../../../platform/i18n.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { to, urls } from '../../../urls.ts';
import { sealedField } from '../../cases/contents/posted.ts';
import { stepsOf } from '../../cases/workflow/steps.ts';
import { caseFrame, caseWork, showOversight } from '../../pages/frame.tsx';
import { toText } from '../../seal/index.ts';
import { dueOf, namesOf } from '../due.ts';
import { firedOf } from '../ground.ts';
import { t } from '../messages.ts';
import { pauseClocks, resumeClocks } from '../pause.ts';
import { pausesOf } from '../pauses.ts';
import { CaseClocksPage, type PauseForm } from './case-clocks.view.tsx';
import { shortId } from './clock-list.view.tsx';

type Frame = Awaited<ReturnType<typeof caseFrame>>;

const FIELD_OF: Readonly<Record<string, string>> = {
  'dueDays.pauseNone': 'of',
  'dueDays.pauseMissed': 'of',
  'dueDays.pauseKind': 'kind',
  'dueDays.pauseDay': 'from',
  'dueDays.pauseUntil': 'until',
  'cases.textLong': 'pause-note',
  'cases.sealedForm': 'pause-note',
};

/** The clocks of one case: what each rests on, what was told, and pausing with a reason. */
export function caseClocksPage(app: App, platform: Platform): void {
  const { pool, now } = platform;

  async function show(c: Ctx, frame: Frame, form: PauseForm | null, errors: FieldErrors = {}) {
    const { lang, agency, seen } = frame;
    const today = dateIn(now(), agency.zone);
    const due = (await dueOf(pool, agency.id, [seen.id], today)).get(seen.id);
    const steps = await stepsOf(pool, agency.id, seen.id);
    const names = await namesOf(pool, [...new Set(steps.map(({ by }) => by))]);
    const body = (
      <CaseClocksPage
        {...{ lang, agencyId: agency.id, caseId: seen.id, today, steps, names, errors }}
        clocks={due?.clocks ?? []}
        pauses={pausesOf(steps)}
        fired={await firedOf(pool, agency.id, [seen.id])}
        sealing={{
          from: actor(frame.staff),
          dialogue: publicText(seen.dialoguePublic),
          team: publicText(seen.teamPublic),
        }}
        form={form ?? { of: [], kind: '', from: today, until: '', note: '' }}
      />
    );
    const title = t(lang)('dueDays.caseTitle', { case: shortId(seen.id) });
    const status = Object.keys(errors).length > 0 ? 422 : 200;
    return showOversight(c, frame, { title, body, status, islands: ['case-clocks'] });
  }

  app.get(urls.caseClocks, async (c) => show(c, await caseFrame(c, platform, 'case.read'), null));

  app.post(urls.caseClocks, async (c) => {
    const frame = await caseFrame(c, platform, 'case.work');
    const { lang, agency, seen, staff } = frame;
    const body = await c.req.parseBody({ all: true });
    const place = { agencyId: agency.id, caseId: seen.id, by: actor(staff) };
    const today = dateIn(now(), agency.zone);
    const [kind, from, until] = [field(body, 'kind'), field(body, 'from'), field(body, 'until')];
    const form = {
      of: fields(body, 'of'),
      kind,
      from,
      until,
      note: field(body, 'pause-note').slice(0, 20_000),
    };
    try {
      if (field(body, 'act') === 'resume') {
        const paused = Number(field(body, 'paused'));
        await caseWork(platform, frame, (client) => resumeClocks(client, { ...place, paused }, now(), today));
      } else {
        const bound = {
          agency: agency.id,
          case: seen.id,
          purpose: 'note',
          from: place.by,
          to: 'team',
        } as const;
        const note = await sealedField(body, 'pause-note', { publicKey: seen.teamPublic, bound });
        await caseWork(platform, frame, (client) =>
          pauseClocks(client, { ...place, ...form, note }, now(), today),
        );
      }
    } catch (error) {
      const at = error instanceof Refusal ? FIELD_OF[error.code] : undefined;
      if (!(error instanceof Refusal) || at === undefined) throw error;
      const text = messageOf(lang, error.code, error.params) ?? error.code;
      return show(c, frame, form, { [at]: text });
    }
    return c.redirect(to('caseClocks', { agency: agency.id, case: seen.id }), 303);
  });
}

function publicText(key: Buffer): string {
  return toText(new Uint8Array(key));
}
