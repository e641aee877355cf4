import { bytesToHex } from '@noble/hashes/utils.js';
import { uploaded } from '../../cases/browser/files.ts';
import { openCase } from '../../cases/browser/opened.ts';
import { sealedWords } from '../../cases/browser/write.ts';
import { unlocked } from '../../keys/unlocked.ts';
import type { Desk } from '../pages/paper.view.tsx';
import { type Paper, titleOf } from '../paper.ts';
import { placeOf } from './desk.ts';
import { keep, Posted, posted } from './keep.ts';
import { docxMaker, pdfMaker } from './makers.ts';

/**
 * Lays the PDF out, has its digest sealed, puts the seal in, seals both files to the team and brings them in one message.
 * @returns the SHA-256 of the PDF; null where the key is locked
 */
export async function store(desk: Desk, paper: Paper, name: string): Promise<string | null> {
  const open = await unlocked(desk.agencyId);
  if (!open) return null;
  const place = placeOf(desk);
  const opened = await openCase(place, open);
  // The key to which is sealed came with the access, not from the page.
  place.team = opened.keys.team.publicKey;
  const [{ sealedPdf, digestOf }, { docxOf, DOCX_TYPE }] = await Promise.all([pdfMaker(), docxMaker()]);
  const { kind } = desk;
  const pdf = await sealedPdf(paper, desk.room, async (digest) => {
    const asked = { act: 'seal', kind, digest: bytesToHex(digest) };
    return (await posted<{ container: string }>(desk.post, asked)).container;
  });
  const digest = digestOf(pdf);
  const files = [
    new File([pdf], `${name}.pdf`, { type: 'application/pdf' }),
    new File([docxOf(paper)], `${name}.docx`, { type: DOCX_TYPE }),
  ];
  const notes = [];
  for (const file of files) notes.push(await uploaded(place, file, () => {}));
  const to = { purpose: 'team', publicKey: place.team, to: 'team' } as const;
  const sealed = await sealedWords(place, to, `${titleOf(paper)}\nSHA-256 ${digest}`, notes);
  const [one, two] = notes;
  const row = { act: 'store', kind, digest, pdf: one?.id, docx: two?.id, text: desk.textN, sealed };
  await atNext(opened.contents.next, (n) => posted(desk.post, { ...row, n }));
  keep(pdf, 'application/pdf', `${name}.pdf`);
  return digest;
}

/** Where somebody wrote meanwhile, the next number. */
async function atNext(next: number, send: (n: number) => Promise<unknown>): Promise<void> {
  for (let n = next; n < next + 20; n++) {
    try {
      await send(n);
      return;
    } catch (error) {
      if (!(error instanceof Posted) || error.status !== 409) throw error;
    }
  }
  throw new Error('');
}
