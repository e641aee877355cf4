/** Where somebody draws their signature: strokes as `M x y L x y …` on 1000 by 300. */
export interface Drawing {
  canvas: HTMLCanvasElement;
  clear(): void;
}

export function drawingPad(label: string, changed: (strokes: string) => void): Drawing {
  const canvas = Object.assign(document.createElement('canvas'), {
    className: 'draw',
    width: 1000,
    height: 300,
  });
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', label);
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
    changed(strokes);
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
  const clear = () => {
    strokes = '';
    changed(strokes);
    pen.clearRect(0, 0, 1000, 300);
  };
  return { canvas, clear };
}
