import type { Ctx } from '../../platform/http/visit.ts';
import type { Lang } from '../../platform/i18n.ts';
import type { Live } from './live.tsx';
import type { Screen } from './screen.ts';

/** A listener that reads nothing is told nothing more once so many events wait for it. */
const WAITING = 8;

/** An answer that goes on (text/event-stream) until the browser leaves, the screen closes or the server stops. */
export function streamOf(c: Ctx, live: Live, screen: Screen, lang: Lang): Response {
  const encoder = new TextEncoder();
  let leave = () => {};
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const end = () => {
          leave();
          controller.close();
        };
        const hear = (told: object) => {
          if ((controller.desiredSize ?? 0) > 0)
            controller.enqueue(encoder.encode(`data: ${JSON.stringify(told)}\n\n`));
        };
        const stop = live.listen({ screen, lang, hear, end });
        leave = () => void stop();
        controller.enqueue(encoder.encode('retry: 2000\n\n'));
      },
      cancel: () => leave(),
    },
    { highWaterMark: WAITING },
  );
  c.header('Content-Type', 'text/event-stream');
  c.header('Cache-Control', 'no-store');
  // A proxy that collects an answer before it hands it on would collect for ever.
  c.header('X-Accel-Buffering', 'no');
  return c.body(body);
}
