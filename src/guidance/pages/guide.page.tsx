import { show } from '../../platform/http/respond.tsx';
import type { App, Ctx } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { to, urls } from '../../urls.ts';
import { t } from '../messages.ts';
import { search } from '../search/search.ts';
import { findTopic } from '../topics/index.ts';
import { askedFor, queryOf } from './circumstances.ts';
import { GuideView } from './guide.view.tsx';

/** The public guide: a question in people's own words (`?q=`), or step by step (`?apa=` and the circumstances). */
export function guidePage(app: App, { now }: Platform): void {
  app.get(urls.guide, (c) => {
    const asked = askedFor(c, now());
    const question = (c.req.query('q') ?? '').trim().slice(0, 200);
    const stepped = c.req.query('apa');
    const topic = findTopic(stepped ?? '');
    const complete = topic && Object.keys(asked.errors).length === 0;
    if (complete) return c.redirect(`${to('guideTopic', { topic: topic.id })}${queryOf(asked)}`, 303);
    return guide(c, { asked, question, stepped, topicId: topic?.id ?? '' });
  });
}

interface Shown {
  asked: ReturnType<typeof askedFor>;
  question: string;
  stepped: string | undefined;
  topicId: string;
}

function guide(c: Ctx, { asked, question, stepped, topicId }: Shown): Response {
  const { lang } = c.get('visit');
  const tr = t(lang);
  const nothing = stepped !== undefined && topicId === '';
  const errors = { ...(nothing ? { apa: tr('guidance.whatPick') } : {}), ...asked.errors };
  const found = question === '' ? null : search(question, 4);
  return show(c, {
    title: question ? `${question.slice(0, 60)} · ${tr('guidance.title')}` : tr('guidance.title'),
    status: Object.keys(errors).length > 0 ? 422 : 200,
    body: <GuideView {...{ lang, question, found, topicId }} asked={{ ...asked, errors }} />,
  });
}
