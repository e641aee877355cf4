import { addressOf } from '../../platform/http/address.ts';
import { show } from '../../platform/http/respond.tsx';
import type { App, Ctx } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { to, urls } from '../../urls.ts';
import { ClickerPage } from './clicker.view.tsx';
import { t } from './messages.ts';
import { moveScreen } from './move-screen.ts';
import { placeOf, programmeOf } from './programme.ts';
import { codeOf, screenOf } from './screen.ts';

/** The phone of whoever leads: it moves one screen and knows nothing else. */
export function clickerPage(app: App, platform: Platform): void {
  const screenHere = (c: Ctx) => screenOf(platform, 'clicker', c.req.param('clicker') ?? '', addressOf(c));

  app.get(urls.clicker, async (c) => {
    const screen = await screenHere(c);
    const { lang } = c.get('visit');
    const programme = await programmeOf(platform.pool, screen, lang);
    return show(c, {
      title: t(lang)('screen.clickerTitle'),
      narrow: true,
      islands: ['clicker'],
      foot: [],
      body: (
        <ClickerPage
          lang={lang}
          programme={programme}
          at={placeOf(programme, screen.step)}
          seq={screen.seq}
          action={to('clicker', { clicker: codeOf(platform, screen, 'clicker') })}
        />
      ),
    });
  });

  app.post(urls.clicker, async (c) => {
    const screen = await screenHere(c);
    const body = await c.req.parseBody();
    const programme = await programmeOf(platform.pool, screen, c.get('visit').lang);
    const card = programme.cards.find(({ id }) => id === body.step);
    const move = { seq: Number(body.seq) || 0, by: 'clicker' as const };
    if (card) await moveScreen(platform.pool, screen, { ...move, step: card.id }, platform.now());
    return c.redirect(to('clicker', { clicker: c.req.param('clicker') }), 303);
  });
}
