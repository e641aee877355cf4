import { download, show } from '../../platform/http/respond.tsx';
import type { App } from '../../platform/http/visit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { t } from '../messages.ts';
import { watchedLogs } from '../standing.ts';
import type { Witness } from '../witness.ts';
import { Status, witnessUrls } from './status.view.tsx';

/** What an inspector opens in the browser: all logs, and in red what was refused. */
export function statusPages(app: App, witness: Witness): void {
  app.get(witnessUrls.status, (c) => {
    const { lang } = c.get('visit');
    const { key, vkey } = witness.own;
    return show(c, {
      title: t(lang)('witness.title', { name: key.name }),
      body: <Status lang={lang} name={key.name} vkey={vkey} logs={watchedLogs(witness)} />,
    });
  });

  app.get(witnessUrls.refused, (c) => {
    const { id, part } = c.req.param() as { id: string; part: string };
    const found = witness.refused.all().find((one) => one.id === id);
    if (!found) throw new Refusal('witness.noSuchRefusal', 404);
    const text = 'text/plain; charset=utf-8';
    if (part === 'held') return download(c, found.held, text, `${id}-held.txt`);
    if (part === 'offered') return download(c, found.offered, text, `${id}-offered.txt`);
    if (part !== 'refused.json') throw new Refusal('witness.noSuchRefusal', 404);
    const { id: _, ...rest } = found;
    return download(c, `${JSON.stringify(rest, null, 2)}\n`, 'application/json', `${id}.json`);
  });
}
