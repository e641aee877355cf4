import { fromUtf8 } from './bytes.ts';
import { FILE_PART, MAX_FILE } from './file.ts';

/** What is sealed, as JSON in UTF-8. Nothing of it is ever seen by the server on the way with script. */

export interface FileNote {
  id: string;
  /** As the reporter's device called it, or a plain one where its metadata was removed. */
  name: string;
  type: string;
  length: number;
  parts: number;
  /** base64url of 32 bytes. */
  key: string;
  /** Whether what the file says of its maker was removed before it was sealed. */
  stripped: boolean;
}

/** The first message of a case: what, who, when, where, how known. All but `what` may be empty. */
export interface ReportText {
  format: 'ikrar/report/v1';
  what: string;
  who: { name: string; post: string; unit: string };
  /** A day, or what is known of it in words. */
  when: string;
  where: string;
  how: string;
  /** The topic of the guide that the reporter came from. */
  topic?: string;
  files: FileNote[];
}

export interface MessageText {
  format: 'ikrar/message/v1';
  text: string;
  files: FileNote[];
}

/** Who the reporter is: sealed to custodians alone, or in the dialogue where they gave their name to all. */
export interface IdentityText {
  format: 'ikrar/identity/v1';
  name: string;
  contact: string;
}

export type Contents = ReportText | MessageText | IdentityText;

const MOST_NOTES = 20;
const LONGEST_NAME = 200;

/**
 * What was opened, in its own shape. Attacker: whoever seals bytes of any kind to a case, so that the page of those who
 * open it breaks, or shows a file under a name that turns its ending around. @returns null for what is none of these
 */
export function contentsIn(bytes: Uint8Array): Contents | null {
  const value = parsed(bytes);
  if (!isObject(value)) return null;
  const { format } = value;
  if (format === 'ikrar/identity/v1') return { format, name: text(value.name), contact: text(value.contact) };
  if (format === 'ikrar/message/v1') return { format, text: text(value.text), files: notesIn(value.files) };
  if (format !== 'ikrar/report/v1') return null;
  const who = isObject(value.who) ? value.who : {};
  return {
    ...{
      format,
      what: text(value.what),
      when: text(value.when),
      where: text(value.where),
      how: text(value.how),
    },
    who: { name: text(who.name), post: text(who.post), unit: text(who.unit) },
    ...(typeof value.topic === 'string' ? { topic: value.topic } : {}),
    files: notesIn(value.files),
  };
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(fromUtf8(bytes));
  } catch {
    return null;
  }
}

function notesIn(value: unknown): FileNote[] {
  return (Array.isArray(value) ? value : []).filter(isNote).slice(0, MOST_NOTES).map(noteOf);
}

function isNote(value: unknown): value is FileNote {
  if (!isObject(value)) return false;
  const { id, key, length, parts } = value;
  return (
    /^[0-9a-hjkmnp-tv-z]{16}$/.test(text(id)) &&
    /^[\w-]{43}$/.test(text(key)) &&
    Number.isInteger(length) &&
    (length as number) >= 0 &&
    (length as number) <= MAX_FILE &&
    parts === Math.max(1, Math.ceil((length as number) / FILE_PART))
  );
}

/** Marks that turn the direction of reading, and all that nobody sees, are no part of a name. */
function noteOf({ id, name, type, length, parts, key, stripped }: FileNote): FileNote {
  const plain = text(name)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\]/gu, '')
    .slice(-LONGEST_NAME);
  return {
    id,
    name: plain || id,
    type: text(type).slice(0, 120),
    length,
    parts,
    key,
    stripped: stripped === true,
  };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
