/** What a camera, a scanner or a hand gave at the door. */
export type Scanned =
  | { kind: 'slip'; code: string }
  /** A badge with a NIP or an NI PPPK. */
  | { kind: 'number'; digits: string }
  /** The rotating code of a site, which is for people's own phones. */
  | { kind: 'pass' }
  /** The code on a signed pact. */
  | { kind: 'pact' }
  /** No code of ours; a name perhaps. */
  | { kind: 'text'; text: string };

const LONGEST = 800;

/** Reads the address of a slip or its code alone, in any case, as printed or as typed. */
export function readScanned(given: string): Scanned {
  const text = given.slice(0, LONGEST).trim();
  const path = /^(?:https?:\/\/)?[^/\s?#]*(\/[^?#]*)/i.exec(text)?.[1];
  if (path !== undefined) return readPath(path, text);
  const digits = text.replace(/[\s.-]/g, '');
  if (/^\d{18}$/.test(digits)) return { kind: 'number', digits };
  return isCode(text) ? { kind: 'slip', code: text } : { kind: 'text', text };
}

function readPath(path: string, text: string): Scanned {
  const [, page, rest = ''] = /^\/(s|h|q|v)\/(.+)$/i.exec(path) ?? [];
  const letters = rest.replace(/\/.*$/, '').replace(/%20|[\s-]/g, '');
  switch (page?.toLowerCase()) {
    case 's':
      return /^[0-9A-Za-z]{12}$/.test(letters) ? { kind: 'slip', code: letters } : { kind: 'text', text };
    case 'h':
      return { kind: 'pass' };
    case 'q':
    case 'v':
      return { kind: 'pact' };
    default:
      return { kind: 'text', text };
  }
}

/** Twelve together or in fours. With spaces one must be a digit: "Rini Dewi Sari" is a name. */
function isCode(text: string): boolean {
  if (/^[0-9A-Z]{12}$/i.test(text) || /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/i.test(text)) return true;
  return /^[0-9A-Z]{4}[ -][0-9A-Z]{4}[ -][0-9A-Z]{4}$/i.test(text) && /\d/.test(text);
}
