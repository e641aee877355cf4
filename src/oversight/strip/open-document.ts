import { utf8 } from '../seal/bytes.ts';
import { stripMedia } from './office.ts';
import type { Cleaned, Left, Removed } from './stripped.ts';
import { changed, emptied, setAttributes } from './xml.ts';
import { packed } from './zip.ts';

const NAMESPACE = 'urn:oasis:names:tc:opendocument:xmlns:office:1.0';
const EMPTY_META = `<?xml version="1.0" encoding="UTF-8"?>\n<office:document-meta xmlns:office="${NAMESPACE}" office:version="1.2"><office:meta/></office:document-meta>`;
const DROPPED = /^(Thumbnails\/|META-INF\/\w*signatures\.xml$|layout-cache$|Versions\/|VersionList\.xml$)/;

/** Text, sheets, slides of OpenDocument (ISO/IEC 26300). */
export function stripOpenDocument(parts: ReadonlyMap<string, Uint8Array>): Cleaned {
  const [removed, left] = [new Set<Removed>(), new Set<Left>()];
  const kept = new Map<string, Uint8Array>();
  const dropped: string[] = [];
  for (const [name, bytes] of parts) {
    if (DROPPED.test(name)) {
      removed.add(name.startsWith('Thumbnails/') ? 'thumbnail' : 'author');
      dropped.push(name);
    } else if (/(^|\/)meta\.xml$/.test(name)) {
      removed.add('author').add('time');
      kept.set(name, utf8(EMPTY_META));
    } else kept.set(name, partOf(name, bytes, removed, left));
  }
  const manifest = kept.get('META-INF/manifest.xml');
  if (manifest)
    kept.set(
      'META-INF/manifest.xml',
      changed(manifest, (text) => withoutEntries(text, dropped)),
    );
  return { bytes: packed(kept), removed, left };
}

function partOf(name: string, bytes: Uint8Array, removed: Set<Removed>, left: Set<Left>): Uint8Array {
  if (/^(Pictures|media)\//.test(name)) return stripMedia(bytes, removed, left);
  if (/^(Basic|Scripts)\//.test(name)) left.add('macros');
  if (/^Obj/.test(name)) left.add('attachments');
  if (!/(^|\/)(content|styles|settings)\.xml$/.test(name)) return bytes;
  return changed(bytes, (text) => {
    if (/<text:(tracked-changes|change-start)|<table:tracked-changes/.test(text)) left.add('revisions');
    const cleaned = nameless(text);
    if (cleaned !== text) removed.add('author');
    return cleaned;
  });
}

function nameless(text: string): string {
  const names = emptied(text, [
    'creator',
    'creator-initials',
    'sender-initials',
    'initials',
    'author-name',
    'author-initials',
  ]);
  const undated = names.replace(/(<dc:date>)[^<]*(<\/dc:date>)/g, '$12000-01-01T00:00:00$2');
  return withoutSettings(setAttributes(undated, /^(rsid|paragraph-rsid)$/, null));
}

/** Printers by name, and the numbers of editing sessions. */
function withoutSettings(text: string): string {
  return text.replace(
    /<config:config-item config:name="(?:Printer\w*|Rsid\w*|CurrentDatabase\w*)"[^<>]*>[^<]*<\/config:config-item>/g,
    '',
  );
}

function withoutEntries(text: string, dropped: readonly string[]): string {
  const gone = new Set(dropped);
  return text.replace(/<manifest:file-entry\s[^<>]*>/g, (tag) =>
    gone.has(/manifest:full-path="([^"]*)"/.exec(tag)?.[1] ?? '') ? '' : tag,
  );
}
