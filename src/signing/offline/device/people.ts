import { codeLetters, inFours } from '../../../platform/codes.ts';
import type { PackContents, PackPerson } from '../shapes.ts';
import type { Entry } from './queue.ts';

/** What came with the server's answers. */
export interface News {
  signed: string[];
  standings: Record<string, string>;
}

/** Most names that one search shows. */
const MOST = 10;

/** Nobody is listed before three letters are typed; whoever did not sign yet stands first, then the order. */
export function findPeople(
  { people, order }: Pick<PackContents, 'people' | 'order'>,
  typed: string,
  hasDone: (person: PackPerson) => boolean,
): PackPerson[] {
  const wanted = plain(typed).trim();
  if (wanted.replace(/ /g, '').length < 3) return [];
  const place = (person: PackPerson) => {
    const at = order.persons.indexOf(person.id);
    return [
      hasDone(person) ? 1 : 0,
      ` ${plain(person.name)}`.includes(` ${wanted}`) ? 0 : 1,
      at < 0 ? order.persons.length : at,
    ];
  };
  return people
    .filter(({ name }) => plain(name).includes(wanted))
    .map((person) => ({ person, at: place(person) }))
    .sort(
      (a, b) =>
        a.at.map((n, i) => n - b.at[i]!).find((n) => n !== 0) ?? a.person.name.localeCompare(b.person.name),
    )
    .slice(0, MOST)
    .map(({ person }) => person);
}

/** The next three of the order who have not done it: more names the screen does not give away. */
export function nextInOrder(
  { people, order }: Pick<PackContents, 'people' | 'order'>,
  hasDone: (person: PackPerson) => boolean,
): PackPerson[] {
  return order.persons
    .flatMap((id) => people.find((person) => person.id === id) ?? [])
    .filter((person) => !hasDone(person))
    .slice(0, 3);
}

/** The code of a slip as it is printed, out of what was typed or scanned; null where there is none. */
export function slipCode(text: string): string | null {
  const code = codeLetters(/\/s\/([^/?#]+)/.exec(text)?.[1] ?? text);
  return /^[0-9A-Z]{12}$/.test(code) ? inFours(code) : null;
}

export function hasSigned(person: PackPerson, entries: readonly Entry[], news: News): boolean {
  return (
    person.signed ||
    news.signed.includes(person.id) ||
    entries.some(
      ({ body, state }) => body.kind === 'sign' && body.person === person.id && state !== 'refused',
    )
  );
}

/** The newest word: what was recorded here counts before what the server said earlier. */
export function standingOf(person: PackPerson, entries: readonly Entry[], news: News): string | null {
  const here = entries.filter(
    ({ body, state }) => body.kind === 'presence' && body.person === person.id && state === 'waiting',
  );
  const last = here[here.length - 1]?.body;
  if (last?.kind === 'presence') return last.standing;
  return news.standings[person.id] ?? recordedHere(person, entries) ?? person.standing;
}

function recordedHere(person: PackPerson, entries: readonly Entry[]): string | null {
  const found = entries.filter(
    ({ body, state }) => body.kind === 'presence' && body.person === person.id && state !== 'refused',
  );
  const last = found[found.length - 1]?.body;
  return last?.kind === 'presence' ? last.standing : null;
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N} ]/gu, '');
}
