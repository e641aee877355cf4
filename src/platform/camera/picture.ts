import { decodeQR } from 'qr/decode.js';

/** What some browsers have of their own (Shape Detection API). */
interface Detector {
  detect(source: CanvasImageSource): Promise<{ rawValue: string }[]>;
}

/** Widths at which a photo is tried: codes are read best when a module is a few pixels wide. */
const widths = [1400, 2400, 900, 4000];
const patience = 1500;

/** The texts of codes in a picture, the browser's own reader first; empty where none can be read. */
export async function codesIn(picture: Blob): Promise<string[]> {
  const bitmap = await createImageBitmap(picture).catch(() => null);
  if (bitmap === null) return [];
  try {
    const found = await detected(bitmap);
    if (found.length > 0) return found;
    const tried = new Set(widths.map((width) => Math.min(width, bitmap.width)));
    for (const width of tried) {
      const text = decoded(bitmap, bitmap.width, bitmap.height, width, patience);
      if (text !== null) return [text];
    }
    return [];
  } finally {
    bitmap.close();
  }
}

/** The text of a code in what the camera shows now, or null. */
export async function codeIn(video: HTMLVideoElement): Promise<string | null> {
  if (video.videoWidth === 0) return null;
  const [found] = await detected(video);
  return found ?? decoded(video, video.videoWidth, video.videoHeight, 900, 40);
}

async function detected(source: ImageBitmap | HTMLVideoElement): Promise<string[]> {
  const own = (globalThis as { BarcodeDetector?: new (options: object) => Detector }).BarcodeDetector;
  if (own === undefined) return [];
  try {
    return (await new own({ formats: ['qr_code'] }).detect(source)).map(({ rawValue }) => rawValue);
  } catch {
    return [];
  }
}

function decoded(
  source: CanvasImageSource,
  fullWidth: number,
  fullHeight: number,
  most: number,
  timeLimit: number,
): string | null {
  const width = Math.min(most, fullWidth);
  const height = Math.max(1, Math.round((fullHeight * width) / fullWidth));
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return null;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(source, 0, 0, width, height);
  try {
    const { data } = context.getImageData(0, 0, width, height);
    return decodeQR({ width, height, data }, { timeLimit });
  } catch {
    return null;
  }
}
