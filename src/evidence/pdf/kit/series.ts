import { createHash, type Hash } from 'node:crypto';
import type { Block } from './block.ts';
import { embedFont, OBJECTS_PER_FONT } from './embed-font.ts';
import { FONTS, RESOURCE } from './face.ts';
import type { Photo } from './jpeg.ts';
import { addObject, addStream, type Objects, putBytes, startObjects, taken } from './objects.ts';
import { nameObject, num, reference, textString } from './syntax.ts';

/** An embedded file: `relationship` is its /AFRelationship (ISO 32000-2, 7.11.3). */
export interface AttachmentKind {
  readonly name: string;
  readonly type: string;
  readonly relationship: 'Source' | 'Data' | 'Supplement';
}

export interface SeriesPlan {
  /** Blocks common to every document of the series; each becomes a form XObject. */
  readonly shared: readonly Block[];
  readonly attachments: readonly AttachmentKind[];
  readonly signed: boolean;
  readonly language: 'id' | 'en';
  /** Each becomes a picture by the name that `photoName` gives it. */
  readonly photos?: readonly Photo[];
}

/**
 * The beginning that all documents of a series share, byte for byte: catalogue, fonts, forms. It stands first in
 * every file, so a batch hashes it once and copies the hash. Object numbers of what follows are fixed here.
 */
export interface Series {
  readonly plan: SeriesPlan;
  readonly bytes: Buffer;
  /** The cross-reference lines of its objects, which are the first ones of every document. */
  readonly lines: string;
  /** SHA-256 over `bytes`; copy before use. */
  readonly hash: Hash;
  readonly names: ReadonlyMap<Block, string>;
  readonly numbers: Numbers;
  /** What the dictionary of each attachment's stream begins with. */
  readonly attachmentKinds: readonly string[];
}

export interface Numbers {
  readonly resources: number;
  readonly widget: number;
  readonly signature: number;
  readonly pages: number;
  readonly info: number;
  readonly firstAttachment: number;
  readonly firstPage: number;
}

const HEADER = Buffer.from('%PDF-1.7\n%\xE2\xE3\xCF\xD3\n', 'latin1');
const TAGS = { regular: 'IKRARA', bold: 'IKRARB' } as const;
const CATALOG = 1;
const REGULAR = 2;
const BOLD = REGULAR + OBJECTS_PER_FONT;
const FONT_RESOURCES = BOLD + OBJECTS_PER_FONT;
const RESOURCES = FONT_RESOURCES + 1;
const WIDGET = RESOURCES + 1;
const FIRST_FREE = WIDGET + 1;

export function compileSeries(plan: SeriesPlan): Series {
  const specifications = FIRST_FREE;
  const forms = specifications + plan.attachments.length;
  const { photos = [] } = plan;
  const firstPhoto = forms + plan.shared.length;
  const numbers = assignNumbers(firstPhoto + photos.length, plan.attachments.length);
  const names = new Map(plan.shared.map((block, at) => [block, `B${at + 1}`]));
  const objects = startObjects(0);
  putBytes(objects, HEADER);
  addObject(objects, CATALOG, catalog(plan, numbers, specifications));
  embedFont(objects, REGULAR, FONTS.regular, TAGS.regular);
  embedFont(objects, BOLD, FONTS.bold, TAGS.bold);
  const faces = `/${RESOURCE.regular} ${reference(REGULAR)} /${RESOURCE.bold} ${reference(BOLD)}`;
  addObject(objects, FONT_RESOURCES, `<< ${faces} >>`);
  addObject(objects, RESOURCES, resources(plan, forms, firstPhoto));
  addObject(objects, WIDGET, widget(plan, numbers));
  plan.attachments.forEach((kind, at) => {
    addObject(objects, specifications + at, specification(kind, numbers.firstAttachment + at));
  });
  plan.shared.forEach((block, at) => {
    addForm(objects, forms + at, block);
  });
  photos.forEach((photo, at) => {
    addPhoto(objects, firstPhoto + at, photo);
  });
  const bytes = taken(objects);
  const lines = crossReferences(objects.offsets, 1, numbers.signature);
  const attachmentKinds = plan.attachments.map(
    ({ type }) => `/Type /EmbeddedFile /Subtype ${nameObject(type)}`,
  );
  const hash = createHash('sha256').update(bytes);
  return { plan, bytes, lines, hash, names, numbers, attachmentKinds };
}

