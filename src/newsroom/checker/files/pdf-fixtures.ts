import { constants, deflateRawSync, deflateSync } from 'node:zlib';

/** A circular that no office wrote: paragraphs that wrap, a numbered list, a compound broken at its hyphen. */
export const LETTER = [
  'SURAT EDARAN',
  'Nomor 800/17/CONTOH/2023',
  'Sebagaimana diatur dalam Undang-Undang Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara dan dalam Peraturan Pemerintah Nomor 94 Tahun 2021 tentang Disiplin Pegawai Negeri Sipil, seluruh pegawai mengucapkan ikrar sebagai berikut:',
  '1. Menjaga netralitas di lingkungan instansi masing-masing sebelum, selama, dan sesudah pemilihan umum;',
  '2. Menolak politik uang.',
  'Contoh, 6 November 2023',
];

/** A PDF by hand around content streams in Helvetica, one a page; `more` goes into the catalogue. */
export function rawPdf(streams: readonly Uint8Array[], more = '', pack = packed): Uint8Array {
  const objects: (string | Buffer)[] = [
    `<</Type/Catalog/Pages 2 0 R ${more}>>`,
    `<</Type/Pages/Count ${streams.length}/Kids[${streams.map((_, at) => `${4 + at * 2} 0 R`).join(' ')}]>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  for (const [at, stream] of streams.entries()) {
    const body = pack(stream);
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents ${5 + at * 2} 0 R>>`,
      Buffer.concat([
        Buffer.from(`<</Filter/FlateDecode/Length ${body.length}>>stream\n`),
        body,
        Buffer.from('\nendstream'),
      ]),
    );
  }
  return assemble(objects);
}

const packed = (stream: Uint8Array): Buffer => deflateSync(stream);

/** The stream over and over without its being made: a block of DEFLATE may stand any number of times (RFC 1951). */
export const manyTimes =
  (times: number) =>
  (stream: Uint8Array): Buffer => {
    const block = deflateRawSync(stream, { finishFlush: constants.Z_FULL_FLUSH });
    return Buffer.concat([Buffer.from([0x78, 0x9c]), ...Array.from({ length: times }, () => block)]);
  };

/** Content that prints the words in one line. */
export const printing = (words: string) => Buffer.from(`BT /F 12 Tf 70 700 Td (${words}) Tj ET`);

function assemble(objects: readonly (string | Buffer)[]): Uint8Array {
  const parts = [Buffer.from('%PDF-1.7\n')];
  const places: number[] = [];
  let length = parts[0]?.length ?? 0;
  for (const [at, object] of objects.entries()) {
    places.push(length);
    const whole = Buffer.concat([
      Buffer.from(`${at + 1} 0 obj\n`),
      Buffer.from(object),
      Buffer.from('\nendobj\n'),
    ]);
    parts.push(whole);
    length += whole.length;
  }
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${rows}`;
  parts.push(Buffer.from(`${table}trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${length}\n%%EOF\n`));
  return new Uint8Array(Buffer.concat(parts));
}
