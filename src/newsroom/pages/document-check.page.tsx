import { registerNow } from '../../law/index.ts';
import { dateIn } from '../../platform/format.ts';
import type { FieldErrors } from '../../platform/html/form.view.tsx';
import { show } from '../../platform/http/respond.tsx';
import type { App, Ctx } from '../../platform/http/visit.ts';
import { refusalText } from '../../platform/i18n.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { urls } from '../../urls.ts';
import { checkAside } from '../aside/check-aside.ts';
import { GIVEN_LIMIT } from '../aside/check-given.ts';
import { t } from '../messages.ts';
import { CheckForm, Waiting } from './check-form.view.tsx';
import { CheckResultView } from './check-result.view.tsx';
import { type GivenForm, readGiven } from './given-form.ts';
import { judgedOn } from './judged-on.ts';
import { refuseLarge } from './refuse-large.ts';
import { type Outcome, showLater } from './show-later.tsx';

/** How long a check may take before the page begins without its result, in milliseconds. */
const PATIENCE = 900;

/** The document checker for everybody: nothing is stored, no sign-in, no script. */
export function documentCheckPage(app: App, platform: Platform): void {
  app.use(urls.documentCheck, refuseLarge(GIVEN_LIMIT));

  app.get(urls.documentCheck, (c) => form(c, { typed: {}, errors: {} }));

  app.post(urls.documentCheck, async (c) => {
    const given = await readGiven(c);
    if (Object.keys(given.errors).length > 0) return form(c, given);
    const { lang } = c.get('visit');
    const outcome = check(c, platform, given);
    const waiting = <Waiting lang={lang} />;
    return showLater(c, { title: t(lang)('newsroom.given.title') }, { patience: PATIENCE, waiting, outcome });
  });
}

async function check(c: Ctx, { pool, now }: Platform, { given, typed }: GivenForm): Promise<Outcome> {
  const { lang } = c.get('visit');
  const on = typed.pada;
  try {
    const register = await registerNow(pool);
    const { text, result } = await checkAside(given, { lang, register, ...(on ? { on } : {}) });
    const day = judgedOn(on, result.record, dateIn(now(), 'Asia/Jakarta'));
    return {
      status: 200,
      body: (
        <>
          <CheckResultView {...{ lang, text, result, day, register }} />
          <CheckForm lang={lang} typed={typed} errors={{}} again />
        </>
      ),
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const words = refusalText(lang, error);
    const errors: FieldErrors = { [typeof given === 'string' ? 'naskah' : 'file']: words };
    return {
      status: error.status === 503 ? 503 : 422,
      body: <CheckForm lang={lang} typed={typed} errors={errors} />,
    };
  }
}

function form(c: Ctx, { typed, errors }: Pick<GivenForm, 'typed' | 'errors'>): Response {
  const { lang } = c.get('visit');
  return show(c, {
    title: t(lang)('newsroom.given.title'),
    status: Object.keys(errors).length > 0 ? 422 : 200,
    body: <CheckForm lang={lang} typed={typed} errors={errors} />,
  });
}
