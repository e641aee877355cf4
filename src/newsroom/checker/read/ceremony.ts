import type { Prepared } from '../text/prepare.ts';
import type { RecordField, Span } from '../types.ts';
import { capitalRun, type Person } from './people.ts';
import { joinWords, wordsFrom } from './words.ts';

const OCCASION =
  /\b((?:setelah|usai|seusai|selepas|sebelum|sesudah)\s(?:pelaksanaan\s|kegiatan\s|mengikuti\s)?)?((?:apel|upacara|rapat\s(?:koordinasi|kerja|evaluasi|paripurna|dinas)|rakor|bimbingan\steknis|bimtek|senam|halal\sbihalal|kegiatan\ssosialisasi|acara\ssosialisasi)\b)/i;
const OCCASION_WORD =
  /^(?:pagi|siang|sore|gabungan|bersama|rutin|perdana|bulanan|mingguan|bendera|peringatan|besar|luar|biasa|ikrar|netralitas|deklarasi|kesiapan|siaga|hari|ulang|tahun|kesadaran|nasional|awal|khusus|terpadu)$/i;
const LED_BY =
  /\b(?:dipimpin|dipandu|dibacakan|diucapkan)\s(?:langsung\s)?(?:oleh\s)?(?:langsung\s(?:oleh\s)?)?|\b(?:pembacaan|pengucapan)\s[^.,]{0,60}\s(?:oleh|dilakukan\soleh)\s/gi;
const LEADS =
  /\b(?:memimpin|memandu)\s(?:langsung\s|secara\slangsung\s|jalannya\s)?(?:apel\s(?:\w{3,12}\s){0,2})?(?:pembacaan\s|pengucapan\s|prosesi\s)?(?:naskah\s|teks\s)?(?:deklarasi\s)?ikrar/i;
const READING = /\b(?:pembacaan|pengucapan|membacakan|mengucapkan)\b[^.]{0,40}\bikrar/i;
const PLEDGE = /\bikrar|deklarasi|pakta/i;

/** The ceremony during or after which the pledge was made, as named in the writer's own voice. */
export function readOccasion(doc: Prepared): RecordField<string> | undefined {
  for (const sentence of doc.sentences) {
    const match = OCCASION.exec(doc.narrative.slice(sentence.start, sentence.end));
    if (!match) continue;
    const start = sentence.start + match.index;
    const head = start + match[0].length;
    const words = wordsFrom(doc.narrative, head, 120);
    const kept = words.slice(0, words.findIndex((w, i) => i === words.length - 1 || !isPart(w.text)) + 1);
    const tail = kept.filter((word) => isPart(word.text));
    const end = tail.at(-1)?.end ?? head;
    return { value: doc.clean.slice(start, end).replace(/\s+/g, ' '), start, end, derived: false };
  }
  return undefined;
}

function isPart(word: string): boolean {
  return OCCASION_WORD.test(word) || /^(?:Aparatur|Sipil|Negara|Pegawai|ASN|HUT|Korpri|KORPRI)$/.test(word);
}

/** Who led the reading, where the text says so outright. Speaking at the ceremony, or reading together, is not leading. */
export function readLeader(doc: Prepared, people: readonly Person[]): RecordField | undefined {
  let earlier = '';
  for (const sentence of doc.sentences) {
    const text = doc.narrative.slice(sentence.start, sentence.end);
    // "Kegiatan itu dipimpin …": what was led stands in the sentence before.
    const points = /^(?:Kegiatan|Acara|Pembacaan|Pengucapan)\b/.test(text) && READING.test(earlier);
    earlier = text;
    if (!PLEDGE.test(text) && !points) continue;
    const found = ledBy(doc, sentence, people, points) ?? leads(doc, sentence, people);
    if (found) return { value: personValue(found), start: found.start, end: found.end, derived: points };
  }
  return undefined;
}

export function personValue({ name, office, status }: Person): Record<string, string> {
  return { ...(name ? { name } : {}), ...(office ? { office } : {}), ...(status ? { status } : {}) };
}

function ledBy(
  doc: Prepared,
  sentence: Span,
  people: readonly Person[],
  points: boolean,
): Person | undefined {
  const text = doc.narrative.slice(sentence.start, sentence.end);
  for (const match of text.matchAll(LED_BY)) {
    const at = sentence.start + match.index + match[0].length;
    const before = text.slice(Math.max(0, match.index - 90), match.index);
    if (!points && !PLEDGE.test(before + match[0])) continue;
    const person = people.find((p) => p.start >= at && p.start <= at + 12 && p.end <= sentence.end);
    if (person) return person;
    const run = capitalRun(wordsFrom(doc.narrative, at, 80), 0);
    const isPerson = run.length >= 2 && !/^(?:ASN|PNS|PPPK|Seluruh)$/.test(run[0]?.text ?? '');
    if (isPerson) return { start: at, end: run.at(-1)!.end, name: joinWords(run) };
  }
  return undefined;
}

function leads(doc: Prepared, sentence: Span, people: readonly Person[]): Person | undefined {
  const match = LEADS.exec(doc.narrative.slice(sentence.start, sentence.end));
  if (!match) return undefined;
  const at = sentence.start + match.index;
  return people.filter((p) => p.start >= sentence.start && p.end <= at && at - p.end < 60).at(-1);
}
