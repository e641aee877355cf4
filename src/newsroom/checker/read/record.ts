import { printArticle } from '../../../law/index.ts';
import type { DraftRecord, RecordField, RecordFieldName, Span } from '../types.ts';
import { weekdayName } from './calendar.ts';
import { personValue, readLeader, readOccasion } from './ceremony.ts';
import { readClosing, readGuidance } from './closing.ts';
import { regionLength } from './gazetteer.ts';
import { levelOf } from './institution.ts';
import { readLetterhead } from './letterhead.ts';
import { readCount, readParticipants } from './participants.ts';
import { readPlace } from './place.ts';
import { readPublisher } from './publisher.ts';
import type { Reading } from './reading.ts';
import { readSigning, readWitnesses } from './signing.ts';
import { speakersOf } from './speech.ts';
import { joinWords, wordsFrom } from './words.ts';

const HEAD_OF_REGION =
  /^(?:Wakil )?(Bupati|Wali ?[Kk]ota|Gubernur|Sekda|Sekretaris Daerah)(?: (Kabupaten|Kota|Provinsi))? (\p{Lu}.*)$/u;
const KIND_OF: Readonly<Record<string, string>> = {
  Bupati: 'Kabupaten',
  Walikota: 'Kota',
  'Wali Kota': 'Kota',
  Gubernur: 'Provinsi',
};

type Fields = { [Field in RecordFieldName]?: RecordField | undefined };

/** The draft of a ceremony record: each value with the span it came from; what the text does not say is absent. */
export function draftRecord(reading: Reading): DraftRecord {
  const { doc, elections } = reading;
  if (!/ikrar|pakta|netral/i.test(doc.clean)) return onlyCitations(reading);
  const institution = chooseInstitution(reading);
  return present({
    ...readPublisher(doc),
    institution: institution && { ...institution.field },
    level: institution?.level,
    election: elections.election,
    titleElection: elections.titleElection,
    ...dateFields(reading),
    place: readPlace(doc),
    occasion: readOccasion(doc),
    leader: readLeader(doc, reading.people),
    speakers: speakers(reading),
    ...bases(reading),
    participants: readParticipants(doc),
    count: readCount(doc),
    ...pointFields(reading),
    signing: readSigning(doc),
    witnesses: readWitnesses(doc),
    closing: readClosing(doc),
    guidance: readGuidance(doc),
  });
}

/** A text that speaks of no pledge has no ceremony; its letters and laws are still what they are. */
function onlyCitations(reading: Reading): DraftRecord {
  return present(bases(reading));
}

/** Whose ceremony it is: the institution whose staff act in the opening, else the first one named there. */
export function chooseInstitution(
  reading: Reading,
): { field: RecordField<string>; level?: RecordField<string> } | undefined {
  const { doc, institutions } = reading;
  const lead = doc.sentences[2]?.end ?? doc.sentences.at(-1)?.end ?? 0;
  const head = doc.kind === 'circular' ? readLetterhead(doc) : undefined;
  if (head) {
    const level = levelOf(head.value.replace(', Pemerintah', ''));
    return { field: head, ...(level ? { level: toField(level, head, true) } : {}) };
  }
  const near = institutions.filter((i) => i.start < lead);
  const first = doc.sentences[0]?.end ?? 0;
  const acting = near.find(
    (i) =>
      i.start < first &&
      /(?:lingkungan|lingkup|pegawai|ASN|jajaran|PNS|aparatur)\s(?:\(ASN\)\s)?(?:di\s|pada\s)?$/i.test(
        doc.clean.slice(Math.max(0, i.start - 24), i.start),
      ),
  );
  const chosen = acting ?? near[0] ?? (doc.kind === 'circular' ? institutions[0] : undefined);
  if (!chosen) return governmentOf(reading);
  const level = levelOf(chosen.name);
  const field = toField(chosen.name, chosen, false);
  return { field, ...(level ? { level: toField(level, chosen, true) } : {}) };
}

