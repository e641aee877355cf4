/** What a delivery status notification (RFC 3464) says of one of our messages. */
export interface Report {
  /** From our Message-ID. */
  token: string;
  /** False: only delayed, relayed or delivered. */
  failed: boolean;
  /** RFC 3463, such as 5.1.1; null where it names none. */
  status: string | null;
}

/** Looked at in all; what lies behind is the returned text, which nobody needs. */
const MOST_BYTES = 512 * 1024;
const MOST_PARTS = 8;
const MOST_RECIPIENTS = 20;

/**
 * Reads one message as it arrived in the mailbox for returns; null where it is no report, or about no message of ours.
 * Attacker: anybody can write to that mailbox. It is bounded, each character is looked at a fixed number of times, and
 * nothing counts but a token that only a recipient of ours can know.
 */
export function readReport(source: Uint8Array): Report | null {
  const text = Buffer.from(source.subarray(0, MOST_BYTES)).toString('latin1').replaceAll('\r\n', '\n');
  const whole = split(text);
  const { type, params } = contentType(whole.headers);
  if (type !== 'multipart/report' || params.get('report-type')?.toLowerCase() !== 'delivery-status')
    return null;
  const parts = partsOf(whole.body, params.get('boundary') ?? '');
  const status = parts.find((part) => /^message\/(global-)?delivery-status$/.test(part.type));
  const returned = parts.find((part) =>
    /^(message\/(rfc822|global)|text\/rfc822-headers|message\/global-headers)$/.test(part.type),
  );
  if (!status || !returned) return null;
  const token = /^<ikrar-([0-9a-f]{32})@[^<>@\s]+>$/.exec(
    split(returned.body).headers.get('message-id') ?? '',
  )?.[1];
  return token ? { token, ...verdict(status.body) } : null;
}

interface Part {
  type: string;
  body: string;
}

function partsOf(body: string, boundary: string): Part[] {
  if (boundary === '' || boundary.length > 70) return [];
  const [, ...rest] = `\n${body}`.split(`\n--${boundary}`);
  const parts: Part[] = [];
  for (const piece of rest.slice(0, MOST_PARTS)) {
    if (piece.startsWith('--')) break;
    const lineEnd = piece.indexOf('\n');
    if (lineEnd < 0 || piece.slice(0, lineEnd).trim() !== '') continue;
    const { headers, body: inner } = split(piece.slice(lineEnd + 1));
    parts.push({ type: contentType(headers).type, body: decoded(inner, headers) });
  }
  return parts;
}

function verdict(body: string): { failed: boolean; status: string | null } {
  const [, ...recipients] = body.replace(/^\n+/, '').split(/\n[ \t]*\n/);
  const read = recipients.slice(0, MOST_RECIPIENTS).map((group) => split(`${group}\n\n`).headers);
  const failing = read.find((fields) => fields.get('action')?.toLowerCase().startsWith('failed'));
  const status = /^([245]\.\d{1,3}\.\d{1,3})\b/.exec((failing ?? read[0])?.get('status') ?? '')?.[1] ?? null;
  return { failed: failing !== undefined, status };
}

type Headers = ReadonlyMap<string, string>;

/** Fields of a header by lower-case name, folded lines joined; the first of a name counts. */
function split(text: string): { headers: Headers; body: string } {
  const end = text.startsWith('\n') ? 0 : text.indexOf('\n\n');
  const head = end < 0 ? text : text.slice(0, end);
  const headers = new Map<string, string>();
  for (const line of head.replace(/\n(?=[ \t])/g, '').split('\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    if (/^[a-z0-9-]{1,80}$/.test(name) && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return { headers, body: end < 0 ? '' : text.slice(end).replace(/^\n{1,2}/, '') };
}

/** RFC 2045 §5.1; text/plain where there is none. */
function contentType(headers: Headers): { type: string; params: Headers } {
  const field = (headers.get('content-type') ?? 'text/plain').slice(0, 2000);
  const params = new Map<string, string>();
  for (const [, name = '', quoted, bare] of field.matchAll(
    /;[ \t]*([a-zA-Z-]{1,40})=(?:"([^"]*)"|([^\s;"]+))/g,
  ))
    params.set(name.toLowerCase(), quoted ?? bare ?? '');
  return { type: (field.split(';')[0] ?? '').trim().toLowerCase(), params };
}

function decoded(body: string, headers: Headers): string {
  const how = headers.get('content-transfer-encoding')?.toLowerCase();
  if (how === 'base64') return Buffer.from(body, 'base64').toString('latin1').replaceAll('\r\n', '\n');
  if (how !== 'quoted-printable') return body;
  const joined = body.replace(/=[ \t]*\n/g, '');
  return joined.replace(/=([0-9A-F]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
