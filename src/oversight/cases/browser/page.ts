import { fromText } from '../../seal/index.ts';

/** What the page of a case says of itself to the script. Public halves only. */
export interface CasePlace {
  agency: string;
  case: string;
  /** account:ID of who reads. */
  from: string;
  dialogue: Uint8Array;
  team: Uint8Array;
  /** Own keys by id. */
  own: ReadonlyMap<string, Uint8Array>;
  content: string;
  files: string;
  part(file: string, n: number): string;
  say(key: string): string;
}

export function casePlace(section: HTMLElement): CasePlace {
  const data = section.dataset as Record<string, string>;
  const own = (data.keys ?? '').split(' ').filter(Boolean);
  return {
    ...{ agency: data.agency as string, case: data.case as string, from: data.from as string },
    ...{ dialogue: fromText(data.dialogue as string), team: fromText(data.team as string) },
    own: new Map(
      own.map((one) => one.split(':') as [string, string]).map(([id, key]) => [id, fromText(key)]),
    ),
    ...{ content: data.content as string, files: data.files as string },
    part: (file, n) => (data.part as string).replace('FILE', file).replace('PART', String(n)),
    say: (key) => document.querySelector(`#kata-perkara [data-key="${key}"]`)?.textContent ?? '',
  };
}

export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text = '',
  className = '',
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}
