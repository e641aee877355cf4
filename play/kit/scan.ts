import type { Locator } from 'playwright-core';
import decodeQR from 'qr/decode.js';

/** What a phone's camera reads off a code that is drawn on somebody's screen. */
export async function scan(code: Locator): Promise<string> {
  const { width, height, data } = await code.evaluate(async (svg) => {
    const side = 400;
    const image = new Image(side, side);
    const drawn = new XMLSerializer().serializeToString(svg);
    image.src = `data:image/svg+xml;utf8,${encodeURIComponent(drawn)}`;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: side, height: side });
    const pen = canvas.getContext('2d') as CanvasRenderingContext2D;
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, side, side);
    pen.drawImage(image, 16, 16, side - 32, side - 32);
    return { width: side, height: side, data: [...pen.getImageData(0, 0, side, side).data] };
  });
  return decodeQR({ width, height, data: Uint8Array.from(data) });
}
