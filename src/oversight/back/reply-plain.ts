import { forAgency, transaction } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { StripError, tooMuch } from '../channel/attached.ts';
import { attachAside } from '../channel/clean-aside.ts';
import { receivePart } from '../channel/receive.ts';
import { notesOf } from '../channel/sealed-report.ts';
import { FILE_PART, type MessageText, newRandomId, sealPart } from '../seal/index.ts';
import { sealReply } from './open.ts';
import type { PlainBox } from './plain.ts';
import { addReply } from './write.ts';

interface Kept {
  text: string;
  name: string;
  contact: string;
}

/**
 * Without script: sealed here, in memory, and stored. The same text as the newest of one's own is the same message: a form
 * sent twice. @throws Refusal mailbox.empty, mailbox.tooMuch, reporting.* (422)
 */
export async function replyPlain(
  platform: Platform,
  box: PlainBox,
  form: FormData,
  kept: Kept,
): Promise<void> {
  const { head, opened } = box;
  if (!opened) throw new Refusal('mailbox.unknown');
  const files = await filesIn(form);
  if (kept.text.trim() === '' && kept.name === '' && files.length === 0) throw new Refusal('mailbox.empty');
  const place = { agencyId: head.agency, caseId: head.case };
  const notes = notesOf(files, newRandomId);
  const text: MessageText = {
    format: 'ikrar/message/v1',
    text: kept.text,
    files: notes.map(({ note }) => note),
  };
  const { name, contact } = kept;
  const identity = { format: 'ikrar/identity/v1', name, contact } as const;
  const newest = opened.messages.find(({ mine }) => mine)?.contents;
  const had = newest?.format === 'ikrar/message/v1' && files.length === 0 && newest.text === kept.text;
  const sealed =
    kept.text.trim() === '' && files.length === 0 ? null : await sealReply(head, opened.dialogue, text);
  const known = name === '' ? null : await sealReply(head, opened.dialogue, identity);
  await forAgency(head.agency, () =>
    transaction(platform.pool, async (client) => {
      if (known) await addReply(client, place, { sealed: known, files: [] }, platform.now());
      if (!sealed || had) return;
      const named = notes.map(({ note: { id, parts } }) => ({ id, parts }));
      await addReply(client, place, { sealed, files: named }, platform.now());
      for (const [index, { key }] of notes.entries())
        for (let n = 0; n < key.parts; n += 1) {
          const bytes = files[index]?.bytes.subarray(n * FILE_PART, (n + 1) * FILE_PART) as Uint8Array;
          await receivePart(client, { ...place, fileId: key.id, n, sealed: sealPart(key, n, bytes) });
        }
    }),
  );
}

async function filesIn(form: FormData) {
  const given = form.getAll('files').filter((file) => typeof file !== 'string' && file.size > 0) as File[];
  const much = tooMuch(given.map(({ size }) => size));
  if (much) throw new Refusal(much);
  try {
    return await attachAside(given, form.get('original') === 'yes');
  } catch (error) {
    if (error instanceof StripError) throw new Refusal('reporting.fileDamaged');
    throw error;
  }
}
