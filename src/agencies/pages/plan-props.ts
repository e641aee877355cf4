import type { Lang } from '../../platform/i18n.ts';
import { to } from '../../urls.ts';
import type { Agency } from '../agency.ts';
import type { ImportHead } from '../imports/decide.ts';
import type { Prepared } from '../imports/plan-import.ts';
import type { ShownRow, Tab } from './plan-rows.ts';

/** All that the preview's page and its parts show. */
export interface PlanProps {
  lang: Lang;
  agency: Agency;
  head: ImportHead;
  prepared: Prepared;
  counts: Record<Tab, number>;
  tab: Tab;
  page: number;
  size: number;
  rows: readonly ShownRow[];
  mayDecide: boolean;
  error: string | null;
}

export function planPath({ agency, head }: Pick<PlanProps, 'agency' | 'head'>): string {
  return to('rosterPlan', { agency: agency.id, id: head.id });
}
