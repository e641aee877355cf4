const HIDDEN = /<(script|style|noscript|svg|template|nav|form|select|iframe)\b/gi;
const BLOCK =
  /^\/?(?:p|div|br|li|ul|ol|h[1-6]|tr|td|th|table|section|article|header|footer|blockquote|pre|hr|figure|figcaption|main|aside|dl|dt|dd)\b/i;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ldquo: '\u201c',
  rdquo: '\u201d',
  lsquo: '\u2018',
  rsquo: '\u2019',
  ndash: '\u2013',
  mdash: '\u2014',
  hellip: '\u2026',
};

/** What a reader of the page reads: the article where one is marked, else the body; one line a block. Linear in length. */
export function htmlText(html: string): string {
  const parts: string[] = [];
  const page = withoutHidden(articleOf(html));
  let from = 0;
  for (let open = page.indexOf('<'); open >= 0; open = page.indexOf('<', from)) {
    parts.push(page.slice(from, open));
    const close = page.indexOf('>', open);
    if (close < 0) {
      from = page.length;
      break;
    }
    if (BLOCK.test(page.slice(open + 1, open + 14))) parts.push('\n');
    from = close + 1;
  }
  parts.push(page.slice(from));
  return tidy(decodeEntities(parts.join('')));
}

function articleOf(html: string): string {
  for (const tag of ['article', 'main', 'body']) {
    const open = new RegExp(`<${tag}\\b`, 'i').exec(html);
    if (!open) continue;
    const close = html.toLowerCase().lastIndexOf(`</${tag}`);
    return html.slice(open.index, close > open.index ? close : html.length);
  }
  return html;
}

/** Comments and elements that no reader sees; one that is never closed hides the rest. */
function withoutHidden(html: string): string {
  const plain = html.replace(/<!--(?:(?!-->)[\s\S])*(?:-->|$)/g, '');
  const lower = plain.toLowerCase();
  const parts: string[] = [];
  let from = 0;
  for (const match of plain.matchAll(HIDDEN)) {
    if (match.index < from) continue;
    parts.push(plain.slice(from, match.index));
    const end = lower.indexOf(`</${(match[1] as string).toLowerCase()}`, match.index);
    from = end < 0 ? plain.length : end;
  }
  parts.push(plain.slice(from));
  return parts.join('');
}

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi,
    (whole, decimal, hex, name: string) => {
      const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined;
      if (code !== undefined) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
      return ENTITIES[name.toLowerCase()] ?? whole;
    },
  );
}

function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
