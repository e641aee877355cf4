import { randomBytes } from 'node:crypto';
import type { TextVersion } from '../../campaigns/index.ts';
import type { Ctx } from '../../platform/http/visit.ts';
import { messageOf } from '../../platform/i18n.ts';
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
}

export async function readForm(c: Ctx): Promise<SentForm> {
  // A body that cannot be read is a form with nothing in it.
  const body = await c.req.parseBody({ all: true }).catch((): Record<string, unknown> => ({}));
  const text = (name: string) => (typeof body[name] === 'string' ? (body[name] as string) : '');
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
  };
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
  'signing.nameDiffers': 'typedName',
  'signing.pointsUnread': 'points',
  'signing.digitsDiffer': 'lastFour',
};

/** A refusal that the same form can mend, as its field errors; null where the form cannot help. */
export function formErrors(c: Ctx, refusal: Refusal): Record<string, string> | null {
  const field = refusal.code === 'signing.textChanged' ? '' : FIELD_OF[refusal.code];
  if (field === undefined) return null;
  return { [field]: messageOf(c.get('visit').lang, refusal.code, refusal.params) ?? refusal.code };
}
