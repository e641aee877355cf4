type Listener = (event: never) => unknown;
type Attributes = Record<string, string | boolean | Listener | undefined>;
export type Child = Node | string | null | false | undefined;

/** An element; texts are always text. What is a function listens. */
export function h<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(key, value as EventListener);
    else if (value !== undefined && value !== false) element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.filter((child): child is Node | string => Boolean(child)));
  return element;
}

export function button(text: string, click: () => unknown, look = ''): HTMLButtonElement {
  return h('button', { type: 'button', class: look || undefined, click }, text);
}

/** A form that goes nowhere: what it does is done here. */
export function localForm(send: () => unknown, ...children: Child[]): HTMLFormElement {
  const submit = (event: Event) => {
    event.preventDefault();
    send();
  };
  return h('form', { submit, novalidate: true }, ...children);
}

/** Label, hint and control, as in the forms of the server. */
export function field(
  name: string,
  label: string,
  attributes: Attributes = {},
  hint = '',
): { box: HTMLElement; input: HTMLInputElement; wrong(text: string): void } {
  const described = hint ? `h-${name} e-${name}` : `e-${name}`;
  const id = `f-${name}`;
  const all = { id, name, autocomplete: 'off', 'aria-describedby': described, ...attributes };
  const input = h('input', all);
  const error = h('p', { class: 'field-error', id: `e-${name}`, hidden: true });
  const box = h(
    'div',
    { class: 'field' },
    h('label', { for: id }, label),
    hint && h('p', { class: 'hint', id: `h-${name}` }, hint),
    error,
    input,
  );
  const wrong = (text: string) => {
    error.textContent = text;
    error.hidden = !text;
    box.classList.toggle('wrong', text !== '');
    if (text) input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
  };
  return { box, input, wrong };
}

export function notice(tone: string, ...children: Child[]): HTMLElement {
  return h('div', { class: `notice ${tone}` }, ...children.map((child) => h('p', {}, child)));
}

export type Words = (key: string, params?: Record<string, string | number>) => string;

/** The texts of the page's own language, as the server wrote them into the page. */
export function wordsOf(texts: Record<string, string>): Words {
  return (key, params = {}) =>
    (texts[key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
