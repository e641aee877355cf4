import { sendProved } from '../abuse/prove.ts';
import { sendFile } from '../channel/send-file.ts';
import { type FileKey, type ReporterKeys, toText } from '../seal/index.ts';
import { PAGE_BYTES } from './box-format.ts';
import { replySubject } from './reply-subject.ts';

/** Addresses, as the page names them. */
export interface Places {
  box: string;
  reply: string;
  file: string;
  puzzle: string;
}

/** All answers have one size, and the first one is all that is asked for by itself. */
export async function pageOf(places: Places, keys: ReporterKeys, page: number): Promise<Uint8Array> {
  const bytes = await asked(places, keys, { page });
  if (bytes.length !== PAGE_BYTES) throw new Error('size');
  return bytes;
}

export function partOf(places: Places, keys: ReporterKeys, file: string, part: number): Promise<Uint8Array> {
  return asked(places, keys, { file, part });
}

async function asked({ box, puzzle }: Places, keys: ReporterKeys, what: object): Promise<Uint8Array> {
  const lookup = toText(keys.lookup);
  const init = { method: 'POST', body: JSON.stringify({ lookup, ...what }), headers: JSON_BODY };
  const proving = { kind: 'box', channel: '-', subject: `box:${lookup}` } as const;
  const answer = await sendProved({ url: box, puzzles: puzzle, init }, proving);
  if (!answer.ok) throw new Error(String(answer.status));
  return new Uint8Array(await answer.arrayBuffer());
}

/** The same bytes again are the same message: an answer that got lost brings nothing twice. */
export async function sendMessage(
  { reply, puzzle }: Places,
  { agency, lookup }: { agency: string; lookup: Uint8Array },
  sealed: Uint8Array,
  files: readonly { id: string; parts: number }[],
): Promise<void> {
  const body = { act: 'write', lookup: toText(lookup), agency, sealed: toText(sealed), files };
  const init = { method: 'POST', body: JSON.stringify(body), headers: JSON_BODY };
  const subject = replySubject({ act: 'write', sealed });
  const proving = { kind: 'reply', channel: agency, subject } as const;
  await certain(() => sendProved({ url: reply, puzzles: puzzle, init }, proving));
}

export async function sendParts(
  { file, puzzle }: Places,
  { agency, case: caseId }: { agency: string; case: string },
  key: FileKey,
  blob: Blob,
): Promise<void> {
  const to = { url: file.replace(':agency', agency), puzzles: puzzle, agency, caseId };
  await sendFile(to, key, blob, certain);
}

export async function sendForget({ reply, puzzle }: Places, lookup: Uint8Array): Promise<void> {
  const init = {
    method: 'POST',
    body: JSON.stringify({ act: 'forget', lookup: toText(lookup) }),
    headers: JSON_BODY,
  };
  const proving = { kind: 'box', channel: '-', subject: replySubject({ act: 'forget', lookup }) } as const;
  await certain(() => sendProved({ url: reply, puzzles: puzzle, init }, proving));
}

const JSON_BODY = { 'Content-Type': 'application/json' };

/** Three tries where the network breaks; anything but success is told. */
async function certain(send: () => Promise<Response>): Promise<Response> {
  for (let tries = 1; ; tries += 1) {
    const answer = await send().catch(() => null);
    if (answer?.ok) return answer;
    if (tries >= 3 || (answer && answer.status < 500)) throw new Error(String(answer?.status));
    await new Promise((resolve) => setTimeout(resolve, 2000 * tries));
  }
}
