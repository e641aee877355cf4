import type { Agency } from '../../agencies/index.ts';
import {
  type Block,
  closeDocument,
  compileSeries,
  footedPages,
  type ParagraphStyle,
  PLAIN_PAPER,
  paragraph,
  plainFoot,
  prepareDocument,
  textWidthOf,
} from '../../evidence/pdf/index.ts';
import { formatMoment, formatNumber } from '../../platform/format.ts';
import type { Lang } from '../../platform/i18n.ts';
import { printedLine } from '../../platform/print/index.ts';
import { t } from '../messages.ts';
import type { Done, Incident } from './incident.ts';

/** To the people concerned, or to the authority. */
export type Addressee = 'people' | 'authority';

interface Letter {
  lang: Lang;
  agency: Agency;
  incident: Incident;
  done: readonly Done[];
  to: Addressee;
  now: Date;
}

/** The draft of a notice, from what was written down: paragraphs. What is not known is left open in words, never guessed. */
export function letterText({ lang, agency, incident, done, to, now }: Letter): string[] {
  const tr = t(lang);
  const at = (moment: Date) => formatMoment(lang, moment, agency.zone);
  const kinds = incident.dataKinds.map((kind) => tr(`privacy.data.${kind}`)).join(', ');
  const people = incident.people === null ? null : formatNumber(lang, incident.people);
  const did = (step: string) =>
    done.filter((one) => one.step === step && one.note !== '').map((one) => one.note);
  const mended = [...did('contain'), ...did('mend')];
  return [
    tr('privacy.letter.draft', { date: at(now) }),
    tr(`privacy.letter.to.${to}`),
    tr('privacy.letter.subject', { title: incident.title }),
    tr('privacy.letter.opening', { agency: agency.name, date: at(incident.knownAt) }),
    tr('privacy.letter.what', { what: incident.what }),
    kinds === '' ? tr('privacy.letter.kindsOpen') : tr('privacy.letter.kinds', { kinds }),
    people === null ? tr('privacy.letter.peopleOpen') : tr('privacy.letter.people', { count: people }),
    mended.length > 0
      ? tr('privacy.letter.mended', { text: mended.join('; ') })
      : tr('privacy.letter.mendedOpen'),
    tr(`privacy.letter.closing.${to}`),
    tr('privacy.letter.sign', { agency: agency.name }),
  ];
}

const BODY: ParagraphStyle = { face: 'regular', size: 10.5, leading: 1.4 };
const WIDTH = textWidthOf(PLAIN_PAPER);

/** The same on paper, unsealed: a draft, signed by nobody. */
export function letterPdf(letter: Letter): Buffer {
  const { lang, agency, incident, now } = letter;
  const heads = agency.letterhead.length > 0 ? agency.letterhead : [agency.name];
  const line = (words: string, style: ParagraphStyle, gap: number): Block[] =>
    paragraph(printedLine(words), style, { width: WIDTH, gap });
  const blocks = [
    ...heads.flatMap((words) => line(words, { ...BODY, face: 'bold', align: 'centre' }, 0)),
    ...letterText(letter).flatMap((words, at) =>
      line(words, at === 2 ? { ...BODY, face: 'bold' } : BODY, 10),
    ),
  ];
  const series = compileSeries({ shared: [], attachments: [], signed: false, language: lang });
  const foot = printedLine(t(lang)('privacy.letter.foot'));
  const prepared = prepareDocument(series, {
    title: printedLine(incident.title),
    author: printedLine(agency.name),
    at: now.toISOString(),
    attachments: [],
    pages: footedPages(PLAIN_PAPER, blocks, (page, pages) => plainFoot(foot, `${page}/${pages}`)),
  });
  return closeDocument(prepared);
}
