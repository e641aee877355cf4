import type { MinutesRecord, Seal } from '../../../verify/index.ts';
import { minutesBytes, sealBytes } from '../../../verify/index.ts';
import {
  A4,
  type Block,
  compileSeries,
  flow,
  hanging,
  type Photo,
  type Prepared,
  paragraph,
  prepareDocument,
  qrCode,
  setPage,
  textHeightOf,
  together,
} from '../../pdf/index.ts';
import { capitals } from '../../pdf/kit/face.ts';
import { num } from '../../pdf/kit/syntax.ts';
import { footOf, grouped, type Line, notice, pageNumber } from '../../pdf/pact/foot.ts';
import { letterhead } from '../../pdf/pact/letterhead.ts';
import { localTime } from '../../pdf/pact/local-time.ts';
import { identityOf } from '../../pdf/pact/pact.ts';
import { PACT_ATTACHMENTS } from '../../pdf/pact/template.ts';
import { counts } from './counts.ts';
import { facts, runSheet } from './facts.ts';
import { others } from './others.ts';
import { photos } from './photos.ts';
import { BODY, WIDTH } from './sheet.ts';
import { signatures } from './signatures.ts';
import { COMMON, WORDS } from './words.ts';

/** A table fills its page to the end, and the page's number stands there. */
const NUMBER_HEIGHT = 8;

/** The minutes as a document, from nothing but their record, its seal and the photos in its order. */
export function prepareMinutes(
  record: MinutesRecord,
  seal: Seal,
  files: readonly Photo[],
  bytes: Uint8Array = minutesBytes(record),
): Prepared {
  const pages = flow(blocksOf(record, files), textHeightOf(A4) - NUMBER_HEIGHT);
  const frame = furniture(record, seal);
  const plan = {
    shared: [frame],
    attachments: PACT_ATTACHMENTS,
    signed: true,
    language: 'id',
    photos: files,
  } as const;
  const series = compileSeries(plan);
  return prepareDocument(series, {
    title: `${WORDS.title}: ${record.ceremony.title}`,
    author: record.agency.name,
    at: record.at,
    pages: pages.map((placed, at) => {
      const framed = [...placed, { block: frame, top: 0 }];
      return setPage(A4, framed, series.names, pageNumber(at + 1, pages.length, COMMON));
    }),
    attachments: [bytes, sealBytes(seal)],
    identity: identityOf(record.receipt),
    seal: { name: record.agency.name, reason: WORDS.reason },
  });
}

/** What stands on every page, drawn once: many pages must not make a file too large to be checked. */
function furniture(record: MinutesRecord, seal: Seal): Block {
  const marks = { example: record.example, text: { draft: record.text?.draft ?? false } };
  const foot = footOf(record.receipt, details(record, seal), COMMON, qrCode(seal.verifyUrl));
  const [left, top] = [num(-A4.left), num(A4.top - A4.height)];
  const operators = `q 1 0 0 1 ${left} ${top} cm\n${notice(marks, COMMON)}${foot}Q\n`;
  return { height: A4.height, operators, gap: 0, shared: true };
}

function blocksOf(record: MinutesRecord, files: readonly Photo[]): Block[] {
  const { agency } = record;
  return [
    { ...letterhead(agency.letterhead, agency.name, WIDTH), shared: false },
    ...titled(record),
    ...bases(record),
    ...facts(record),
    ...runSheet(record),
    ...counts(record),
    ...others(record),
    ...photos(record, files),
    ...signatures(record),
  ];
}

function titled({ ceremony, campaign }: MinutesRecord): Block[] {
  const centred = (text: string, size: number, face: 'bold' | 'regular', gap: number) =>
    paragraph(text, { face, size, leading: 1.3, align: 'centre' }, { width: WIDTH, gap });
  const { kind, title, version, replaces } = ceremony;
  return together([
    ...centred(capitals(WORDS.title), 14, 'bold', 14),
    ...centred(title, 11.5, 'bold', 2),
    ...(kind === 'susulan' ? centred(WORDS.extra, 10.5, 'regular', 1) : []),
    ...centred(`${campaign.title}. ${campaign.election}`, 10.5, 'regular', 1),
    ...(version > 1 ? centred(WORDS.correction(version, replaces), 10, 'regular', 1) : []),
  ]);
}

function bases({ bases, campaign }: MinutesRecord): Block[] {
  const all = [...bases, ...(campaign.circular === null ? [] : [campaign.circular])];
  const style = { ...BODY, size: 9.5 };
  return all.flatMap((basis, at) => {
    const place = { width: WIDTH, gap: at === 0 ? 12 : 1.5 };
    const left = 46;
    const [first, ...rest] = hanging(`${at + 1}.`, basis, style, 16, { ...place, left, width: WIDTH - left });
    const [named] = at === 0 ? paragraph(`${COMMON.bases} :`, style, place) : [];
    return [{ ...first!, operators: (named?.operators ?? '') + first!.operators }, ...rest];
  });
}

function details({ agency, at, text, content }: MinutesRecord, seal: Seal): Line[] {
  const { day, clock } = localTime(at, agency.zone, COMMON);
  const plain = [
    WORDS.uncertified,
    `${WORDS.made} ${day} ${COMMON.clock} ${clock}`,
    `${COMMON.entry} ${grouped(seal.index, COMMON.separator)} ${COMMON.at} ${seal.origin}`,
    `${WORDS.content} ${content.slice(0, 16)}…`,
    ...(text === null ? [] : [`${COMMON.text} ${text.id} ${COMMON.version} ${text.version}`]),
    `${COMMON.check} ${seal.verifyUrl}`,
  ];
  return [
    { face: 'bold', text: `${WORDS.sealed} ${agency.name}.` },
    ...plain.map((words) => ({ face: 'regular' as const, text: words })),
  ];
}
