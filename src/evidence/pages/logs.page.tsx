import { publicAddress } from '../../platform/config.ts';
import { forAll } from '../../platform/db/index.ts';
import { show } from '../../platform/http/respond.tsx';
import type { App } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { urls } from '../../urls.ts';
import { type LogKey, vkeyLine } from '../keys.ts';
import { listedLogs } from '../log/listed.ts';
import { t } from '../log/messages.ts';
import { shownStamps } from '../timestamp/shown.ts';
import { witnessPolicy } from '../witness/policy-file.ts';
import { standingOf } from '../witness/standing.ts';
import { Logs } from './logs.view.tsx';

/** Every log for everybody: how large, since when, where to find it, and how to check it without us. */
export function logPages(app: App, { pool, config, now }: Platform, key: LogKey): void {
  const witnesses = witnessPolicy(config);
  app.get(urls.logs, async (c) => {
    const { lang } = c.get('visit');
    const page = pageOf(c.req.query('hal'));
    const list = await forAll(() => listedLogs(pool, page));
    if (page > list.pages) throw new Refusal('evidence.noSuchLog', 404);
    const stamps = config.tsa ? await forAll(() => shownStamps(pool)) : null;
    const standing = witnesses && (await forAll(() => standingOf(pool, witnesses, null, now())));
    const body = (
      <Logs
        {...{ lang, list, page, stamps, standing }}
        vkey={vkeyLine(key)}
        address={publicAddress(config)}
      />
    );
    return show(c, { title: t(lang)('logs.title'), body });
  });
}

function pageOf(typed = '1'): number {
  if (!/^[1-9]\d{0,5}$/.test(typed)) throw new Refusal('evidence.noSuchLog', 404);
  return Number(typed);
}
