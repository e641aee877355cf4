import { registerNow } from '../../law/index.ts';
import { show } from '../../platform/http/respond.tsx';
import type { App } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { urls } from '../../urls.ts';
import { answerOn } from '../answer-on.ts';
import { findTopic } from '../topics/index.ts';
import { askedFor } from './circumstances.ts';
import { TopicView } from './topic.view.tsx';

/** One answer, with an address to share, by the law of the day asked about (`?pada=`; today in Jakarta by default). */
export function topicPage(app: App, { pool, now, config }: Platform): void {
  app.get(urls.guideTopic, async (c) => {
    const { lang } = c.get('visit');
    const topic = findTopic(c.req.param('topic'));
    if (!topic) throw new Refusal('guidance.noSuchTopic', 404);
    const asked = askedFor(c, now());
    const register = await registerNow(pool);
    const origin = config.publicUrl ?? new URL(c.req.url).origin;
    return show(c, {
      title: topic.title[lang],
      status: Object.keys(asked.errors).length > 0 ? 422 : 200,
      body: <TopicView {...{ lang, asked, register, origin }} found={answerOn(topic, asked, register)} />,
    });
  });
}
