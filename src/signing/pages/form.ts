import { randomBytes } from 'node:crypto';
import type { TextVersion } from '../../campaigns/index.ts';
import { field } from '../../platform/http/form.ts';
import type { Ctx } from '../../platform/http/visit.ts';
import { refusalText } from '../../platform/i18n.ts';
import type { Refusal } from '../../platform/refusal.ts';
import { readDrawing, type Submission } from '../sign.ts';

/** What a signing form sent, as far as it can be read; every field may be missing or hostile. */
export interface SentForm {
  key: string;
  textDigest: string;
  typedName: string;
  lastFour: string;
  ticked: number[];
  drawing: string | null;
  /** The answer of a passkey; empty where none was used. */
  passkey: string;
  /** What was typed as the code from an e-mail; null where the form did not ask for one. */
  otp: string | null;
  /** What the person's phone signed, which had kept this without network; null where it was sent at once. */
  offline: string | null;
}

export async function readForm(c: Ctx): Promise<SentForm> {
  // A body that cannot be read is a form with nothing in it.
  const body = await fieldsOf(c).catch((): Record<string, unknown> => ({}));
  const text = (name: string) => field(body, name);
  const key = text('key');
  return {
    key: /^[\w-]{16,64}$/.test(key) ? key : newKey(),
    textDigest: text('digest'),
    typedName: text('typedName').slice(0, 200),
    lastFour: text('lastFour').trim(),
    ticked: [body.point ?? []]
      .flat()
      .flatMap((value) => (/^\d{1,2}$/.test(String(value)) ? [Number(value)] : [])),
    drawing: readDrawing(text('drawing')),
    passkey: text('passkey'),
    otp: body.otp === undefined ? null : text('otp'),
    offline: body.offline === undefined ? null : text('offline').slice(0, 2000),
  };
}

/** Every field with its one value or its list. A plain form is read without a detour over files and streams. */
async function fieldsOf(c: Ctx): Promise<Record<string, unknown>> {
  const [type] = (c.req.header('content-type') ?? '').toLowerCase().split(';');
  if (type?.trim() !== 'application/x-www-form-urlencoded') return c.req.parseBody({ all: true });
  return collected(new URLSearchParams(await c.req.text()));
}

/** In one pass. Attacker: a form of hundreds of thousands of names, each of which would be looked for in all. */
function collected(sent: Iterable<[string, string]>): Record<string, unknown> {
  const values = new Map<string, string[]>();
  for (const [name, value] of sent) {
    const known = values.get(name);
    if (known) known.push(value);
    else values.set(name, [value]);
  }
  return Object.fromEntries([...values].map(([name, all]) => [name, all.length === 1 ? all[0] : all]));
}

/** What the form shows again. Ticks count for the text they stood under: under another they are gone. */
export function valuesOf(sent: SentForm | undefined, pact: TextVersion) {
  const ticked = sent && sent.textDigest === pact.digest ? sent.ticked : [];
  return { typedName: sent?.typedName ?? '', ticked, lastFour: '' };
}

export function newKey(): string {
  return randomBytes(16).toString('base64url');
}

export function submission(
  form: SentForm,
  method: Submission['method'],
  ceremony: Submission['ceremony'] = null,
): Submission {
  const { key, textDigest, typedName, ticked, drawing } = form;
  return { key, textDigest, typedName, ticked, drawing, method, ceremony };
}

const FIELD_OF: Record<string, string> = {
  'signing.textChanged': '',
  'signing.nameDiffers': 'typedName',
  'signing.pointsUnread': 'points',
  'signing.digitsDiffer': 'lastFour',
  'signing.passkeyRefused': '',
  'signing.passkeyGone': '',
  'signing.passkeyCopied': '',
  'signing.wayOff': '',
  'signing.codeMissing': 'otp',
  'signing.codeWrong': 'otp',
  'signing.codeOver': 'otp',
  // The page then shows the check instead of the form.
  'signing.checkFirst': '',
};

/** A refusal that the same form can mend, as its field errors; null where the form cannot help. */
export function formErrors(c: Ctx, refusal: Refusal): Record<string, string> | null {
  const field = FIELD_OF[refusal.code];
  if (field === undefined) return null;
  return { [field]: refusalText(c.get('visit').lang, refusal) };
}
