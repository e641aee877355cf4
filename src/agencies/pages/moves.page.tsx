import { actor, guard, mayDo, type Staff, showWork } from '../../access/index.ts';
import { dateIn } from '../../platform/format.ts';
import type { FieldErrors } from '../../platform/html/form.view.tsx';
import type { App, Ctx } from '../../platform/http/visit.ts';
import { refusalText } from '../../platform/i18n.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { to, urls } from '../../urls.ts';
import { agenciesOf, agencyOn } from '../agency.ts';
import { t } from '../moves/messages.ts';
import { decideMove, movesOf } from '../moves/moves.ts';
import { proposeMoves } from '../moves/propose.ts';
import { MovesPage } from './moves.view.tsx';
import { field, pageNumber } from './staff.ts';

/** People on two rosters: who seems to have come, who to have left, and the old institution's answer. */
export function movesPage(app: App, platform: Platform): void {
  const { pool, now } = platform;
  app.get(urls.moves, (c) => show(c, platform, guard(c, 'moves.view'), {}));

  app.post(urls.moves, async (c) => {
    const staff = guard(c, 'moves.decide');
    const { agencyId } = staff;
    const body = await c.req.parseBody();
    const { zone } = await agencyOn(pool, agencyId, null);
    try {
      if (field(body, 'aksi') === 'cari') await proposeMoves(pool, agencyId, now());
      else {
        const decision = field(body, 'aksi') === 'pindah' ? 'left' : 'stays';
        const asked = {
          agencyId,
          moveId: field(body, 'id'),
          from: field(body, 'from'),
          reason: field(body, 'reason'),
        };
        await decideMove(pool, { ...asked, decision, by: actor(staff) }, dateIn(now(), zone), now());
      }
    } catch (error) {
      if (!(error instanceof Refusal) || error.status === 404) throw error;
      return show(c, platform, staff, { '': refusalText(c.get('visit').lang, error) });
    }
    return c.redirect(to('moves', { agency: agencyId }), 303);
  });
}

async function show(c: Ctx, { pool }: Platform, staff: Staff, errors: FieldErrors): Promise<Response> {
  const { lang } = c.get('visit');
  const agency = await agencyOn(pool, staff.agencyId, null);
  const page = pageNumber(c);
  const out = await movesOf(pool, agency.id, 'out', page);
  const into = await movesOf(pool, agency.id, 'in', page);
  const others = [...out.moves, ...into.moves].map(({ otherAgency }) => otherAgency);
  const names = new Map((await agenciesOf(pool, [...new Set(others)])).map(({ id, name }) => [id, name]));
  const mayDecide = mayDo(c, 'moves.decide') !== null;
  return showWork(c, {
    title: t(lang)('agencies.moves.title'),
    brand: agency.name,
    status: Object.keys(errors).length > 0 ? 422 : 200,
    body: <MovesPage {...{ lang, agency, out, into, names, page, errors, mayDecide }} />,
  });
}
