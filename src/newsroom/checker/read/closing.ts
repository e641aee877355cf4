import type { Prepared } from '../text/prepare.ts';
import type { RecordField } from '../types.ts';

const CLOSING =
  /\b(?:dibuat|dilaksanakan|diucapkan|dinyatakan)\b[^.\n]{0,120}\bintegritas\sdan\s(?:rasa\s|penuh\s)?tanggung\s?jawab|\bbermartabat,\sberetika,?\sdan\sdemokratis/i;
const TOPICS: readonly (readonly [string, RegExp])[] = [
  ['voting-right', /\bhak\s(?:suara|pilih)\b/i],
  [
    'careful-online',
    /\bbijak\b[^.]{0,60}\b(?:media\ssosial|sosmed|medsos)|berhati-hati[^.]{0,40}media\ssosial/i,
  ],
  ['no-hoax', /\b(?:berita\sbohong|hoa(?:ks|x)|ujaran\skebencian)\b/i],
  ['no-state-facilities', /\bfasilitas\s(?:negara|dinas|jabatan|kantor)\b/i],
  ['no-campaign', /\b(?:tidak|jangan|dilarang)\b[^.]{0,50}\bkampanye\b|\bikut\skampanye\b/i],
  ['no-support', /\b(?:bentuk\sdukungan|memberikan\sdukungan|keberpihakan)\b/i],
  [
    'no-practical-politics',
    /\bpolitik\spraktis|aktifitas\spolitik|aktivitas\spolitik|pelibatan\ssecara\saktif/i,
  ],
  ['no-party-membership', /\banggota\s(?:dan\/atau|dan|atau)\spengurus\spartai/i],
  [
    'equal-service',
    /\b(?:tidak\sdiskriminatif|tanpa\spandang\sbulu|kesetaraan\sdalam|melayani\ssecara\sadil)/i,
  ],
  ['impartial', /\btidak\s(?:memihak|berpihak)|tanpa\smemihak/i],
];

/** The sentence that closes the pledge, as reported. */
export function readClosing(doc: Prepared): RecordField<string> | undefined {
  const sentence = doc.sentences.find(({ start, end }) => CLOSING.test(doc.clean.slice(start, end)));
  if (!sentence) return undefined;
  const { start, end } = sentence;
  return { value: doc.clean.slice(start, end).replace(/\s+/g, ' '), start, end, derived: false };
}

/** Topics of guidance given, each with the first sentence that gives it. Points of the pledge count as guidance too. */
export function readGuidance(doc: Prepared): RecordField<readonly string[]> | undefined {
  const found = TOPICS.flatMap(([topic, pattern]) => {
    const sentence = doc.sentences.find(({ start, end }) => pattern.test(doc.clean.slice(start, end)));
    return sentence ? [{ topic, sentence }] : [];
  });
  const first = found[0];
  if (!first) return undefined;
  const start = Math.min(...found.map((f) => f.sentence.start));
  const end = Math.max(...found.map((f) => f.sentence.end));
  return { value: found.map((f) => f.topic), start, end, derived: true };
}
