import { actor } from '../../../access/index.ts';
import { registerNow } from '../../../law/index.ts';
import type { FieldErrors } from '../../../platform/html/form.view.tsx';
import { type Body, field } from '../../../platform/http/form.ts';
import type { App, Ctx } from '../../../platform/http/visit.ts';
import type { Platform } from '../../../platform/platform.ts';
import { to, urls } from '../../../urls.ts';
import { caseFrame, caseWork, showOversight } from '../../pages/frame.tsx';
import { t } from '../messages.ts';
import { BY_FORM, stepPosted } from '../workflow/post-step.ts';
import { CaseView } from './case.view.tsx';
import { caseFacts } from './case-facts.ts';
import { formErrors } from './errors.ts';
import { shortOf } from './list.view.tsx';

/** One case: what is known, what was done, what may be done next, and the talk. Words are opened in the browser. */
export function casePage(app: App, platform: Platform): void {
  const { pool, now } = platform;

  async function show(c: Ctx, frame: Awaited<ReturnType<typeof caseFrame>>, sent: Sent) {
    const { lang } = frame;
    const facts = await caseFacts(pool, frame, now());
    const body = <CaseView {...{ ...frame, ...facts, ...sent, register: await registerNow(pool) }} />;
    return showOversight(c, frame, {
      title: t(lang)('cases.caseTitle', { id: shortOf(frame.seen.id) }),
      ...{ body, islands: ['unlock', 'case'], status: sent.status },
    });
  }

  app.get(urls.caseFile, async (c) =>
    show(c, await caseFrame(c, platform, 'case.read'), { errors: {}, typed: {}, status: 200 }),
  );

  app.post(urls.caseFile, async (c) => {
    const frame = await caseFrame(c, platform, 'case.work');
    const { agency, seen, staff } = frame;
    const body = await c.req.parseBody();
    const register = await registerNow(pool);
    const posted = { agency, seen, by: actor(staff), body, register };
    try {
      await caseWork(platform, frame, (client) => stepPosted(client, posted, now()));
    } catch (error) {
      const what = field(body, 'what');
      const at = BY_FORM.some((one) => one === what) ? what : '';
      return show(c, frame, { ...formErrors(frame.lang, error, at), typed: body });
    }
    return c.redirect(`${to('caseFile', { agency: agency.id, case: seen.id })}#jejak`, 303);
  });
}

export interface Sent {
  errors: FieldErrors;
  typed: Body;
  status: 200 | 409 | 422;
}
