import type { Filled } from '../fill.ts';
import type { Desk } from '../pages/paper.view.tsx';
import type { Part } from '../paper.ts';

const NAMES = {
  title: 'h3',
  heading: 'h4',
  centred: 'p',
  paragraph: 'p',
  item: 'p',
  field: 'p',
  sign: 'p',
} as const;

/** Everything by textContent: what people wrote is never markup. */
export function showPreview({ letterhead }: Desk, { parts }: Filled): void {
  const paper = document.querySelector('[data-paper-preview]');
  const head = letterhead.map((line) => {
    const p = document.createElement('p');
    p.append(Object.assign(document.createElement('strong'), { textContent: line }));
    return p;
  });
  paper?.replaceChildren(...head, ...parts.map(shown));
}

function shown(part: Part): HTMLElement {
  const element = document.createElement(NAMES[part.as]);
  if (part.as !== 'sign') {
    element.textContent = textOf(part);
    return element;
  }
  for (const line of [...part.left, ...part.right]) element.append(line, document.createElement('br'));
  return element;
}

function textOf(part: Exclude<Part, { as: 'sign' }>): string {
  if (part.as === 'field') return `${part.label}: ${part.text}`;
  return part.as === 'item' ? `${part.number}. ${part.text}` : part.text;
}
