import type { Client } from '../../platform/db/index.ts';
import type { Zone } from '../../platform/format.ts';
import type { Day } from '../charts/over-time.ts';
import { type Branch, branchesOf, categoriesOf, daysOf, type OpenedCampaign } from './read-units.ts';
import type { UnitFigures } from './units-report.ts';

export interface UnitsWanted {
  readonly agency: { readonly id: string; readonly name: string; readonly zone: Zone };
  readonly campaign: OpenedCampaign;
  readonly path: readonly { readonly id: string; readonly name: string }[];
  /** Units that the viewer is limited to, each by its id; null: none. */
  readonly only: readonly string[] | null;
  readonly asOf: Date;
  readonly limit: number;
  readonly offset: number;
}

/** Everything that a page of units shows. Days are of the whole campaign: nothing counts them by unit. */
export interface UnitsRead {
  readonly figures: UnitFigures;
  readonly biggest: readonly Branch[];
  readonly days: readonly Day[];
}

/** As many rectangles as a drawing has; the biggest others are told by `total`. */
const DRAWN = 60;

export async function readUnits(client: Client, wanted: UnitsWanted): Promise<UnitsRead> {
  const { agency, campaign, path, only, asOf, limit, offset } = wanted;
  const read = (opened: string | null, cut: { limit: number; offset?: number; biggest?: boolean }) =>
    branchesOf(client, agency.id, campaign.id, { focus: opened, only, ...cut });
  const asked = path.at(-1)?.id ?? null;
  const top = await read(asked, { limit, offset });
  // A single root over everything is opened at once.
  const root = asked === null && top.total === 1 && top.branches[0]?.deeper ? top.branches[0].id : null;
  const opened = asked ?? root;
  const { branches, total } = root === null ? top : await read(root, { limit, offset });
  const categories = await categoriesOf(client, agency.id, campaign.id, { focus: asked, only });
  const biggest = total <= limit ? branches : (await read(opened, { limit: DRAWN, biggest: true })).branches;
  const days = only === null ? await daysOf(client, agency.id, campaign.id) : [];
  return { figures: { agency, campaign, path, opened, branches, total, categories, asOf }, biggest, days };
}
