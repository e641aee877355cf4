import { REGIONS, type Region } from '../elections/index.ts';

/**
 * The regions that somebody may have meant: a Kemendagri code, or a name with or without Kabupaten, Kota or Provinsi.
 * Several where the name alone does not tell (Bandung); none where it is not known.
 */
export function regionsNamed(text: string): readonly Region[] {
  const typed = text.trim().toLowerCase().replace(/\s+/g, ' ');
  if (typed === '') return [];
  if (/^\d\d(\.\d\d)?$/.test(typed)) return REGIONS.filter((region) => region.code === typed);
  const [, word, name] = /^(?:(kab(?:upaten|\.)?|kota|prov(?:insi|\.)?) )?(.+)$/.exec(typed) ?? [];
  const named = REGIONS.filter((region) => region.name.toLowerCase() === name);
  const level = word && LEVEL[word.slice(0, 3)];
  return level ? named.filter((region) => region.level === level) : named;
}

const LEVEL: Readonly<Record<string, Region['level']>> = { kab: 'kabupaten', kot: 'kota', pro: 'province' };

/** The name as people write it: Kabupaten Bangka, Kota Metro, Provinsi Riau. */
export function regionName({ name, level }: Region): string {
  return `${level === 'province' ? 'Provinsi' : level === 'kota' ? 'Kota' : 'Kabupaten'} ${name}`;
}
