const RETRY_MS = [1000, 2000, 5000, 10_000, 15_000];

/** What the server, or this page itself, says no to; in words for whoever writes. */
export class Refused extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** Nothing of this browser's goes along, and nothing stays in it. */
export const PLAIN = {
  headers: { Accept: 'application/json' },
  credentials: 'omit',
  cache: 'no-store',
  referrerPolicy: 'no-referrer',
} as const satisfies RequestInit;

/** A network that is gone, and a server that is busy, are waited for; any other answer is one. */
export async function patient(ask: () => Promise<Response>, waiting: () => void): Promise<Response> {
  for (let tries = 0; ; tries += 1) {
    const answer = await ask().catch(() => null);
    if (answer && answer.status !== 503) return answer;
    waiting();
    const pause = RETRY_MS[Math.min(tries, RETRY_MS.length - 1)] as number;
    await new Promise((resolve) => {
      setTimeout(resolve, pause);
      addEventListener('online', resolve, { once: true });
    });
  }
}

export async function refusedBy(answer: Response): Promise<Refused> {
  const { code = '', message = '' } = await answer.json().catch(() => ({}));
  return new Refused(code, message);
}
