import { SaxesParser } from 'saxes';
import { FileProblem } from './problem.ts';

/** Element names come without their prefix. Attributes keep theirs, since `r:id` and `id` differ. */
export type XmlHandlers = {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
  /** Asked after each chunk; true ends the scan early and quietly. */
  done?(): boolean;
};

const MAX_DEPTH = 64;
/** A cell may hold 32,767 characters; a stretch this long without any tag is an attack, not a sheet. */
const MAX_SILENCE_CHARS = 2 * 1024 * 1024;

/**
 * Streams XML through handlers. A DOCTYPE is refused at once (`file.xml-dtd`), so neither external entities
 * nor entity expansion can begin; anything not well formed or not UTF-8 is `file.damaged`.
 */
export async function scanXml(
  chunks: AsyncIterable<Uint8Array>,
  part: string,
  handlers: XmlHandlers,
): Promise<void> {
  const parser = new SaxesParser({ position: false });
  let depth = 0;
  let silence = 0;
  parser.on('doctype', () => {
    throw new FileProblem('file.xml-dtd', { part });
  });
  parser.on('error', () => {
    throw new FileProblem('file.damaged', { part });
  });
  parser.on('opentag', (tag) => {
    silence = 0;
    if (++depth > MAX_DEPTH) throw new FileProblem('file.damaged', { part });
    handlers.open?.(localName(tag.name), tag.attributes as Record<string, string>);
  });
  parser.on('closetag', (tag) => {
    silence = 0;
    depth--;
    handlers.close?.(localName(tag.name));
  });
  if (handlers.text) parser.on('text', handlers.text);
  if (handlers.text) parser.on('cdata', handlers.text);
  for await (const text of decodeUtf8(chunks, part)) {
    silence += text.length;
    parser.write(text);
    if (silence > MAX_SILENCE_CHARS) throw new FileProblem('file.damaged', { part });
    if (handlers.done?.()) return;
  }
  parser.close();
}

async function* decodeUtf8(chunks: AsyncIterable<Uint8Array>, part: string) {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (chunk?: Uint8Array) => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    } catch {
      throw new FileProblem('file.damaged', { part });
    }
  };
  for await (const chunk of chunks) yield decode(chunk);
  yield decode();
}

function localName(name: string) {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
