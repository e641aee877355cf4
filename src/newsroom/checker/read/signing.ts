import type { Prepared } from '../text/prepare.ts';
import type { RecordField, Span } from '../types.ts';

const SIGNS =
  /\b(?:pe)?menanda\s?tangan\w*|\bpenanda\s?tangan\w*|\bditanda\s?tangani\w*|\b(?:me)?neken\b|\bteken\b|\btanda\stangani?\b/i;
const OBJECT = /\b(?:(?:pakta|fakta)\sintegritas|ikrar|komitmen|deklarasi)/i;
const SYMBOLIC =
  /\b(?:secara\s)?simbol(?:is|ik)\b|\b(?:oleh|ditanda\s?tangani|menanda\s?tangani)\s(?:para\s|beberapa\s)?perwakilan\b/i;
const ORDER =
  /\b(?:diawali|dimulai|didahului)\s(?:oleh\s|dari\s)?([^;]{3,160}?)(?:,|\s)\s?(?:kemudian|lalu|selanjutnya|dan)?\s?(?:di)?(?:lanjutkan|ikuti|susul)\s(?:dengan\s|oleh\s)?(?:oleh\s)?([^;]{3,240})/i;
const BY =
  /\boleh\s(?:para\s)?([^;]{3,160}?)(?=\s(?:dan\sdilanjutkan|yang\s|serta\sdisaksikan|disaksikan|di\shadapan|di\s(?:aula|halaman|lapangan|kantor|ruang)|pada\s(?:hari|tanggal|Senin|Selasa|Rabu|Kamis|Jumat)|saat\s|setelah\s)|;|\.?$|,\s(?:di|pada|yang|disaksikan)\s)/i;
const OTHERS = /(?:disaksikan|dipimpin|didampingi|dihadiri|diikuti|disampaikan)\s(?:langsung\s)?$/i;
const OPENING = /^(?:Usai|Setelah|Selain|Dalam|Pada|Sebelum|Kemudian|Selanjutnya|Seusai)\b[^,]{0,120},\s/i;
const ALL = /\b(?:seluruh|semua|setiap|masing-masing|tiap)\b/i;
const ALL_SIGN =
  /\b(?:seluruh|semua|setiap|masing-masing|tiap)\b[^.]{0,90}\b(?:menanda\s?tangani|meneken|membubuhkan|penanda\s?tangan\w*)|\b(?:ditanda\s?tangani|penanda\s?tangan\w*)[^.]{0,90}\b(?:oleh\s)?(?:seluruh|semua|setiap|masing-masing)\b/i;
const WITNESS =
  /\b(?:dihadiri\sdan\s|dan\s)?disaksikan\s(?:langsung\s)?(?:oleh\s)?([^;]{3,200}?)(?=\s(?:di\s(?:aula|halaman|lapangan)|pada\s)|;|\.?$)/i;

export interface Signing {
  readonly what: 'pakta integritas' | 'ikrar';
  readonly manner: 'symbolic' | 'all' | 'order' | 'by' | 'stated';
  readonly who?: string;
  /** Who signed first and who after, where the text gives an order. */
  readonly order?: readonly string[];
}

/** Who signed what, and how. Reading, attending and witnessing are other facts. */
export function readSigning(doc: Prepared): RecordField<Signing> | undefined {
  const all = doc.sentences.flatMap((sentence, i) => readSentence(doc, sentence, doc.sentences[i - 1]));
  return [...all].sort((a, b) => rank(a.value) - rank(b.value))[0];
}

/** The pact before the pledge; then what says most about who signed. */
function rank({ what, manner }: Signing): number {
  const order: readonly Signing['manner'][] = ['all', 'order', 'symbolic', 'by', 'stated'];
  return order.indexOf(manner) + (what === 'ikrar' && manner !== 'all' ? 3 : 0);
}

