import { hex, sha256 } from './bytes.ts';
import { FormatError } from './format-error.ts';
import { type MinutesRecord, requireContent } from './minutes.ts';
import { requireCounts } from './minutes-figures.ts';
import type { SealedPdf } from './pdf.ts';
import { readPhotos } from './pdf-photos.ts';
import type { Made, Steps } from './steps.ts';

/** The checks that minutes have in place of those of a pledged text. @returns the digest of the text that was read */
export function checkMinutes(steps: Steps, minutes: MinutesRecord, pdf: Made<SealedPdf>): Made<string> {
  const content = steps.make('minutes-content', [pdf], () => {
    requireContent(minutes);
    return minutes.text?.digest ?? '';
  });
  steps.make('minutes-counts', [pdf], () => requireCounts(minutes));
  steps.make('minutes-photos', [pdf], (file) => requirePhotos(file, minutes));
  return content;
}

/** In their order. Attacker: whoever prints another picture above a caption. */
function requirePhotos({ bytes }: SealedPdf, minutes: MinutesRecord): void {
  const shown = readPhotos(bytes)
    .map((photo) => hex(sha256(photo)))
    .join(' ');
  if (shown !== minutes.photos.map((photo) => photo.sha256).join(' '))
    throw new FormatError('photos-mismatch');
}
