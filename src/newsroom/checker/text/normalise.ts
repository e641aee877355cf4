/**
 * The same text with one shape of quote, dash and space, unit for unit: every offset stays that of the input. Dashes
 * become `-`, all double quotes `"`, single ones `'`, odd spaces a plain space.
 */
export function normalise(text: string): string {
  return text
    .replace(/[\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02]/g, '"')
    .replace(/[\u2018\u2019\u201a\u201b\u2032\u02bc`\u00b4]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\t\r\f\v\u00a0\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff]/g, ' ')
    .replace(/[\u2028\u2029\u0085]/g, '\n');
}
