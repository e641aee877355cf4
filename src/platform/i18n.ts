import type { Refusal } from './refusal.ts';
export type Lang = 'id' | 'en';
export type Params = Readonly<Record<string, string | number>>;
export type Translate<Key extends string> = (key: Key, params?: Params) => string;

const registered = new Map<string, Record<Lang, string>>();

/**
 * Joins a slice's two message files. Keys are unique over the product, so a refusal's code finds its text
 * wherever it was thrown. Placeholders are written {name}.
 */
export function messages<Id extends Record<string, string>>(id: Id, en: Record<keyof Id, string>) {
  for (const key of Object.keys(id)) registered.set(key, { id: id[key] as string, en: en[key] as string });
  return (lang: Lang): Translate<keyof Id & string> =>
    (key, params) =>
      fill((lang === 'en' ? en : id)[key] as string, params);
}

/** The text of any registered code, or undefined where no slice has it. */
export function messageOf(lang: Lang, code: string, params?: Params): string | undefined {
  const found = registered.get(code);
  return found && fill(found[lang], params);
}

function fill(text: string, params: Params = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/** What a refusal tells the person; its code where no message has been written for it. */
export function refusalText(lang: Lang, { code, params }: Pick<Refusal, 'code' | 'params'>): string {
  return messageOf(lang, code, params) ?? code;
}
