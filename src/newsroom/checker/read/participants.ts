import type { Prepared } from '../text/prepare.ts';
import type { RecordField, Span } from '../types.ts';

export interface Participant extends Span {
  readonly who: string;
  readonly quantity?: string;
}

export interface CountValue {
  readonly qualifier: 'exact' | 'at-least' | 'about' | 'some';
  readonly number?: number;
  readonly words?: string;
  readonly of: string;
  readonly source?: string;
  /** Other wordings of the size in the same text, as a headline's "ratusan". */
  readonly alsoSaid?: readonly string[];
}

const GROUP = String.raw`Aparatur\sSipil\sNegara(?:\s\(ASN\))?|Non[\s-]?ASN|ASN|CPNS|PNS|PPPK|PPNPN|Pegawai\sPemerintah\sNon[\s-]Pegawai\sNegeri(?:\s\(PPNPN\))?|tenaga\s(?:kontrak(?:\sdaerah)?|honorer|harian\slepas|kesehatan|pendidik|kependidikan)|honorer|THL|kepala\s(?:OPD|perangkat\sdaerah|dinas|badan|bagian|bidang|sekolah|puskesmas|UPTD?|desa)|pimpinan\sOPD|camat|lurah|guru|aparat\skewilayahan|pejabat\s(?:eselon|administrator|pengawas|struktural|fungsional|tinggi\spratama)(?:\s[IV]{1,3})?|staf(?:\sahli)?|asisten|jajaran|pegawai(?:\slainnya)?|aparatur|karyawan`;
const GROUPS = new RegExp(
  String.raw`\b(?:(seluruh|semua|sejumlah|ratusan|puluhan|ribuan|para|segenap|setiap|sebagian)\s)?(?:jajaran\s(?=pegawai|ASN))?(${GROUP})\b`,
  'gi',
);
const TAKES_PART =
  /\b(?:diikuti|dihadiri|diucapkan|mulai\sdari|peserta(?:nya)?\s(?:adalah|terdiri|berasal|yakni|meliputi)|turut\shadir|hadir\s(?:dalam|pada)|terdiri\s(?:dari|atas)|ditirukan)\b/i;
const DOES =
  /\b(?:berikrar|mengikrarkan|mengucapkan|menandatangani|membacakan|mengikuti|melaksanakan|menggelar|mendeklarasikan|menyatakan|melakukan)\b/i;
const PLEDGE = /\bikrar|deklarasi|pakta|apel|netral/i;
const QUALIFIED =
  /(?<![\w/.,-])((?:setidaknya|sedikitnya|paling\s(?:tidak|sedikit)|minimal|lebih\sdari|tak\skurang\sdari|tidak\skurang\sdari|sekurang-kurangnya)\s|(?:sekitar|kurang\slebih|kira-kira|hampir|lebih\skurang)\s|(?:sebanyak|total|sejumlah|berjumlah)\s)?(\d{1,3}(?:\.\d{3})+|\d{1,6}|ratusan|puluhan|ribuan)\s(?:orang\s|lebih\s|an\s)?(ASN|Non[\s-]ASN|PNS|PPPK|pegawai|peserta|orang|aparatur|guru|karyawan|tenaga\s\w+|personel|PPNPN|honorer|kepala\s\w+|camat|lurah)\b/gi;
const EVENT =
  /\b(?:diikuti|dihadiri|mengikuti|hadir|peserta|menandatangani|ditandatangani|berikrar|mengucapkan|diucapkan|mengikrarkan|membacakan|deklarasi\w*|ikrar|apel)\b/i;
const SOURCE =
  /\b(?:catatan|data|menurut|berdasarkan)\s((?:data\s|catatan\s)?(?:Badan|Dinas|BKPSDM|BKD|Kesbangpol|panitia|Bagian|Sekretariat)(?:Prov\.|Kab\.|[^,.]){0,70})/;

/** Who took part: from sentences about attendance, else from the subject of the sentence about the pledge. */
export function readParticipants(doc: Prepared): RecordField<readonly Participant[]> | undefined {
  const attending = doc.sentences.flatMap((s) => groupsAfter(doc, s, TAKES_PART));
  const found =
    attending.length > 0 ? attending : doc.sentences.slice(0, 3).flatMap((s) => groupsBefore(doc, s));
  const unique = found.filter(
    (p, i) => found.findIndex((q) => q.who.toLowerCase() === p.who.toLowerCase()) === i,
  );
  const [first] = unique;
  if (!first) return undefined;
  return { value: unique, start: first.start, end: Math.max(...unique.map((p) => p.end)), derived: false };
}

function groupsAfter(doc: Prepared, sentence: Span, verb: RegExp): Participant[] {
  const text = doc.clean.slice(sentence.start, sentence.end);
  const match = verb.exec(text);
  return match ? groupsIn(doc, sentence.start + match.index + match[0].length, sentence.end) : [];
}

function groupsBefore(doc: Prepared, sentence: Span): Participant[] {
  const text = doc.narrative.slice(sentence.start, sentence.end);
  const verb = DOES.exec(text);
  return verb && PLEDGE.test(text) ? groupsIn(doc, sentence.start, sentence.start + verb.index) : [];
}

function groupsIn(doc: Prepared, start: number, end: number): Participant[] {
  return [...doc.clean.slice(start, end).matchAll(GROUPS)].map((match) => {
    const quantity = match[1]?.toLowerCase();
    const at = start + match.index;
    const who = (match[2] as string).replace(/\s+/g, ' ');
    return {
      who,
      start: at,
      end: at + match[0].length,
      ...(quantity && quantity !== 'para' ? { quantity } : {}),
    };
  });
}

/** How many, with the qualifier that the text gives; a bare "ratusan" only where no number stands. */
export function readCount(doc: Prepared): RecordField<CountValue> | undefined {
  const spans = doc.title ? [...doc.sentences, doc.title] : doc.sentences;
  const found = spans.flatMap((span) => countsIn(doc, span));
  const best = found.find((c) => c.value.number !== undefined) ?? found[0];
  if (!best) return undefined;
  const others = found.filter((c) => c !== best && c.value.words).map((c) => c.value.words as string);
  return others.length > 0 ? { ...best, value: { ...best.value, alsoSaid: [...new Set(others)] } } : best;
}

/** Every count of people at the event, in order. */
export function countsIn(doc: Prepared, { start, end }: Span): RecordField<CountValue>[] {
  const text = doc.clean.slice(start, end);
  if (!EVENT.test(text)) return [];
  return [...text.matchAll(QUALIFIED)].flatMap((match) => {
    const figure = match[2] as string;
    const isNumber = /\d/.test(figure);
    const number = isNumber ? Number(figure.replaceAll('.', '')) : undefined;
    if (isNumber && ((number as number) < 5 || /^(?:19|20)\d{2}$/.test(figure))) return [];
    const source = SOURCE.exec(text)?.[1]
      ?.trim()
      .replace(/\sacara.*$/, '');
    const value: CountValue = {
      qualifier: isNumber ? qualifierOf(match[1]) : 'some',
      ...(number === undefined ? { words: figure.toLowerCase() } : { number }),
      of: match[3] as string,
      ...(source ? { source } : {}),
    };
    return [
      { value, start: start + match.index, end: start + match.index + match[0].length, derived: false },
    ];
  });
}

function qualifierOf(words: string | undefined): CountValue['qualifier'] {
  if (words === undefined || /^(?:sebanyak|total|sejumlah|berjumlah)/i.test(words)) return 'exact';
  return /^(?:sekitar|kurang\slebih|kira|hampir|lebih\skurang)/i.test(words) ? 'about' : 'at-least';
}
