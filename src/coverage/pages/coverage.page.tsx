import { allowed, guard, type Staff, showWork } from '../../access/index.ts';
import { additionsOf } from '../../campaigns/index.ts';
import type { App } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { urls } from '../../urls.ts';
import { t } from '../messages.ts';
import { contributionsOf } from '../people.ts';
import { recapIn, snapshot } from '../recap.ts';
import { narrowed } from '../scope.ts';
import type { UnitNode } from '../tree.ts';
import { CoverageView } from './coverage.view.tsx';

export function coveragePage(app: App, { reader, now }: Platform): void {
  app.get(urls.coverage, async (c) => {
    const staff = guard(c, 'coverage.read');
    const at = now();
    const scope = { unitIds: staff.unitIds, unit: c.req.query('unit') || undefined };
    // Reads every mark of every ceremony: only where somebody asks for it.
    const marks = c.req.query('apel') !== undefined;
    const { recap, contributions, added } = await snapshot(reader, async (client) => {
      const recap = await recapIn(client, staff.agencyId, c.req.param('campaign'), scope, at);
      const { agencyId, campaignId } = recap.subject;
      const within = narrowed(recap.nodes, staff, scope.unit);
      const contributions = marks ? await contributionsOf(client, agencyId, campaignId, within) : null;
      return { recap, contributions, added: await additionsOf(client, agencyId, campaignId) };
    });
    const { lang } = c.get('visit');
    return showWork(c, {
      title: t(lang)('coverage.of', { title: recap.subject.title }),
      brand: recap.subject.agency,
      body: (
        <CoverageView
          lang={lang}
          recap={recap}
          contributions={contributions}
          now={at}
          added={added}
          limitedTo={limits(staff, recap.nodes)}
          may={rights(staff)}
        />
      ),
    });
  });
}

/** Links that a role may follow; each page behind them guards itself. */
function rights(staff: Staff) {
  return {
    names: staff.has('officer') || staff.has('leader') || staff.has('operator'),
    plan: staff.has('officer'),
    paper: staff.unitIds === null,
    pacts: allowed(staff.grants, 'pacts.export'),
    recount: allowed(staff.grants, 'recount.read'),
  };
}

function limits({ unitIds }: Staff, nodes: readonly UnitNode[]): string[] | null {
  return unitIds && nodes.filter((node) => unitIds.includes(node.id)).map((node) => node.name);
}