/** The words "secara simbolis" about a signature, where nothing says that everybody signed. */
export function symbolicOnly(doc: Prepared): Span | undefined {
  const signing = doc.sentences.filter(({ start, end }) => SIGNS.test(doc.clean.slice(start, end)));
  if (
    signing.some(
      ({ start, end }) =>
        ALL_SIGN.test(doc.clean.slice(start, end)) && !SYMBOLIC.test(doc.clean.slice(start, end)),
    )
  ) {
    return undefined;
  }
  for (const { start, end } of signing) {
    const match = SYMBOLIC.exec(doc.clean.slice(start, end));
    if (match) return { start: start + match.index, end: start + match.index + match[0].length };
  }
  return undefined;
}

export function readWitnesses(doc: Prepared): RecordField<string> | undefined {
  for (const { start, end } of doc.sentences) {
    const match = WITNESS.exec(doc.narrative.slice(start, end));
    const who = match?.[1]?.trim();
    if (!match || !who) continue;
    const at = start + match.index + match[0].indexOf(who);
    return { value: who.replace(/\s+/g, ' '), start: at, end: at + who.length, derived: false };
  }
  return undefined;
}

function readSentence(doc: Prepared, { start, end }: Span, before: Span | undefined): RecordField<Signing>[] {
  const text = doc.narrative.slice(start, end);
  const signs = SIGNS.exec(text);
  const earlier = before ? doc.narrative.slice(before.start, before.end) : '';
  const named =
    OBJECT.exec(text) ?? (/penandatanganan\s(?:ini|tersebut)/i.test(text) ? pactIn(doc, earlier) : null);
  if (!signs || !named) return [];
  const what =
    /integritas/i.test(text) || (/integritas/i.test(named[0]) && !/ikrar/i.test(text))
      ? 'pakta integritas'
      : 'ikrar';
  return [{ value: mannerOf(text, what, signs.index), start, end, derived: false }];
}

/** "Penandatanganan ini" points back at the pact named earlier in the text. */
function pactIn(doc: Prepared, earlier: string): RegExpExecArray | null {
  return OBJECT.exec(earlier) ?? /\b(?:pakta|fakta)\sintegritas/i.exec(doc.clean.slice(0, 6000));
}

function mannerOf(text: string, what: Signing['what'], at: number): Signing {
  const order = ORDER.exec(text);
  if (order) return { what, manner: 'order', order: [tidy(order[1] ?? ''), tidy(order[2] ?? '')] };
  const who = subjectBefore(text, at) ?? signedBy(text, at);
  const manner = SYMBOLIC.test(text) ? 'symbolic' : who && ALL.test(who) ? 'all' : who ? 'by' : 'stated';
  return { what, manner, ...(who ? { who } : {}) };
}

/** The subject of an active "menandatangani". */
function subjectBefore(text: string, at: number): string | undefined {
  if (!/^(?:menanda|meneken|teken)/i.test(text.slice(at, at + 9))) return undefined;
  const clause =
    text
      .slice(Math.max(0, at - 220), at)
      .split(/[;:]|\s-\s/)
      .at(-1)
      ?.trim() ?? '';
  const main = clause.replace(OPENING, '');
  const subject = tidy(main.replace(/\s+(?:juga|turut|ikut|kemudian|telah|akan|kompak|serentak|,)$/gi, ''));
  return subject.length > 2 && subject.length < 200 ? subject : undefined;
}

/** Who signed, after a passive or a noun; "disaksikan oleh" and the like name others. */
function signedBy(text: string, at: number): string | undefined {
  const match = BY.exec(text.slice(at));
  if (!match || OTHERS.test(text.slice(at, at + match.index))) return undefined;
  return tidy(match[0].replace(/^oleh\s/i, ''));
}

function tidy(who: string): string {
  return who
    .replace(/\s+/g, ' ')
    .replace(/\s(?:secara\s\S+|kemudian|lalu|selanjutnya)$/, '')
    .replace(/[\s.,]+$/, '')
    .trim();
}
