import { footOf, type Paper, type Part } from '../paper.ts';
import { XML_HEAD, xml } from './xml.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** The main part of a WordprocessingML document (ECMA-376 part 1, 17.2), A4 with margins as the PDF has. */
export function documentXml(paper: Paper): string {
  const body = [
    ...paper.letterhead.map((line, at) =>
      paragraph(line, at === paper.letterhead.length - 1 ? 'LetterheadLast' : 'Letterhead'),
    ),
    ...(paper.example ? [paragraph('CONTOH', 'Small')] : []),
    ...paper.parts.map(partXml),
    ...paper.notes.map((note) => paragraph(note, 'Small')),
  ];
  const foot = '<w:footerReference w:type="default" r:id="rId2"/>';
  const page = '<w:pgSz w:w="11906" w:h="16838"/>';
  const margin =
    '<w:pgMar w:top="1134" w:right="1247" w:bottom="1134" w:left="1418" w:header="567" w:footer="567" w:gutter="0"/>';
  return `${XML_HEAD}<w:document ${W} ${R}><w:body>${body.join('')}<w:sectPr>${foot}${page}${margin}</w:sectPr></w:body></w:document>`;
}

/** At the foot of every page: that it is a draft, and the page's number. */
export function footerXml(paper: Paper): string {
  const count = `${field('PAGE')}${run(' / ')}${field('NUMPAGES')}`;
  return `${XML_HEAD}<w:ftr ${W} ${R}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>${run(`${footOf(paper, false)} Halaman `.trimStart())}${count}</w:p></w:ftr>`;
}

function partXml(part: Part): string {
  if (part.as === 'title') return paragraph(part.text, 'Title');
  if (part.as === 'centred') return paragraph(part.text, 'Centred');
  if (part.as === 'heading') return paragraph(part.text, 'Heading1');
  if (part.as === 'paragraph') return paragraph(part.text, 'Normal');
  if (part.as === 'item') return paragraph(`${part.number}.\t${part.text}`, 'Item');
  if (part.as === 'field') return paragraph(`${part.label}\t:\t${part.text}`, 'Field');
  return signing(part.left, part.right);
}

function paragraph(text: string, style: string): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${run(text)}</w:p>`;
}

/** Line breaks and tabs are elements of their own (17.3.3). */
function run(text: string): string {
  const pieces = text.split(/(\n|\t)/).map((piece) => {
    if (piece === '\n') return '<w:br/>';
    if (piece === '\t') return '<w:tab/>';
    return piece === '' ? '' : `<w:t xml:space="preserve">${xml(piece)}</w:t>`;
  });
  return `<w:r>${pieces.join('')}</w:r>`;
}

function field(name: 'PAGE' | 'NUMPAGES'): string {
  return `<w:fldSimple w:instr=" ${name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>`;
}

/** Two columns without lines around them; an empty line of either leaves room for a signature. */
function signing(left: readonly string[], right: readonly string[]): string {
  const cell = (lines: readonly string[]) => {
    const inside = lines.flatMap((line) => (line === '' ? ['', '', ''] : [line]));
    const text = (inside.length === 0 ? [''] : inside).map((line) => paragraph(line, 'Sign')).join('');
    return `<w:tc><w:tcPr><w:tcW w:w="4620" w:type="dxa"/></w:tcPr>${text}</w:tc>`;
  };
  const grid = '<w:tblGrid><w:gridCol w:w="4620"/><w:gridCol w:w="4620"/></w:tblGrid>';
  const properties = '<w:tblPr><w:tblW w:w="9240" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>';
  const row = `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cell(left)}${cell(right)}</w:tr>`;
  return `<w:tbl>${properties}${grid}${row}</w:tbl>${paragraph('', 'Normal')}`;
}
