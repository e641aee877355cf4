/** Drawing a signature, and keeping the page when the network is gone. The form works without either. */
for (const box of document.querySelectorAll<HTMLElement>('[data-draw]')) addCanvas(box);
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-sign]')) guardForm(form);

function addCanvas(box: HTMLElement): void {
  const field = box.querySelector('input') as HTMLInputElement;
  const canvas = Object.assign(document.createElement('canvas'), {
    className: 'draw',
    width: 1000,
    height: 300,
  });
  const label = Object.assign(document.createElement('p'), { textContent: box.dataset.label ?? '' });
  label.style.fontWeight = '600';
  const hint = Object.assign(document.createElement('p'), {
    className: 'hint',
    textContent: box.dataset.hint ?? '',
  });
  const clear = Object.assign(document.createElement('button'), { type: 'button', className: 'plain' });
  clear.textContent = box.dataset.draw ?? '';
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', box.dataset.label ?? '');
  box.append(label, hint, canvas, clear);
  const pen = canvas.getContext('2d') as CanvasRenderingContext2D;
  Object.assign(pen, { lineWidth: 5, lineCap: 'round', lineJoin: 'round', strokeStyle: '#14213d' });
  let strokes = '';
  let last = [-99, -99];

  const point = (event: PointerEvent) => {
    const area = canvas.getBoundingClientRect();
    const x = Math.round(((event.clientX - area.left) / area.width) * 1000);
    const y = Math.round(((event.clientY - area.top) / area.height) * 300);
    return [Math.min(1000, Math.max(0, x)), Math.min(300, Math.max(0, y))] as const;
  };
  const add = (kind: 'M' | 'L', [x, y]: readonly [number, number]) => {
    const next = `${strokes}${strokes ? ' ' : ''}${kind} ${x} ${y}`;
    if (next.length > 4096 || (kind === 'L' && Math.hypot(x - last[0]!, y - last[1]!) < 6)) return;
    strokes = next;
    last = [x, y];
    field.value = strokes;
    if (kind === 'M') pen.beginPath();
    pen[kind === 'M' ? 'moveTo' : 'lineTo'](x, y);
    pen.stroke();
  };
  canvas.addEventListener('pointerdown', (event) => {
    canvas.setPointerCapture(event.pointerId);
    add('M', point(event));
  });
  canvas.addEventListener('pointermove', (event) => {
    if (event.buttons) add('L', point(event));
  });
  clear.addEventListener('click', () => {
    strokes = field.value = '';
    pen.clearRect(0, 0, 1000, 300);
  });
}

function guardForm(form: HTMLFormElement): void {
  const button = form.querySelector('button[type=submit]') as HTMLButtonElement;
  const note = Object.assign(document.createElement('p'), { className: 'field-error' });
  note.setAttribute('role', 'alert');
  button.before(note);
  // Back from the answer, with the page as it was left.
  addEventListener('pageshow', () => {
    button.disabled = false;
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (button.disabled) return;
    button.disabled = true;
    note.textContent = '';
    try {
      // Asked first, so that the form itself is sent once: a wrong code sent twice would count as two tries.
      const there = await fetch('/health', { cache: 'no-store' });
      if (!there.ok) throw new Error('not now');
      form.submit();
    } catch {
      note.textContent = form.dataset.sign ?? '';
      button.disabled = false;
    }
  });
}
