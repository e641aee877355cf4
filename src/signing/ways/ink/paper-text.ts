import type { Agency } from '../../../agencies/index.ts';
import type { Campaign } from '../../../campaigns/index.ts';
import {
  A4,
  type Block,
  hanging,
  type Paper,
  type ParagraphStyle,
  paragraph,
  qrCode,
  qrMark,
  textAt,
  textRight,
  textWidthOf,
  together,
  wrap,
} from '../../../evidence/pdf/index.ts';
import { printedLine } from '../../../platform/print/index.ts';
import type { PledgeText } from '../../../verify/index.ts';
import { t } from './messages.ts';

export const PAPER: Paper = { ...A4, bottom: 92 };
export const WIDTH = textWidthOf(PAPER);
export const BODY: ParagraphStyle = { face: 'regular', size: 10.5, leading: 1.3 };
const SMALL = { face: 'regular', size: 7.5, tone: 0.25 } as const;
const QR_SIDE = 46;

/** What a paper for ink carries: exactly this text, and how it is known again. */
export interface PaperText {
  agency: Agency;
  campaign: Campaign;
  election: string;
  text: PledgeText & { version: number; digest: string };
}

/** Letterhead, title, bases, and the text to its end; who signs stands where the text's own words lead to it. */
export function textBlocks({ agency, campaign, election, text }: PaperText, who: Block[]): Block[] {
  const tr = t(text.language);
  const head = agency.letterhead.length > 0 ? agency.letterhead : [agency.name];
  const place = { width: WIDTH, gap: 0 };
  const centred = (words: string, size: number, gap: number, face: 'regular' | 'bold' = 'bold') =>
    paragraph(printedLine(words), { face, size, leading: 1.28, align: 'centre' }, { ...place, gap });
  const plain = (words: string, gap = 7) =>
    words === ''
      ? []
      : words.split('\n').flatMap((one) => paragraph(printedLine(one), BODY, { ...place, gap }));
  const point = (words: string, at: number) =>
    hanging(`${at + 1}.`, printedLine(words), BODY, 19, { ...place, gap: 4 });
  const leads = /bertanda ?tangan di bawah ini|the undersigned/i.test(text.opener);
  return [
    ...(campaign.isExample ? centred(tr('ink.paper.example'), 8.5, 0) : []),
    ...head.flatMap((line) => centred(line, 12, 1)),
    ...centred(text.title, 13.5, 14),
    ...centred(election, 10.5, 2, 'regular'),
    ...(campaign.bases.length > 0 ? together(plain(`${tr('ink.paper.bases')}:`, 10)) : []),
    ...campaign.bases.flatMap(point),
    ...(who.length === 0 || leads
      ? plain(text.opener, 10)
      : together(plain(tr('ink.paper.undersigned'), 10))),
    ...who,
    ...(who.length === 0 || leads ? [] : plain(text.opener)),
    ...text.points.flatMap(point),
    ...plain(text.closing),
  ];
}

/** Which text this is, in full; the number of the page; a code that leads staff back here, where there is one. */
export function foot({ text }: PaperText, words: string, number: string, address: string | null): string {
  const tr = t(text.language);
  const left = PAPER.left + (address === null ? 0 : QR_SIDE + 12);
  const { version, digest } = text;
  const room = PAPER.width - PAPER.right - left - 70;
  const lines = [words, tr('ink.paper.text', { version, digest })].flatMap((line) =>
    wrap('regular', SMALL.size, printedLine(line), room),
  );
  const set = lines.map((line, at) => textAt(left, 66 - at * 9.5, SMALL, line)).join('');
  const mark = address === null ? '' : qrMark(qrCode(address), PAPER.left, 28, QR_SIDE);
  return mark + set + textRight(PAPER.width - PAPER.right, 66, SMALL, number);
}
