import { toPrintable } from '../../platform/print/index.ts';
import { type Problem, refuse, warn } from './types.ts';
import { isTidy, nameKey } from './words.ts';

export const MAX_NAME = 120;

/** Control characters, zero-width and bidirectional marks, soft hyphen: none of them belongs in a name. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029\ufffc\ufffd]/gu;

/**
 * A name with its titles, as it will stand on the pact: NFC, single spaces, capitals left as they are. Single-word
 * names and apostrophes (Ma'ruf) are names like any other. Attacker: text that runs as a formula when the roster is
 * exported, or that turns the line around it (U+202E).
 */
export function parseName(base: string, before = '', after = ''): { name: string; problems: Problem[] } {
  const problems: Problem[] = [];
  const parts = [before, base, after].map((part) => tidy(part));
  const [titleBefore, core, titleAfter] = parts.map((part) => part.text) as [string, string, string];
  if (core === '') return { name: '', problems: [refuse('name.missing')] };
  if (/^'*[=+@-]/.test(core)) return { name: '', problems: [refuse('name.formula')] };
  if (/\d[\d .-]{6,}\d/.test(core)) return { name: '', problems: [refuse('name.number')] };
  if (!/\p{L}/u.test(core)) problems.push(refuse('name.no-letter'));
  if (parts.some((part) => part.cleaned)) problems.push(warn('name.cleaned'));
  const name = joinTitles(core, titleBefore, titleAfter);
  if (name.length > MAX_NAME)
    problems.push(refuse('name.too-long', { limit: MAX_NAME, length: name.length }));
  return { name: name.slice(0, MAX_NAME), problems };
}

function tidy(raw: string): { text: string; cleaned: boolean } {
  if (isTidy(raw)) return { text: /^[-.]*$/.test(raw) ? '' : raw, cleaned: false };
  const spaced = raw.normalize('NFC').replace(/\s+/g, ' ');
  const visible = toPrintable(spaced.replace(INVISIBLE, '')).text;
  const text = visible.replace(/\s+/g, ' ').trim();
  return { text: /^[-–—.]*$/.test(text) ? '' : text, cleaned: visible !== spaced };
}

/** "Dr. BUDI, S.Sos": a title that the name already carries is not written twice. */
function joinTitles(core: string, before: string, after: string): string {
  const key = nameKey(core);
  const hasBefore = before === '' || key.startsWith(`${nameKey(before)} `);
  const hasAfter = after === '' || key.endsWith(` ${nameKey(after)}`);
  const front = hasBefore ? core : `${before} ${core}`;
  return hasAfter ? front : `${front.replace(/[,\s]+$/, '')}, ${after.replace(/^[,\s]+/, '')}`;
}
