import type { Answered } from './canary-search.ts';

/** A browser with cookies that keeps every refusal it is given, with what it had sent. */
export class Browser {
  readonly #base: string;
  readonly #kept: Answered[];
  readonly #own: string;
  readonly cookies = new Map<string, string>();

  /** `own`: what the pages of its own unused code may show to whoever sits here. */
  constructor(base: string, kept: Answered[], own = '') {
    this.#base = base;
    this.#kept = kept;
    this.#own = own;
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Seen> {
    return this.#ask('GET', path, headers);
  }

  post(path: string, fields: Record<string, string | string[]> | FormData, headers = {}): Promise<Seen> {
    return this.#ask('POST', path, headers, fields instanceof FormData ? fields : form(fields));
  }

  send(method: string, path: string, body: string, headers: Record<string, string>): Promise<Seen> {
    return this.#ask(method, path, headers, body);
  }

  async #ask(
    method: string,
    path: string,
    more: Record<string, string>,
    body?: URLSearchParams | FormData | string,
  ): Promise<Seen> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { origin: 'http://localhost', ...(cookie ? { cookie } : {}), ...more };
    const init = { method, headers, redirect: 'manual' as const, ...(body === undefined ? {} : { body }) };
    // A body that is too large may be refused before it is read, and the connection closed.
    const answer = await fetch(this.#base + path, init).catch(() => null);
    if (!answer) return { status: 0, text: '', location: '' };
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] as string).split('=');
      this.cookies.set(name, decodeURIComponent(value));
    }
    const text = await answer.text();
    const sent = `${path} ${this.#own} ${decodeURIComponent(
      String(body ?? '')
        .replaceAll('+', ' ')
        .replaceAll(/%(?![\da-f]{2})/gi, ''),
    )}`;
    if (answer.status >= 400) this.#kept.push({ place: `${answer.status} ${method} ${path}`, sent, text });
    return { status: answer.status, text, location: answer.headers.get('location') ?? '' };
  }
}

export interface Seen {
  status: number;
  text: string;
  location: string;
}

function form(fields: Record<string, string | string[]>): URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) body.append(name, one);
  return body;
}

/** What the page put into a field that nobody sees. */
export function hidden(html: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
}

/** @throws Error where the answer is another one than it must be for the trial to try anything */
export function requireStatus(seen: Seen, status: number, what: string): Seen {
  if (seen.status === status) return seen;
  throw new Error(`${what}: ${seen.status} ${seen.text.replaceAll(/<[^>]*>|\s+/g, ' ').slice(0, 600)}`);
}