function assignNumbers(next: number, attachments: number): Numbers {
  const firstAttachment = next + 3;
  return {
    resources: RESOURCES,
    widget: WIDGET,
    signature: next,
    pages: next + 1,
    info: next + 2,
    firstAttachment,
    firstPage: firstAttachment + attachments,
  };
}

/** ESIC level 2 announces `ETSI.CAdES.detached` in a 1.7 file (ETSI EN 319 142-1, 6.1). */
function catalog(plan: SeriesPlan, numbers: Numbers, specifications: number): string {
  const entries = ['/Type /Catalog', `/Pages ${reference(numbers.pages)}`];
  entries.push(
    `/Lang (${plan.language === 'id' ? 'id-ID' : 'en-GB'})`,
    '/ViewerPreferences << /DisplayDocTitle true >>',
  );
  if (plan.signed) {
    entries.push('/Extensions << /ESIC << /BaseVersion /1.7 /ExtensionLevel 2 >> >>');
    entries.push(`/AcroForm << /Fields [${reference(WIDGET)}] /SigFlags 3 >>`);
  }
  if (plan.attachments.length > 0) {
    const files = plan.attachments.map(({ name }, at) => ({ name, file: reference(specifications + at) }));
    const tree = files.map(({ name, file }) => `${textString(name)} ${file}`).join(' ');
    entries.push(`/Names << /EmbeddedFiles << /Names [${tree}] >> >>`);
    entries.push(`/AF [${files.map(({ file }) => file).join(' ')}]`);
  }
  return `<< ${entries.join(' ')} >>`;
}

function resources({ shared, photos = [] }: SeriesPlan, firstForm: number, firstPhoto: number): string {
  const objects = [
    ...shared.map((_, at) => `/B${at + 1} ${reference(firstForm + at)}`),
    ...photos.map((_, at) => `/${photoName(at)} ${reference(firstPhoto + at)}`),
  ];
  return `<< /Font ${reference(FONT_RESOURCES)} /XObject << ${objects.join(' ')} >> >>`;
}

/** Of the photo at this place of the plan, in the marks of a page. */
export function photoName(at: number): string {
  return `P${at + 1}`;
}

/** An invisible signature field (print, locked); a document without signature keeps the number, empty. */
function widget(plan: SeriesPlan, numbers: Numbers): string {
  if (!plan.signed) return 'null';
  const field = `/FT /Sig /T (Segel) /V ${reference(numbers.signature)}`;
  return `<< /Type /Annot /Subtype /Widget ${field} /Rect [0 0 0 0] /F 132 /P ${reference(numbers.firstPage)} >>`;
}

function specification(kind: AttachmentKind, stream: number): string {
  const name = textString(kind.name);
  const file = `/EF << /F ${reference(stream)} /UF ${reference(stream)} >>`;
  return `<< /Type /Filespec /F ${name} /UF ${name} /AFRelationship ${nameObject(kind.relationship)} ${file} >>`;
}

/** Lines of twenty bytes for the objects from `first` to before `end` (ISO 32000-1, 7.5.4). */
export function crossReferences(offsets: readonly number[], first: number, end: number): string {
  let lines = '';
  for (let number = first; number < end; number++) {
    const offset = offsets[number];
    if (offset === undefined) throw new Error(`object ${number} was never written`);
    lines += `${tenDigits(offset)} 00000 n \n`;
  }
  return lines;
}

/** Sums of numbers are quicker than paddings of strings. */
export function tenDigits(value: number): string {
  return String(10_000_000_000 + value).slice(1);
}

/** The box is generous on purpose: marks may hang into margins. */
function addForm(to: Objects, number: number, block: Block): void {
  const box = `/BBox [-100 ${num(-block.height - 20)} 600 20]`;
  const entries = `/Type /XObject /Subtype /Form ${box} /Resources << /Font ${reference(FONT_RESOURCES)} >>`;
  addStream(to, number, entries, block.operators);
}

/** The file as it was given: whoever takes it out again has the very bytes whose digest is in the record. */
function addPhoto(to: Objects, number: number, { bytes, width, height, components }: Photo): void {
  const space = components === 1 ? '/DeviceGray' : '/DeviceRGB';
  const size = `/Width ${width} /Height ${height} /ColorSpace ${space} /BitsPerComponent 8`;
  addStream(to, number, `/Type /XObject /Subtype /Image ${size} /Filter /DCTDecode`, bytes);
}
