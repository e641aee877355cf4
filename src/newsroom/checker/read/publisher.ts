import type { Prepared } from '../text/prepare.ts';
import type { RecordField } from '../types.ts';
import { regionLength } from './gazetteer.ts';
import { wordsFrom } from './words.ts';

const DATELINE =
  /^[ ]{0,6}([A-Z][\w .'/&]{1,40}?)(?:\s?[,|/]\s?([A-Za-z][\w .'-]{2,40}?)|\s?\(([A-Z][\w .'-]{2,40})\))?\s{0,2}(?:-{1,2}|\u2013|:\s?-)\s{0,2}(?=["']?[A-Z])/;
const MEDIA =
  /\.(?:com|id|co|net|news|tv|info|org|COM|ID|CO|NET|NEWS|TV)\b|^(?:MMC|ANTARA|Antara|RRI|TVRI|KBRN|PPID)\b|Media\s?Center|Kominfo|Diskominfo|Humas|News|Berita|Tribun|TRIBUN|Radar|\bPos\b|Post|Harian|Koran|Suara|\bInfo|Protokol|Prokopim|Kompas|KOMPAS|[Dd]etik|Online|Times/;
const BYLINE =
  /\(([A-Za-z][\w .&-]{0,24}\/[\w .&-]{1,24}|[a-z0-9][\w .&-]{0,24}(?:\/[\w .&-]{1,24}){0,3}|Adv|ADV|adv|[A-Z]{2,4}|\d{1,3}_[A-Z]{1,3})\)\s{0,2}\.?\s{0,2}$/;
const COPYRIGHT =
  /(?:Copyright|Hak\sCipta|COPYRIGHT)\s?(?:\u00a9|\(c\))?\s?([A-Z][\w.]{2,30})\s(?:19|20)\d{2}/;
const NOT_BYLINE = /^(?:ASN|PNS|PPPK|KPU|SKB|DPRD|OPD|Pemilu|NKRI)$/;

/** Who published, where the dateline places it, and the mark at the end. Only what is printed. */
export function readPublisher(doc: Prepared): {
  publisher?: RecordField<string>;
  dateline?: RecordField<string>;
  byline?: RecordField<string>;
} {
  const line = readDateline(doc);
  const byline = readByline(doc);
  const rights = line.publisher ? undefined : COPYRIGHT.exec(doc.whole.slice(-1500));
  const offset = Math.max(0, doc.whole.length - 1500);
  return {
    ...line,
    ...(rights
      ? {
          publisher: field(
            rights[1] as string,
            offset + rights.index + rights[0].indexOf(rights[1] as string),
          ),
        }
      : {}),
    ...(byline ? { byline } : {}),
  };
}

function readDateline(doc: Prepared): { publisher?: RecordField<string>; dateline?: RecordField<string> } {
  const lead = doc.clean.slice(doc.bodyStart, doc.bodyStart + 600);
  const skip = lead.length - lead.trimStart().length;
  const match = DATELINE.exec(lead.slice(skip, skip + 120));
  if (!match) return {};
  const parts = [match[1], match[2] ?? match[3]]
    .filter((part) => part !== undefined)
    .map((part) => part.trim());
  const at = (part: string) => doc.bodyStart + skip + match[0].indexOf(part);
  const publisher = parts.find((part, i) => MEDIA.test(part) || (i === 1 && match[3] !== undefined));
  const place = parts.find((part) => part !== publisher && !MEDIA.test(part) && isPlace(part));
  return {
    ...(publisher ? { publisher: field(publisher, at(publisher)) } : {}),
    ...(place ? { dateline: field(place, at(place)) } : {}),
  };
}

/** A place is written in capitals or is a known region, or stands alone before the dash. */
function isPlace(part: string): boolean {
  const words = wordsFrom(part, 0);
  return (
    words.length <= 4 && (regionLength(words, 0) > 0 || words.every((word) => /^\p{Lu}/u.test(word.text)))
  );
}

function readByline(doc: Prepared): RecordField<string> | undefined {
  const last = doc.sentences.at(-1);
  if (!last) return undefined;
  const tail = doc.clean.slice(last.start, last.end + 80).split('\n')[0] as string;
  const match = BYLINE.exec(tail.trimEnd());
  const mark = match?.[1];
  return match && mark && !NOT_BYLINE.test(mark) ? field(mark, last.start + match.index + 1) : undefined;
}

function field(value: string, start: number): RecordField<string> {
  return { value, start, end: start + value.length, derived: false };
}
