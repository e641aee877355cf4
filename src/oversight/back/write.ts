import type { ClientBase } from 'pg';
import { z } from 'zod';
import { agencyOn } from '../../agencies/index.ts';
import { exec, maybe, one } from '../../platform/db/index.ts';
import { dateIn } from '../../platform/format.ts';
import { Refusal } from '../../platform/refusal.ts';
import { recorded } from '../events/record.ts';
import { type Place, sql } from './find.ts';

export interface Reply {
  sealed: Uint8Array;
  files: readonly { id: string; parts: number }[];
}

const MOST_WRITTEN = 300;
const MOST_FILES = 60;
const Counts = z.object({ next: z.number(), written: z.number(), files: z.number() });

/**
 * What a reporter adds, sealed. The very same bytes again are the same message. Possible as long as the case is kept, also
 * where the channel takes no new reports. @throws Refusal mailbox.tooMuch (422)
 */
export async function addReply(client: ClientBase, place: Place, reply: Reply, at: Date): Promise<number> {
  const { zone } = await agencyOn(client, place.agencyId, null);
  const { sealed, files } = reply;
  const day = dateIn(at, zone);
  for (;;) {
    const same = await maybe(client, sql.sameReply, { ...place, sealed }, z.object({ n: z.number() }));
    if (same) return same.n;
    const { next: n, ...had } = await one(client, sql.counts, { ...place }, Counts);
    if (had.written >= MOST_WRITTEN || had.files + files.length > MOST_FILES)
      throw new Refusal('mailbox.tooMuch');
    if ((await exec(client, sql.addReply, { ...place, n, sealed, day })) === 0) continue;
    for (const { id, parts } of files)
      await exec(client, sql.addFile, { ...place, fileId: id, n, parts, day });
    await recorded(client, { ...place, at, actor: 'reporter', kind: 'case.reporterWrote', data: { n } });
    return n;
  }
}

/** From now on the code opens nothing. What was written stays with those who work on it, until it is deleted by rule. */
export async function forget(client: ClientBase, place: Place, at: Date): Promise<void> {
  await recorded(client, { ...place, at, actor: 'reporter', kind: 'case.reporterForgot' });
}
