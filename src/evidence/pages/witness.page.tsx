import { ACTIONS, guard, type Role, showWork } from '../../access/index.ts';
import { forAll } from '../../platform/db/index.ts';
import { download, show } from '../../platform/http/respond.tsx';
import type { App, Ctx } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { urls } from '../../urls.ts';
import { type LogKey, vkeyLine } from '../keys.ts';
import { t } from '../witness/messages.ts';
import { type WitnessPolicy, witnessPolicy } from '../witness/policy-file.ts';
import { incidentHeads, standingOf } from '../witness/standing.ts';
import { WitnessesView } from './witness.view.tsx';

/** Who sees the page of their own institution. */
const READERS: readonly Role[] = ACTIONS['witnesses.read'].who;
const PLAIN = 'text/plain; charset=utf-8';

/** Which witnesses there are, what they have cosigned and what they refused: for everybody, and for staff. */
export function witnessPages(app: App, platform: Platform, key: LogKey): void {
  const { pool, config, now } = platform;
  const witnesses = witnessPolicy(config);

  const view = async (c: Ctx, agencyId: string | null) => {
    const { lang, account } = c.get('visit');
    const standing = witnesses && (await forAll(() => standingOf(pool, witnesses, agencyId, now())));
    const grants = account?.grants.filter(({ role }) => READERS.includes(role)) ?? [];
    const agencies = [...new Set(grants.map((grant) => grant.agencyId))];
    return (
      <WitnessesView
        {...{ lang, standing, vkey: vkeyLine(key) }}
        staff={agencyId !== null}
        agencies={agencyId === null ? agencies : []}
      />
    );
  };

  app.get(urls.witnesses, async (c) =>
    show(c, { title: t(c.get('visit').lang)('witnesses.title'), body: await view(c, null) }),
  );

  app.get(urls.witnessesWork, async (c) => {
    const { agencyId } = guard(c, 'witnesses.read');
    return showWork(c, {
      title: t(c.get('visit').lang)('witnesses.title'),
      body: await view(c, agencyId),
    });
  });

  app.get(urls.witnessPolicy, (c) => {
    if (!witnesses) throw new Refusal('witnesses.noPolicyFile', 404);
    return c.body(publicPolicy(witnesses, key), 200, { 'Content-Type': PLAIN });
  });

  app.get(urls.witnessIncident, async (c) => {
    const { agency, campaign, id, part } = c.req.param() as Record<string, string>;
    const heads = await incidentHeads(pool, agency as string, campaign as string, id as string);
    const note = part === 'kami' ? heads?.ours : part === 'saksi' ? heads?.theirs : null;
    if (!note) throw new Refusal('witnesses.noSuchIncident', 404);
    return download(c, note, PLAIN, `${id}-${part}.txt`);
  });
}

/** The policy as others need it: with the key of this installation, where the file leaves that out. */
function publicPolicy({ text, policy }: WitnessPolicy, key: LogKey): string {
  return policy.logs.length > 0 ? text : `log ${vkeyLine(key)}\n${text}`;
}
