import { strToU8, zipSync } from 'fflate';
import { type Paper, titleOf } from '../paper.ts';
import { documentXml, footerXml } from './body.ts';
import { stylesXml } from './styles.ts';
import { XML_HEAD, xml } from './xml.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
export const DOCX_TYPE = `${WORD}.document`;

/** The package of a Word document (ECMA-376 parts 1 and 2): the same paper gives the same bytes. */
export function docxOf(paper: Paper): Uint8Array<ArrayBuffer> {
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(),
    '_rels/.rels': relationships([
      ['rId1', `${OFFICE}/officeDocument`, 'word/document.xml'],
      ['rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
    'docProps/core.xml': core(paper),
    'word/document.xml': documentXml(paper),
    'word/_rels/document.xml.rels': relationships([
      ['rId1', `${OFFICE}/styles`, 'styles.xml'],
      ['rId2', `${OFFICE}/footer`, 'footer1.xml'],
    ]),
    'word/styles.xml': stylesXml(),
    'word/footer1.xml': footerXml(paper),
  };
  const files = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]));
  return zipSync(files, { mtime: new Date(1980, 0, 2), level: 6 });
}

function contentTypes(): string {
  const overrides = [
    ['/word/document.xml', `${WORD}.document.main+xml`],
    ['/word/styles.xml', `${WORD}.styles+xml`],
    ['/word/footer1.xml', `${WORD}.footer+xml`],
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
  ].map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`);
  const defaults =
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>';
  return `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types">${defaults}${overrides.join('')}</Types>`;
}

function relationships(list: readonly (readonly [id: string, type: string, target: string])[]): string {
  const each = list.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`,
  );
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

/** The institution is named as its maker, nobody's account. */
function core(paper: Paper): string {
  const names =
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
  const made = `<dcterms:created xsi:type="dcterms:W3CDTF">${xml(paper.at.slice(0, 10))}</dcterms:created>`;
  return `${XML_HEAD}<cp:coreProperties ${names}><dc:title>${xml(titleOf(paper))}</dc:title><dc:creator>${xml(paper.agency)}</dc:creator><dc:language>id-ID</dc:language>${made}</cp:coreProperties>`;
}
