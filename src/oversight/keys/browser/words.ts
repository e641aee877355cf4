import { RECOVERY, readCode } from '../../seal/index.ts';
import { type Texts, Told } from './form.ts';

/** Recovery words as they were typed. @throws Told, naming the word that is none and the nearest to it */
export function checkedWords(typed: string, texts: Texts): string {
  const read = readCode(typed, RECOVERY);
  if ('bits' in read) return typed;
  if ('wrongWord' in read) {
    const line = read.suggestions.length > 0 ? texts.wrongWord : texts.unknownWord;
    throw new Told(
      (line ?? '').replace('{word}', read.wrongWord).replace('{near}', read.suggestions.join(', ')),
    );
  }
  if ('wrongCount' in read)
    throw new Told((texts.wrongCount ?? '').replace('{found}', String(read.wrongCount)));
  throw new Told(texts.wrongOrder);
}

export function showWords(list: Element | null, words: string): void {
  list?.replaceChildren(
    ...words.split(' ').map((word) => Object.assign(document.createElement('li'), { textContent: word })),
  );
}
