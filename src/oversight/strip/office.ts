import { utf8 } from '../seal/bytes.ts';
import { stripPicture } from './picture.ts';
import { type Cleaned, type Left, type Removed, StripError } from './stripped.ts';
import { changed, emptied, setAttributes, withoutElements } from './xml.ts';
import { packed } from './zip.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/';
const EMPTY: Readonly<Record<string, string>> = {
  'docProps/core.xml': `${XML}<cp:coreProperties xmlns:cp="${OFFICE}package/2006/metadata/core-properties"/>`,
  'docProps/app.xml': `${XML}<Properties xmlns="${OFFICE}officeDocument/2006/extended-properties"/>`,
  'docProps/custom.xml': `${XML}<Properties xmlns="${OFFICE}officeDocument/2006/custom-properties"/>`,
};
/** Whole parts that tell of a maker and are not needed to show the document, with what they are called here. */
const DROPPED: readonly (readonly [RegExp, Removed])[] = [
  [/^docProps\/thumbnail/i, 'thumbnail'],
  [/^docMetadata\/|^customXml\//, 'author'],
  [/\/printerSettings\//, 'other'],
  [/^_xmlsignatures\//, 'author'],
  [/^ppt\/(changesInfos\/|revisionInfo\.xml)/, 'author'],
];
const LEFT: readonly (readonly [RegExp, Left])[] = [
  [/\/(embeddings|activeX|externalLinks)\/|afchunk/i, 'attachments'],
  [/vbaProject|macrosheets/i, 'macros'],
  [/^xl\/revisions\//, 'revisions'],
];

/** Word, Excel, PowerPoint (ECMA-376): the same document without who wrote, changed and printed it where. */
export function stripOffice(parts: ReadonlyMap<string, Uint8Array>): Cleaned {
  const [removed, left] = [new Set<Removed>(), new Set<Left>()];
  const kept = new Map<string, Uint8Array>();
  const dropped: string[] = [];
  for (const [name, bytes] of parts) {
    const reason = DROPPED.find(([sign]) => sign.test(name))?.[1];
    for (const [sign, why] of LEFT) if (sign.test(name)) left.add(why);
    if (reason) {
      removed.add(reason);
      dropped.push(name);
    } else if (Object.hasOwn(EMPTY, name)) {
      removed.add('author').add('time');
      kept.set(name, utf8(EMPTY[name] as string));
    } else kept.set(name, partOf(name, bytes, removed, left));
  }
  for (const [name, bytes] of kept)
    if (name.endsWith('.rels') || name === '[Content_Types].xml')
      kept.set(
        name,
        changed(bytes, (text) => withoutParts(text, dropped)),
      );
  return { bytes: packed(kept), removed, left };
}

function partOf(name: string, bytes: Uint8Array, removed: Set<Removed>, left: Set<Left>): Uint8Array {
  if (/\/media\//.test(name)) return stripMedia(bytes, removed, left);
  if (name.endsWith('.rels')) return changed(bytes, withoutPaths);
  if (!name.endsWith('.xml')) return bytes;
  return changed(bytes, (text) => {
    if (/<(?:\w+:)?(?:ins|del|moveFrom|moveTo)\s/.test(text) && name.startsWith('word/'))
      left.add('revisions');
    const cleaned = nameless(name, text);
    if (cleaned !== text) removed.add('author');
    return cleaned;
  });
}

export function stripMedia(bytes: Uint8Array, removed: Set<Removed>, left: Set<Left>): Uint8Array {
  try {
    const cleaned = stripPicture(bytes);
    if (!cleaned) {
      left.add('pictures');
      return bytes;
    }
    for (const one of cleaned.removed) removed.add(one);
    return cleaned.bytes;
  } catch (error) {
    if (!(error instanceof StripError)) throw error;
    left.add('pictures');
    return bytes;
  }
}

/** Numbers of editing sessions, which tell two files of one computer; names, initials, accounts and days of remarks. */
function nameless(name: string, text: string): string {
  let next = text;
  if (name.startsWith('word/')) {
    next = setAttributes(next, /^rsid\w*$/, null);
    next = setAttributes(next, /^(author|userId|initials|providerId)$/, '-');
    next = setAttributes(next, /^(date|dateUtc)$/, '2000-01-01T00:00:00Z');
    next = withoutElements(next, ['rsids', 'docId', 'attachedTemplate', 'mailMerge', 'dataBinding']);
  }
  if (name.startsWith('xl/')) {
    next = withoutElements(next, ['absPath', 'revisionPtr', 'fileSharing']);
    next = next.replace(/(<(?:\w+:)?pageSetup\s[^<>]*?)\s\w+:id="[^"]*"/g, '$1');
    if (/comments/i.test(name)) next = emptied(next, ['author']);
    if (/persons\//.test(name)) next = setAttributes(next, /^(displayName|userId|providerId)$/, '-');
    if (/threadedComments\//.test(name)) next = setAttributes(next, /^dT$/, '2000-01-01T00:00:00.00');
  }
  if (/^ppt\/(commentAuthors|authors)\.xml$/.test(name))
    next = setAttributes(next, /^(name|initials|userId|providerId)$/, '-');
  if (/^ppt\/comments\//.test(name)) next = setAttributes(next, /^(dt|created)$/, '2000-01-01T00:00:00');
  return next;
}

/** Templates and pictures that lie on the writer's disk or server, by their paths. */
function withoutPaths(text: string): string {
  return text.replace(/<(?:\w+:)?Relationship\s[^<>]*>/g, (tag) => {
    if (/relationships\/(attachedTemplate|mailMerge\w*|customXml)"/.test(tag)) return '';
    if (
      !/TargetMode\s*=\s*["']External/.test(tag) ||
      !/Target\s*=\s*["'](?:file:|\\\\|[A-Za-z]:|\/)/i.test(tag)
    )
      return tag;
    return setAttributes(tag, /^Target$/, 'about:blank');
  });
}

/** What pointed to a part that is gone. */
function withoutParts(text: string, dropped: readonly string[]): string {
  const endings = dropped.map((name) => name.split('/').slice(-2).join('/'));
  return text.replace(/<(?:\w+:)?(?:Relationship|Override)\s[^<>]*>/g, (tag) => {
    const target = /(?:Target|PartName)\s*=\s*["']([^"']*)["']/.exec(tag)?.[1] ?? '';
    return endings.some((ending) => target.endsWith(ending) || ending.endsWith(`/${target}`)) ? '' : tag;
  });
}
