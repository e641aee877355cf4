import {
  CLOCKS,
  type Confidence,
  findArticle,
  findInstrument,
  printCitation,
  SANCTIONS,
  type Source,
} from '../../law/index.ts';
import { type Cite, type Kind, RULES } from './kinds.ts';

const SURE: Readonly<Record<Confidence, string>> = {
  verified: 'terlihat di sumber',
  inferred: 'disimpulkan dari beberapa sumber',
  recalled: 'perlu verifikasi',
  conflict: 'sumber bertentangan',
};

const FORM =
  'Susunan kata bukan bentuk resmi: bentuk resmi tidak dapat dilihat sewaktu naskah ini disiapkan. Periksa sebelum dipakai.';

/** Small print of a document: the articles it rests on, how sure we are of each, and where it was seen. */
export function notesFor(kind: Kind, draft = true): string[] {
  return [...(draft ? [FORM] : []), ...RULES[kind].cites.map(noteOf)];
}

function noteOf(cite: Cite): string {
  const instrument = findInstrument(cite.instrument);
  if (!instrument) throw new Error(`no instrument ${cite.instrument}`);
  const { pasal, ayat } = cite;
  const article = pasal ? { pasal, ...(ayat ? { ayat } : {}) } : undefined;
  const { confidence, sources } = knownOf(cite) ?? instrument;
  const seen = sources[0] ? ` ${sources[0].url}` : '';
  return `Dasar: ${printCitation({ instrument, ...(article ? { article } : {}) }, 'short')} (${SURE[confidence]}).${seen}`;
}

/** What the register says of this very article; an article that it does not hold is only recalled. */
function knownOf(cite: Cite): { confidence: Confidence; sources: readonly Source[] } | undefined {
  if (!cite.pasal) return undefined;
  const clock = CLOCKS.find(
    ({ instrument, ref }) =>
      instrument === cite.instrument && ref?.pasal === cite.pasal && (!cite.ayat || ref?.ayat === cite.ayat),
  );
  if (clock) return { confidence: clock.confidence, sources: clock.readings[0].sources };
  const sanction = SANCTIONS.find(
    ({ instrument, ref }) => instrument === cite.instrument && ref?.pasal === cite.pasal,
  );
  if (sanction) return sanction;
  const ref = { pasal: cite.pasal, ...(cite.ayat ? { ayat: cite.ayat } : {}) };
  return findArticle(cite.instrument, ref) ?? { confidence: 'recalled', sources: [] };
}
