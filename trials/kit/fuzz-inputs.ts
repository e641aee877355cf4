import { below, oneOf, type Random } from '../../src/verify/fixtures/mutate.ts';

/** Inputs made from a format's own pieces, which changes to a sound input seldom reach. */

const utf8 = (text: string) => new Uint8Array(Buffer.from(text, 'utf8'));

/** Pieces in any order, sometimes one of them thousands of times. */
export function soup(pieces: readonly string[]) {
  return (random: Random): Uint8Array => {
    const many = random() < 0.002 ? 20_000 : 1 + below(random, 40);
    const few = random() < 0.3 ? [oneOf(random, pieces), oneOf(random, pieces)] : pieces;
    let text = '';
    for (let left = many; left > 0; left -= 1) text += oneOf(random, few);
    return utf8(text);
  };
}

/** DER that is nested as it should be, with tags, lengths and contents that it should not have. */
export function derSoup(random: Random, depth = 0): Uint8Array {
  const isConstructed = depth < 6 && random() < 0.6;
  const tag = isConstructed
    ? oneOf(random, [0x30, 0x31, 0xa0, 0xa1, 0xa3, 0xa4])
    : oneOf(random, [
        0x01,
        0x02,
        0x03,
        0x04,
        0x05,
        0x06,
        0x0c,
        0x13,
        0x17,
        0x18,
        0x1e,
        0x80,
        below(random, 256),
      ]);
  const content = isConstructed
    ? Buffer.concat(Array.from({ length: below(random, 5) }, () => derSoup(random, depth + 1)))
    : primitive(random);
  return new Uint8Array(Buffer.concat([Uint8Array.of(tag), lengthOf(content.length, random), content]));
}

const oids = [
  ...[
    '2a864886f70d010702',
    '2a864886f70d010701',
    '2a864886f70d010903',
    '2a864886f70d010904',
    '551d0f',
    '551d13',
  ],
  ...[
    '608648016503040201',
    '2a8648ce3d040302',
    '2a864886f70d010101',
    '2a8648ce3d0201',
    '2a8648ce3d030107',
    '550403',
  ],
].map((hex) => new Uint8Array(Buffer.from(hex, 'hex')));

function primitive(random: Random): Uint8Array {
  if (random() < 0.3) return oneOf(random, oids);
  if (random() < 0.1)
    return utf8(oneOf(random, ['240918010203Z', '20240918010203Z', '999999999999Z', 'Contoh']));
  return Uint8Array.from({ length: below(random, 40) }, () => below(random, 256));
}

function lengthOf(length: number, random: Random): Uint8Array {
  if (random() < 0.03)
    return oneOf(
      random,
      [[0x80], [0x84, 0xff, 0xff, 0xff, 0xff], [0x81, 0x05], [0xff]].map((b) => Uint8Array.from(b)),
    );
  if (length < 0x80) return Uint8Array.of(length);
  if (length < 0x100) return Uint8Array.of(0x81, length);
  return Uint8Array.of(0x82, length >> 8, length & 0xff);
}

const jsonPieces = [
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"a"',
  '"format"',
  '"ikrar/record/v1"',
  'null',
  '1',
  '-0',
  '1e5',
  '""',
  '"\\u0000"',
];
const strings = [
  '',
  'a',
  'ikrar/record/v1',
  'ikrar/seal/v1',
  '__proto__',
  'constructor',
  'é',
  'e\u0301',
  '\u202e',
  'x'.repeat(5000),
];

/** JSON that is canonical more often than not. */
export function jsonSoup(random: Random): Uint8Array {
  if (random() < 0.2) return soup(jsonPieces)(random);
  return utf8(JSON.stringify(jsonValue(random, 0)));
}

