import { z } from 'zod';
import { showWork } from '../../../access/index.ts';
import { many } from '../../../platform/db/index.ts';
import type { App } from '../../../platform/http/visit.ts';
import type { Platform } from '../../../platform/platform.ts';
import { urls } from '../../../urls.ts';
import { sql } from '../door.ts';
import { t } from '../messages.ts';
import { doorFrame } from './frame.ts';
import { SheetView } from './sheet.view.tsx';

const Row = z.object({ name: z.string(), post: z.string().nullable() });
export type SheetRow = z.output<typeof Row>;
const UnitRow = z.object({ id: z.string(), name: z.string(), size: z.number() });

/** The list of one unit on paper, to be signed by hand and entered later. */
export function sheetPage(app: App, platform: Platform): void {
  app.get(urls.ceremonySheet, async (c) => {
    const here = await doorFrame(c, platform, 'door.keep');
    const { agency, head, unitIds, lang } = here;
    const at = { agencyId: agency.id, ceremonyId: head.id };
    const units = await many(platform.pool, sql.expectedUnits, { ...at, unitIds }, UnitRow);
    const unit = units.find(({ id }) => id === c.req.query('unit')) ?? units[0] ?? null;
    const people = unit ? await many(platform.pool, sql.expectedOfUnit, { ...at, unitId: unit.id }, Row) : [];
    return showWork(c, {
      title: `${t(lang)('door.sheet')} · ${head.title}`,
      brand: agency.name,
      body: <SheetView {...here} units={units} unit={unit} people={people} />,
    });
  });
}
