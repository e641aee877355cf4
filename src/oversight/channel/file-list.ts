import { attach, StripError } from './attached.ts';
import type { IslandText } from './pages/texts.ts';
import type { Attached } from './sealed-report.ts';

/** A file as it will be sealed; its bytes stay in a Blob, so that a small phone need not hold them all at once. */
export type Ready = Omit<Attached, 'bytes'> & { blob: Blob; size: number };

export interface FileList {
  sizes(): number[];
  damaged(): boolean;
  attached(): Promise<Ready[]>;
}

/** The chosen files, each cleaned when it is chosen, with what came of that beside its name. */
export function fileList(
  form: HTMLFormElement,
  input: HTMLInputElement,
  list: HTMLElement,
  text: (key: IslandText) => string,
): FileList {
  let items: { file: File; work: Promise<Ready | null>; failed: boolean }[] = [];
  const original = form.elements.namedItem('original') as HTMLInputElement;

  function again(): void {
    list.hidden = (input.files?.length ?? 0) === 0;
    list.replaceChildren();
    items = [...(input.files ?? [])].map((file, index) => {
      const line = list.appendChild(document.createElement('li'));
      const note = document.createElement('span');
      line.append(`${file.name}: `, note);
      note.textContent = text('file.cleaning');
      const item = { file, failed: false, work: Promise.resolve<Ready | null>(null) };
      item.work = clean(file, index + 1).then(
        ({ kept, ...ready }) => {
          note.textContent = text(`file.${kept}`);
          return ready;
        },
        (error) => {
          if (!(error instanceof StripError)) throw error;
          item.failed = true;
          note.textContent = text('file.failed');
          return null;
        },
      );
      return item;
    });
  }

  async function clean(file: File, number: number) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { bytes: left, ...rest } = attach(bytes, file, number, original.checked);
    return { ...rest, size: left.length, blob: new Blob([left as BlobPart]) };
  }

  input.addEventListener('change', again);
  original.addEventListener('change', again);
  if ((input.files?.length ?? 0) > 0) again();
  return {
    sizes: () => items.map(({ file }) => file.size),
    damaged: () => items.some(({ failed }) => failed),
    async attached() {
      const ready = await Promise.all(items.map(({ work }) => work));
      return ready.filter((one) => one !== null);
    },
  };
}
