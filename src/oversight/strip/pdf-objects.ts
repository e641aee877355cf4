/** Where something stands in the file. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface PdfObject {
  readonly number: number;
  /** Its dictionary or value, without its stream. */
  readonly body: Span;
  readonly stream: Span | null;
}

export interface PdfParts {
  readonly objects: readonly PdfObject[];
  /** Trailers, tables of places, comments. */
  readonly between: readonly Span[];
}

const OBJECT = /(\d{1,10})[ \t\r\n]{1,4}\d{1,5}[ \t\r\n]{1,4}obj/g;
const MOST_OBJECTS = 500_000;

/** Every object as it stands, those of older revisions too, whatever the tables of places say; null: too many. */
export function partsOf(text: string): PdfParts | null {
  const objects: PdfObject[] = [];
  const between: Span[] = [];
  let at = 0;
  OBJECT.lastIndex = 0;
  for (let head = OBJECT.exec(text); head; head = OBJECT.exec(text)) {
    const from = head.index + head[0].length;
    between.push({ from: at, to: head.index });
    const object = objectAt(text, Number(head[1]), from);
    objects.push(object);
    at = object.stream?.to ?? object.body.to;
    OBJECT.lastIndex = at;
    if (objects.length > MOST_OBJECTS) return null;
  }
  between.push({ from: at, to: text.length });
  return { objects, between };
}

function objectAt(text: string, number: number, from: number): PdfObject {
  const end = bodyEnd(text, from);
  const body = { from, to: end };
  if (!text.startsWith('stream', end)) return { number, body, stream: null };
  let start = end + 6;
  if (text[start] === '\r') start += 1;
  if (text[start] === '\n') start += 1;
  return { number, body, stream: { from: start, to: streamEnd(text, body, start) } };
}

/** By its own length where `endstream` follows there, else by the next `endstream`. */
function streamEnd(text: string, body: Span, start: number): number {
  const said = /\/Length[ \t\r\n]{0,4}(\d{1,10})(?![ \t\r\n]{1,4}\d{1,5}[ \t\r\n]{1,4}R)/.exec(
    text.slice(body.from, Math.min(body.to, body.from + 20_000)),
  );
  const end = start + Number(said?.[1] ?? 0);
  if (said && /^\s{0,2}endstream/.test(text.slice(end, end + 11))) return end;
  const next = text.indexOf('endstream', start);
  return next < 0 ? text.length : next;
}

function bodyEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === '(') at = literalEnd(text, at) - 1;
    else if (letter === '%') at = lineEnd(text, at);
    else if (letter === 'e' && text.startsWith('endobj', at)) return at;
    else if (letter === 's' && text.startsWith('stream', at) && !isLetter(text[at - 1])) return at;
  }
  return text.length;
}

export interface PdfString extends Span {
  /** The name in front of it, without its slash. */
  readonly key: string;
  readonly hex: boolean;
}

/** Strings of a dictionary, each with the last name before it. */
export function* stringsIn(text: string, span: Span): Generator<PdfString> {
  let key = '';
  for (let at = span.from; at < span.to; at += 1) {
    const letter = text[at];
    if (letter === '(') {
      const to = Math.min(literalEnd(text, at), span.to);
      yield { from: at, to, key, hex: false };
      at = to - 1;
    } else if (letter === '<' && text[at + 1] === '<') at += 1;
    else if (letter === '<') {
      const close = text.indexOf('>', at);
      const to = close < 0 || close >= span.to ? span.to : close + 1;
      yield { from: at, to, key, hex: true };
      at = to - 1;
    } else if (letter === '%') at = lineEnd(text, at);
    else if (letter === '/') {
      let end = at + 1;
      while (end < span.to && /[^\s/<>[\](){}%]/.test(text[end] as string)) end += 1;
      key = text.slice(at + 1, end);
      at = end - 1;
    }
  }
}

/** Behind the bracket that closes it; brackets nest, and a backslash takes the next character with it. */
function literalEnd(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === '\\') at += 1;
    else if (letter === '(') depth += 1;
    else if (letter === ')') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return text.length;
}

function lineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) if (text[at] === '\n' || text[at] === '\r') return at;
  return text.length;
}

function isLetter(letter: string | undefined): boolean {
  return letter !== undefined && /[A-Za-z/]/.test(letter);
}
