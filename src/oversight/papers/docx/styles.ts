import { XML_HEAD } from './xml.ts';

interface Style {
  name: string;
  /** Half points. */
  size?: number;
  bold?: boolean;
  centred?: boolean;
  /** Twentieths of a point. */
  before?: number;
  after?: number;
  /** Left and hanging indent, in twentieths. */
  hanging?: readonly [left: number, hanging: number];
  /** Places of tabs, in twentieths. */
  tabs?: readonly number[];
  line?: boolean;
  together?: boolean;
  grey?: boolean;
}

const STYLES: Readonly<Record<string, Style>> = {
  Normal: { name: 'Normal', after: 80 },
  Letterhead: { name: 'Letterhead', bold: true, centred: true, size: 26 },
  LetterheadLast: { name: 'Letterhead last', bold: true, centred: true, size: 26, after: 240, line: true },
  Title: { name: 'Title', bold: true, centred: true, size: 28, before: 120, after: 40, together: true },
  Centred: { name: 'Centred', centred: true, after: 40, together: true },
  Heading1: { name: 'heading 1', bold: true, before: 200, after: 60, together: true },
  Item: { name: 'Item', hanging: [425, 425], tabs: [425], after: 40 },
  Field: { name: 'Field', hanging: [2722, 2722], tabs: [2552, 2722], after: 20 },
  Sign: { name: 'Signature block', together: true },
  Small: { name: 'Small print', size: 17, before: 40, grey: true },
  Footer: { name: 'footer', size: 17, centred: true, grey: true },
};

/** Styles part (17.7): what a style looks like is changed in one place, by whoever takes the file over. */
export function stylesXml(): string {
  const fonts =
    '<w:rFonts w:ascii="Tinos" w:hAnsi="Tinos" w:cs="Times New Roman" w:eastAsia="Times New Roman"/>';
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr>${fonts}<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="id-ID"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`;
  const styles = Object.entries(STYLES).map(([id, style]) => styleXml(id, style));
  return `${XML_HEAD}<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${defaults}${styles.join('')}</w:styles>`;
}

/** The order of the elements is that of the schema (17.3.1.26 and 17.3.2.28). */
function styleXml(id: string, style: Style): string {
  const { hanging, tabs, before = 0, after = 0 } = style;
  const paragraph = [
    style.together ? '<w:keepNext/>' : '',
    style.line
      ? '<w:pBdr><w:bottom w:val="thinThickSmallGap" w:sz="18" w:space="4" w:color="auto"/></w:pBdr>'
      : '',
    tabs ? `<w:tabs>${tabs.map((at) => `<w:tab w:val="left" w:pos="${at}"/>`).join('')}</w:tabs>` : '',
    `<w:spacing w:before="${before}" w:after="${after}" w:line="264" w:lineRule="auto"/>`,
    hanging ? `<w:ind w:left="${hanging[0]}" w:hanging="${hanging[1]}"/>` : '',
    style.centred ? '<w:jc w:val="center"/>' : '',
    id === 'Heading1' ? '<w:outlineLvl w:val="0"/>' : '',
  ].join('');
  const letters = [
    style.bold ? '<w:b/><w:bCs/>' : '',
    style.grey ? '<w:color w:val="444444"/>' : '',
    style.size ? `<w:sz w:val="${style.size}"/><w:szCs w:val="${style.size}"/>` : '',
  ].join('');
  const kind = id === 'Normal' ? ' w:default="1"' : '';
  const based = id === 'Normal' ? '' : '<w:basedOn w:val="Normal"/>';
  return `<w:style w:type="paragraph"${kind} w:styleId="${id}"><w:name w:val="${style.name}"/>${based}<w:pPr>${paragraph}</w:pPr><w:rPr>${letters}</w:rPr></w:style>`;
}