/** "Sekda Kabupaten X" and "Bupati X" speak for the government of X, where no institution is named. */
function governmentOf({
  people,
  doc,
}: Reading): { field: RecordField<string>; level?: RecordField<string> } | undefined {
  const lead = doc.sentences[1]?.end ?? 0;
  for (const person of people.filter((p) => p.start < lead)) {
    const match = HEAD_OF_REGION.exec(person.office ?? '');
    const words = match ? wordsFrom(match[3] as string, 0) : [];
    const length = regionLength(words, 0);
    const kind = match && (match[2] ?? KIND_OF[match[1] as string]);
    if (!kind || length === 0) continue;
    const name = `Pemerintah ${kind} ${joinWords(words.slice(0, length))}`;
    const level = levelOf(name);
    return { field: toField(name, person, true), ...(level ? { level: toField(level, person, true) } : {}) };
  }
  return undefined;
}

function dateFields({ doc, time }: Reading): Fields {
  const { event, resolved, notBefore } = time;
  const printed = event && doc.source.slice(event.start, event.end).trim();
  const value = resolved && { date: resolved.date, weekday: weekdayName(resolved.date) };
  return {
    datePrinted: event && toField(printed, event, false),
    dateResolved:
      event && value && toField(value.date, event, resolved.derived || event.date?.iso !== resolved.date),
    dateNotBefore: !resolved && notBefore ? toField(notBefore.date, notBefore, true) : undefined,
  };
}

function speakers({ doc, people }: Reading): RecordField | undefined {
  const found = speakersOf(
    doc.clean.slice(0, doc.bodyStart + 60_000),
    doc.narrative.slice(0, doc.bodyStart + 60_000),
    people,
  );
  return list(found.map((person) => ({ ...personValue(person), start: person.start, end: person.end })));
}

function bases({ doc, letters, instruments, articles, time }: Reading): Fields {
  const letter = letters[0];
  // The first number of a circular is its own; its date and issuer stand elsewhere on the page.
  const own = doc.kind === 'circular' && letter && !letter.dated ? time.own?.iso : undefined;
  const head = own && readLetterhead(doc)?.value;
  const skb = instruments.find((i) => i.type === 'skb');
  const value = letter && {
    number: letter.number,
    ...(letter.kind ? { kind: letter.kind } : {}),
    ...(letter.issuer || head ? { issuer: letter.issuer ?? head } : {}),
    ...(letter.dated?.iso || own ? { date: letter.dated?.iso ?? own } : {}),
  };
  return {
    letter: letter && toField(value, { start: letter.start, end: letter.dated?.end ?? letter.end }, false),
    skb: skb && toField(skbValue(skb), skb, skb.reading !== 'verified'),
    otherBases: list(otherBases(instruments, articles)),
  };
}

/** Every other instrument once, at its first mention, with all the articles cited of it. */
function otherBases(instruments: Reading['instruments'], articles: Reading['articles']): (Span & object)[] {
  const byName = new Map<string, Span & { instrument: string; articles: string[] }>();
  for (const { type, name, start, end } of instruments) {
    if (type !== 'skb' && !byName.has(name)) byName.set(name, { instrument: name, articles: [], start, end });
  }
  for (const { of, ref } of articles) if (of) byName.get(of.name)?.articles.push(printArticle(ref));
  return [...byName.values()];
}

function skbValue({ name, instrument, reading, garbles }: Reading['instruments'][number]): unknown {
  const byNumber = reading === 'verified' && instrument;
  return {
    instrument: name,
    garbled: garbles.length > 0,
    ...(byNumber ? { numbers: instrument.numbers } : {}),
  };
}

function pointFields({ points }: Reading): Fields {
  if (!points) return {};
  const { announced } = points;
  return {
    pointsAnnounced: announced && toField(announced.count, announced, false),
    points: list(points.points),
  };
}

function list(items: readonly (Span & object)[]): RecordField | undefined {
  if (items.length === 0) return undefined;
  const start = items.reduce((least, item) => Math.min(least, item.start), Number.MAX_SAFE_INTEGER);
  const end = items.reduce((most, item) => Math.max(most, item.end), 0);
  return { value: items, start, end, derived: false };
}

function toField<Value>(value: Value, { start, end }: Span, derived: boolean): RecordField<Value> {
  return { value, start, end, derived };
}

function present(fields: Fields): DraftRecord {
  return Object.fromEntries(Object.entries(fields).filter(([, field]) => field !== undefined)) as DraftRecord;
}
