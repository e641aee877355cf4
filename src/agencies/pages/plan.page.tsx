import { actor, guard, type Staff, showWork } from '../../access/index.ts';
import type { App, Ctx } from '../../platform/http/visit.ts';
import { refusalText } from '../../platform/i18n.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { to, urls } from '../../urls.ts';
import { agencyOn } from '../agency.ts';
import { acceptImport } from '../imports/accept.ts';
import { answerUnits, discardImport, type ImportHead, importHead } from '../imports/decide.ts';
import { createPreviews } from '../imports/plan-import.ts';
import type { Reading, Readings } from '../imports/readings.ts';
import { t } from '../messages.ts';
import { DecidedPage, ReadingPage } from './decided.view.tsx';
import { uploadPage } from './import.page.tsx';
import { PlanPage } from './plan.view.tsx';
import { firstTab, shownRows, TABS, tabCounts } from './plan-rows.ts';
import { field, pageNumber } from './staff.ts';

const SIZE = 100;

/** The preview of a roster file: what accepting it would do; accept, discard, or answer about units. */
export function planPages(app: App, platform: Platform, readings: Readings): void {
  const { pool, now } = platform;
  const preview = createPreviews();
  const show = (c: Ctx, staff: Staff, refusal: Refusal | null) =>
    planOrState(c, platform, preview, staff, refusal);

  app.get(urls.rosterPlan, async (c) => {
    const staff = guard(c, 'roster.plan');
    const reading = await readings.find(staff.agencyId, c.req.param('id'));
    if (reading?.fault) throw reading.fault;
    if (reading?.problems) return uploadPage(c, platform, staff, reading.problems);
    return reading ? readingPage(c, platform, staff, reading) : show(c, staff, null);
  });

  app.post(urls.rosterPlan, async (c) => {
    const staff = guard(c, 'roster.import');
    const { agencyId } = staff;
    const importId = c.req.param('id');
    const body = await c.req.parseBody();
    const deciding = { agencyId, importId, by: actor(staff) };
    try {
      const action = field(body, 'aksi');
      if (action === 'terima') {
        const accepting = {
          ...deciding,
          digest: field(body, 'digest'),
          parentId: field(body, 'induk') || null,
        };
        await acceptImport(pool, accepting, now());
      } else if (action === 'buang') await discardImport(pool, deciding, now());
      else if (action === 'jawab') await answerUnits(pool, deciding, readAnswers(body), now());
    } catch (error) {
      if (!(error instanceof Refusal) || error.status === 404) throw error;
      return show(c, staff, error);
    }
    return c.redirect(to('rosterPlan', { agency: agencyId, id: importId }), 303);
  });
}

/** `unit-N` names the unit as the file does, `jawab-N` holds a unit's id, or `+` for a new one; open ones are absent. */
function readAnswers(body: Record<string, unknown>): { key: string; unitId: string | null }[] {
  return Object.keys(body)
    .filter((name) => name.startsWith('jawab-') && field(body, name) !== '')
    .map((name) => {
      const unitId = field(body, name);
      return { key: field(body, name.replace('jawab-', 'unit-')), unitId: unitId === '+' ? null : unitId };
    });
}

async function planOrState(
  c: Ctx,
  platform: Platform,
  preview: ReturnType<typeof createPreviews>,
  staff: Staff,
  refusal: Refusal | null,
): Promise<Response> {
  const { pool } = platform;
  const { lang } = c.get('visit');
  const tr = t(lang);
  const importId = c.req.param('id') as string;
  const agency = await agencyOn(pool, staff.agencyId, null);
  const head = await importHead(pool, agency.id, importId);
  if (!head) throw new Refusal('agencies.importUnknown', 404);
  const error = refusal && refusalText(lang, refusal);
  const common = { brand: agency.name, status: refusal ? refusal.status : 200 } as const;
  if (isDecided(head)) {
    const body = <DecidedPage {...{ lang, agency, head, error }} />;
    return showWork(c, { title: tr('agencies.planDecided'), ...common, body });
  }
  const prepared = await preview(pool, agency.id, importId);
  const counts = tabCounts(prepared);
  const tab = TABS.find((known) => known === c.req.query('jenis')) ?? firstTab(counts);
  const page = pageNumber(c);
  const rows = shownRows(prepared, lang, tab, (page - 1) * SIZE, SIZE);
  const mayDecide = staff.has('officer');
  const body = (
    <PlanPage {...{ lang, agency, head, prepared, counts, tab, page, size: SIZE, rows, mayDecide, error }} />
  );
  return showWork(c, { title: tr('agencies.plan'), ...common, body });
}

function isDecided(head: ImportHead): boolean {
  return head.decision !== null;
}

async function readingPage(
  c: Ctx,
  { pool, now }: Platform,
  staff: Staff,
  reading: Reading,
): Promise<Response> {
  const { lang } = c.get('visit');
  const agency = await agencyOn(pool, staff.agencyId, null);
  const seconds = Math.round((now().getTime() - reading.startedAt.getTime()) / 1000);
  return showWork(c, {
    title: t(lang)('agencies.readingTitle'),
    brand: agency.name,
    narrow: true,
    refresh: 1,
    body: <ReadingPage {...{ lang, reading, seconds }} />,
  });
}
