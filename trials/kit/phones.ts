import { randomBytes } from 'node:crypto';
import { type Agent, request } from 'node:http';
import type { OpenCampaign } from '../../bench/kit/campaign.ts';
import { to } from '../../src/urls.ts';

/** What a person was told after signing; `bytes` is the whole body, to be compared. */
export interface Answer {
  receipt: string;
  index: number;
  bytes: string;
}

/** Somebody with a slip: one form, sent until there is an answer. */
export class Phone {
  readonly #path: string;
  readonly #form: string;
  /** What was promised, from the moment it arrived here. */
  answer: Answer | undefined;

  constructor(slip: { code: string; name: string }, { digest, points }: OpenCampaign) {
    this.#path = to('sign', { code: slip.code });
    const key = randomBytes(16).toString('base64url');
    const form = new URLSearchParams({ key, digest, typedName: slip.name });
    for (let point = 0; point < points; point += 1) form.append('point', String(point));
    this.#form = form.toString();
  }

  /** One try. False where no answer came, or the server said to come again. @throws Error for any other answer */
  async sign(port: number, agent: Agent): Promise<boolean> {
    const got = await post(port, agent, this.#path, this.#form).catch(() => null);
    if (!got || got.status === 503) return false;
    if (got.status !== 200) throw new Error(`${got.status}: ${got.body.slice(0, 500)}`);
    const { receipt, index } = JSON.parse(got.body);
    if (this.answer && this.answer.bytes !== got.body)
      throw new Error(`one form, two answers: ${this.answer.bytes} and ${got.body}`);
    this.answer = { receipt, index, bytes: got.body };
    return true;
  }
}

/** Each of the phones sends its form `times` at once, a few hundred phones together. @returns how many were answered */
export async function sendTogether(
  phones: readonly Phone[],
  times: number,
  port: number,
  agent: Agent,
): Promise<number> {
  let answered = 0;
  for (let from = 0; from < phones.length; from += 200) {
    const all = phones.slice(from, from + 200).flatMap((phone) => Array.from({ length: times }, () => phone));
    const done = await Promise.all(all.map((phone) => phone.sign(port, agent)));
    answered += done.filter(Boolean).length;
  }
  return answered;
}

function post(
  port: number,
  agent: Agent,
  path: string,
  body: string,
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const headers = {
      Host: `localhost:${port}`,
      Origin: `http://localhost:${port}`,
      Accept: 'application/json',
      'Content-Type': 'application/x-www-form-urlencoded',
      'Content-Length': Buffer.byteLength(body),
    };
    const sent = request({ host: '127.0.0.1', port, agent, path, method: 'POST', headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: text }));
      answer.on('error', reject);
    });
    sent.setTimeout(20_000, () => sent.destroy(new Error('no answer')));
    sent.on('error', reject);
    sent.end(body);
  });
}
