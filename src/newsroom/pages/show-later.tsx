import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { type Shown, show } from '../../platform/http/respond.tsx';
import type { Ctx } from '../../platform/http/visit.ts';

export type Outcome = Pick<Shown, 'status' | 'body'>;

export interface Later {
  /** Milliseconds to wait for the body before the page begins without it. */
  readonly patience: number;
  /** Stands there meanwhile; hidden by the stylesheet when the body follows. */
  readonly waiting: VNode;
  /** The page's body. What a person may do wrong is part of it: its status may have been sent by then. */
  readonly outcome: Promise<Outcome>;
}

const GAP = '<template id="menyusul"></template>';
const BEAT = 1000;

/**
 * A page whose body takes time: everything above it is sent at once, then a sign of life each second, then the body and
 * the foot. Needs no script and keeps nothing.
 */
export async function showLater(
  c: Ctx,
  shown: Omit<Shown, keyof Outcome>,
  { patience, waiting, outcome }: Later,
): Promise<Response> {
  const ready = await within(outcome, patience);
  if (ready) return show(c, { ...shown, ...ready });
  const whole = await show(c, { ...shown, body: withGap(waiting) }).text();
  const at = whole.indexOf(GAP);
  const [head, foot] = [whole.slice(0, at), whole.slice(at + GAP.length)];
  return c.body(stream(head, outcome, foot), 200, { 'Content-Type': 'text/html; charset=UTF-8' });
}

function withGap(waiting: VNode): VNode {
  return (
    <>
      {waiting}
      <template id="menyusul" />
    </>
  );
}

function stream(head: string, outcome: Promise<Outcome>, foot: string): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder();
  let beat: NodeJS.Timeout | undefined;
  return new ReadableStream({
    async start(controller) {
      const say = (html: string) => controller.enqueue(bytes.encode(html));
      say(head);
      let seconds = 0;
      beat = setInterval(() => {
        seconds += 1;
        say(render(<Beat seconds={seconds} />));
      }, BEAT);
      try {
        say(render(<div class="arrived">{(await outcome).body}</div>) + foot);
        controller.close();
      } finally {
        clearInterval(beat);
      }
    },
    cancel: () => clearInterval(beat),
  });
}

function Beat({ seconds }: { seconds: number }): VNode {
  return <span class="waiting">… {seconds} </span>;
}

async function within<T>(work: Promise<T>, milliseconds: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  try {
    return await Promise.race([work, patience]);
  } finally {
    clearTimeout(timer);
  }
}
