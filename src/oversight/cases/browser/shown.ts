import type { Contents, FileNote } from '../../seal/index.ts';
import type { CaseContents } from '../contents/read.ts';
import { downloaded } from './files.ts';
import { type CasePlace, element } from './page.ts';

/** One message as a card; everything by textContent, for what a stranger wrote is never markup. */
export function messageCard(
  place: CasePlace,
  message: CaseContents['messages'][number],
  contents: Contents | null,
  day: string,
): HTMLElement {
  const card = element('article', '', 'card');
  const head = element('p', '', 'quiet');
  head.textContent = `${whoText(place, message.sender)} · ${place.say(`audience.${message.audience}`)} · ${day}`;
  card.append(head);
  if (!contents) {
    card.append(element('p', place.say('unopened')));
    return card;
  }
  for (const [label, text] of linesOf(place, contents)) {
    if (!text) continue;
    if (label) card.append(element('h3', label));
    card.append(element('p', text, 'words'));
  }
  if ('files' in contents) for (const file of contents.files) card.append(fileLine(place, file));
  return card;
}

function whoText(place: CasePlace, sender: string): string {
  if (sender === 'reporter') return place.say('by.reporter');
  return place.say(sender === place.from ? 'by.you' : 'by.team');
}

function linesOf(place: CasePlace, contents: Contents): (readonly [string, string])[] {
  if (contents.format === 'ikrar/message/v1') return [['', contents.text]];
  if (contents.format === 'ikrar/identity/v1')
    return [
      [place.say('nameHead'), contents.name],
      [place.say('contactHead'), contents.contact],
    ];
  const { what, who, when, where, how } = contents;
  return [
    [place.say('whatHead'), what],
    [place.say('whoHead'), [who.name, who.post, who.unit].filter(Boolean).join(', ')],
    [place.say('whenHead'), when],
    [place.say('whereHead'), where],
    [place.say('howHead'), how],
  ];
}

function fileLine(place: CasePlace, file: FileNote): HTMLElement {
  const line = element('p');
  const size = `${Math.max(1, Math.round(file.length / 1024))} kB`;
  const button = element('button', `${place.say('download')} ${file.name}`, 'plain');
  const told = element('span', '', 'quiet');
  told.setAttribute('role', 'status');
  button.type = 'button';
  button.addEventListener('click', () => void downloaded(place, file, told));
  line.append(button, ` ${size}, ${place.say(file.stripped ? 'stripped' : 'original')} `, told);
  return line;
}