function jsonValue(random: Random, depth: number): unknown {
  const kind = below(random, depth > 20 ? 4 : 6);
  if (kind === 0) return oneOf(random, strings);
  if (kind === 1) return oneOf(random, [0, 1, -1, 2 ** 53 - 1, 2 ** 53, 0.5, 1e300]);
  if (kind < 4) return oneOf(random, [null, true, false]);
  if (kind === 4) return Array.from({ length: below(random, 4) }, () => jsonValue(random, depth + 1));
  const keys = Array.from({ length: below(random, 4) }, () =>
    oneOf(random, [...strings, 'format', 'act', 'text']),
  );
  return Object.fromEntries(keys.sort().map((key) => [key, jsonValue(random, depth + 1)]));
}

export const noteSoup = soup([
  ...[
    '\n',
    '\n',
    '\n\n',
    '— ',
    'ikrar.example/log ',
    'a b',
    '0',
    '5',
    '18446744073709551615',
    '\t',
    '\u2014',
    '+',
    ' ',
  ],
  ...[
    'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n',
    'AAAA',
    '=',
    'é',
    '\ud83d\ude00',
    'c2sp.org/tlog-proof@v1\n',
  ],
  ...['index 5\n', 'extra AAAA\n', 'index 99999999999999999999\n'],
]);

export const keySoup = soup([
  '+',
  'ikrar.example',
  '0123abcd',
  'AQ',
  'BA',
  'A',
  '=',
  '/',
  ' ',
  '\n',
  'é',
  '\u0085',
  '\u2003',
]);

export const policySoup = soup([
  ...[
    'log ',
    'witness ',
    'group ',
    'quorum ',
    'none\n',
    'any ',
    'all ',
    '1 ',
    '0 ',
    '99 ',
    'w1 ',
    'w2 ',
    'g1 ',
    '\n',
    '# ',
    '\t',
  ],
  ...['https://x/ ', 'ikrar.example+0123abcd+AQAA '],
]);

export const tileSoup = soup([
  'tile/',
  'entries/',
  '0/',
  '7/',
  '8/',
  '000',
  'x001/',
  '999',
  '.p/',
  '1',
  '255',
  '256',
  '/',
  '..',
  '%2e',
]);

export const codeSoup = soup([
  'HTTPS://',
  'HTTP://',
  'A.B',
  '/Q/',
  '0',
  'Z',
  '$',
  '*',
  '-',
  '.',
  ':',
  '000',
  ':::',
  '%',
  ' ',
  'a',
  '0'.repeat(150),
]);

export const receiptSoup = soup(['0', '1', 'A', 'Z', 'I', 'L', 'O', 'U', '-', ' ', '‐', '7Q2M', 'é', '\n']);

const pdfPieces = [
  ...[
    '%PDF-1.7\n',
    '1 0 obj\n',
    '2 0 obj\n',
    '\nendobj\n',
    '<<',
    '>>',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '/Root 1 0 R',
    '/Type /Sig',
  ],
  ...[
    '/Contents <3082',
    '/ByteRange [0 1 2 3]',
    '/Fields [2 0 R]',
    '/AcroForm ',
    '/Names ',
    '/EmbeddedFiles ',
    '/V 2 0 R',
    '/FT /Sig ',
  ],
  ...[
    'stream\n',
    '\nendstream',
    '/Length 5 ',
    'xref\n0 1\n0000000000 65535 f \n',
    'trailer\n',
    '<< /Root 1 0 R >>\n',
    '\\',
    '\\)',
    '#',
    '%',
  ],
  ...['startxref\n9\n%%EOF\n', 'startxref\n', ' ', '\n', '-1', '1.5', '/', 'null', 'true', '0'],
];

/** A head, anything, and a table at a place that the end names. */
export function pdfSoup(random: Random): Uint8Array {
  const body = `%PDF-1.7\n${Buffer.from(soup(pdfPieces)(random)).toString('utf8')}`;
  if (random() < 0.3) return utf8(body);
  const objects = [body.indexOf('1 0 obj'), body.indexOf('2 0 obj')].map((at) =>
    String(Math.max(0, at)).padStart(10, '0'),
  );
  const table = `xref\n0 3\n0000000000 65535 f \n${objects.map((at) => `${at} 00000 n \n`).join('')}`;
  return utf8(`${body}${table}trailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`);
}
