import { render } from 'preact-render-to-string';
import { addressOf } from '../../platform/http/address.ts';
import { stylesheetPath } from '../../platform/http/assets.ts';
import { answerJson, wantsJson } from '../../platform/http/respond.tsx';
import type { App, Ctx } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { to, urls } from '../../urls.ts';
import { ceremonyCounts } from '../counts.ts';
import { doorKey } from '../door/door.ts';
import { ScreenDocument } from './document.view.tsx';
import { type Live, passNow } from './live.tsx';
import { moveScreen } from './move-screen.ts';
import { placeOf, programmeOf } from './programme.ts';
import { codeOf, type Screen, screenOf } from './screen.ts';
import { streamOf } from './stream.ts';

/** The reading screen. Its address is all that is asked for; it holds no name but that of whoever signs first. */
export function screenPage(app: App, platform: Platform, live: Live): void {
  const screenHere = (c: Ctx) => screenOf(platform, 'screen', c.req.param('screen') ?? '', addressOf(c));

  app.get(urls.screen, async (c) => page(c, platform, await screenHere(c)));

  app.post(urls.screen, async (c) => {
    const screen = await screenHere(c);
    const body = await c.req.parseBody();
    const programme = await programmeOf(platform.pool, screen, c.get('visit').lang);
    const card = programme.cards[placeOf(programme, String(body.step ?? ''))];
    const move = { seq: Number(body.seq) || 0, step: card?.id ?? 'title', by: 'screen' as const };
    await moveScreen(platform.pool, screen, move, platform.now());
    if (!wantsJson(c)) return c.redirect(to('screen', { screen: c.req.param('screen') }), 303);
    const { seq, step } = await screenHere(c);
    return answerJson(c, { seq, step });
  });

  app.get(urls.screenLive, async (c) => {
    const screen = await screenHere(c);
    const { lang } = c.get('visit');
    if (wantsJson(c)) return answerJson(c, await live.once(screen, lang));
    return streamOf(c, live, screen, lang);
  });
}

async function page(c: Ctx, platform: Platform, screen: Screen): Promise<Response> {
  const { pool, config, now } = platform;
  const { lang } = c.get('visit');
  const { agencyId, ceremonyId, doorCode, expiresAt } = screen;
  const programme = await programmeOf(pool, screen, lang);
  const counts = await ceremonyCounts(pool, { agencyId, ceremonyId, unitIds: null });
  const { code, key } = doorKey(platform, { code: doorCode, until: expiresAt });
  const html = render(
    <ScreenDocument
      lang={lang}
      programme={programme}
      counts={{ counts, at: now() }}
      door={{ code, key: Buffer.from(key).toString('base64'), pass: await passNow(platform, screen) }}
      base={config.publicUrl ?? new URL(c.req.url).origin}
      style={stylesheetPath('layar')}
      code={codeOf(platform, screen, 'screen')}
      at={asked(c, programme.cards.length) ?? placeOf(programme, screen.step)}
      seq={screen.seq}
      expires={expiresAt}
    />,
  );
  c.header('Cache-Control', 'no-store');
  return c.html(`<!doctype html>${html}`);
}

/** The card that a browser without script asks for, a number from 1. */
function asked(c: Ctx, cards: number): number | null {
  const number = Number(c.req.query('langkah'));
  return Number.isInteger(number) && number >= 1 ? Math.min(number, cards) - 1 : null;
}
