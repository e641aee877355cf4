/** As the server's own error summary, each line a link to its field; nothing where nothing is wrong. */
export function complain(place: HTMLElement, problem: string, wrong: Readonly<Record<string, string>>): void {
  place.replaceChildren();
  const found = Object.entries(wrong);
  if (found.length === 0) return;
  const box = Object.assign(document.createElement('div'), { className: 'errors', tabIndex: -1 });
  box.setAttribute('role', 'alert');
  const head = document.createElement('h2');
  head.textContent = problem;
  const list = document.createElement('ul');
  for (const [name, text] of found) {
    const item = document.createElement('li');
    const link = Object.assign(document.createElement(name ? 'a' : 'span'), { textContent: text });
    if (name) link.setAttribute('href', `#f-${name}`);
    item.append(link);
    list.append(item);
  }
  box.append(head, list);
  place.append(box);
  box.focus();
}
