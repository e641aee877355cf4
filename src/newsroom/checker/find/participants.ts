import { regionLength } from '../read/gazetteer.ts';
import { readParticipants } from '../read/participants.ts';
import type { Reading } from '../read/reading.ts';
import { chooseInstitution } from '../read/record.ts';
import { joinWords, wordsFrom } from '../read/words.ts';
import type { RawFinding, Span } from '../types.ts';

const EMPLOYER =
  /\b(?:di\s)?(?:lingkungan|lingkup|jajaran|ASN|pegawai|PNS)\s(?:Pemerintah\s|Pem)?(Kabupaten|Kab\.|Kota|kab|kot|Provinsi|Prov\.|prov)\s(?=\p{Lu})/gu;
const DISTRICT_STAFF = /\b(?:camat|lurah)\b/i;

/** The organiser's staff and another employer's in one count: a roster must keep each one's own employer. */
export function findMixedEmployers(reading: Reading): RawFinding[] {
  const { doc } = reading;
  const chosen = chooseInstitution(reading);
  const level = chosen?.level?.value;
  if (!chosen || !level || /Jakarta|DKI/.test(chosen.field.value)) return [];
  const employer = otherEmployer(reading, chosen.field.value, level);
  const district = level === 'province' || level === 'OPD of province' ? districtStaff(reading) : undefined;
  const span = employer ?? district;
  if (!span) return [];
  const params = { organiser: chosen.field.value, other: doc.source.slice(span.start, span.end) };
  return [{ code: 'participants-mixed-employers', start: span.start, end: span.end, params, sources: [] }];
}

/** Staff of a named kabupaten or kota at a province's ceremony, of another region, or of the province at a kabupaten's. */
function otherEmployer({ doc }: Reading, organiser: string, level: string): Span | undefined {
  for (const sentence of doc.sentences) {
    const text = doc.clean.slice(sentence.start, sentence.end);
    if (!/\b(?:diikuti|dihadiri|hadir|peserta|mengikuti)\b/i.test(text)) continue;
    for (const match of text.matchAll(EMPLOYER)) {
      const at = sentence.start + match.index + match[0].length;
      const words = wordsFrom(doc.clean, at, 80);
      const name = joinWords(words.slice(0, Math.max(1, regionLength(words, 0))));
      const kind = /prov/i.test(match[1] as string) ? 'province' : 'local';
      const isProvince = /province/.test(level);
      const differs = kind === 'province' ? !isProvince : isProvince || !organiser.includes(name);
      if (differs) return { start: sentence.start + match.index, end: at + name.length };
    }
  }
  return undefined;
}

/** Camat and lurah are staff of a kabupaten or kota everywhere but in Jakarta. */
function districtStaff({ doc }: Reading): Span | undefined {
  return readParticipants(doc)?.value.find((participant) => DISTRICT_STAFF.test(participant.who));
}
