import { FileProblem } from './problem.ts';
import { isDateFormat } from './xlsx-dates.ts';
import { unescapeCellText } from './xlsx-text.ts';
import { scanXml } from './xml-scan.ts';
import type { ZipArchive } from './zip-read.ts';

export type Workbook = {
  sheets: { name: string; hidden: boolean; part: string }[];
  epoch1904: boolean;
  stringsPart: string | null;
  stylesPart: string | null;
};

/** Lists and styles are small in any real workbook; only strings and sheets may be large. */
const LIST_BYTES = 16 * 1024 * 1024;
const MAX_STRINGS = 4_000_000;

type Relation = { id: string; type: string; target: string };

/** Follows `_rels/.rels` to the workbook and its relations to the sheets. External targets are never followed. */
export async function readWorkbook(zip: ZipArchive): Promise<Workbook> {
  const root = await readRelations(zip, '');
  const path = root.find((relation) => relation.type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const relations = await readRelations(zip, path);
  const byId = new Map(relations.map((relation) => [relation.id, relation]));
  const book: Workbook = { sheets: [], epoch1904: false, stringsPart: null, stylesPart: null };
  book.stringsPart = relations.find((relation) => relation.type === 'sharedStrings')?.target ?? null;
  book.stylesPart = relations.find((relation) => relation.type === 'styles')?.target ?? null;
  await scanXml(zip.open(path, LIST_BYTES), path, {
    open(name, attributes) {
      if (name === 'workbookPr') book.epoch1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const relation = byId.get(relationId(attributes));
      if (relation?.type !== 'worksheet' || !zip.has(relation.target)) return;
      const hidden = attributes.state !== undefined && attributes.state !== 'visible';
      book.sheets.push({ name: (attributes.name ?? '').slice(0, 60), hidden, part: relation.target });
    },
  });
  if (book.sheets.length === 0) throw new FileProblem('file.no-sheet');
  return book;
}

function relationId(attributes: Readonly<Record<string, string>>): string {
  const key = Object.keys(attributes).find((name) => name.endsWith(':id'));
  return (key && attributes[key]) || '';
}

async function readRelations(zip: ZipArchive, owner: string): Promise<Relation[]> {
  const slash = owner.lastIndexOf('/') + 1;
  const folder = owner.slice(0, slash);
  const part = `${folder}_rels/${owner.slice(slash)}.rels`;
  const relations: Relation[] = [];
  if (!zip.has(part)) return relations;
  await scanXml(zip.open(part, LIST_BYTES), part, {
    open(name, attributes) {
      if (name !== 'Relationship' || attributes.TargetMode === 'External') return;
      const type = (attributes.Type ?? '').split('/').at(-1) ?? '';
      relations.push({ id: attributes.Id ?? '', type, target: resolve(folder, attributes.Target ?? '') });
    },
  });
  return relations;
}

function resolve(folder: string, target: string): string {
  const steps = target.startsWith('/') ? target.split('/') : `${folder}${target}`.split('/');
  const path: string[] = [];
  for (const step of steps) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

/** The shared strings, rich text runs joined, phonetic hints left out. */
export async function readStrings(zip: ZipArchive, part: string, cellChars: number): Promise<string[]> {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let phonetic = false;
  await scanXml(zip.open(part), part, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic = true;
      else if (name === 't') inText = !phonetic;
    },
    text(piece) {
      if (inText) text += piece;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'si' && strings.push(checked(unescapeCellText(text), cellChars)) > MAX_STRINGS) {
        throw new FileProblem('file.bomb', { why: 'strings' });
      }
    },
  });
  return strings;
}

function checked(text: string, cellChars: number): string {
  if (text.length > cellChars) throw new FileProblem('file.cell-too-long', { limit: cellChars });
  return text;
}

/** For each cell style, whether it shows its number as a date. */
export async function readDateStyles(zip: ZipArchive, part: string): Promise<boolean[]> {
  const codes = new Map<number, string>();
  const dates: boolean[] = [];
  let inCells = false;
  await scanXml(zip.open(part, LIST_BYTES), part, {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) {
        const id = Number(attributes.numFmtId ?? 0);
        dates.push(isDateFormat(id, codes.get(id)));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return dates;
}
