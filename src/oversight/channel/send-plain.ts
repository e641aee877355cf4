import type { Agency } from '../../agencies/index.ts';
import { forAgency, transaction } from '../../platform/db/index.ts';
import { dateIn } from '../../platform/format.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { FILE_PART, newRandomId, type Recipient, readCode, reporterKeys, sealPart } from '../seal/index.ts';
import { nodeSlowHash } from '../slow-hash.ts';
import { receive, receivePart } from './receive.ts';
import { type Attached, notesOf, sealReport, type Written } from './sealed-report.ts';

export interface Plain {
  agency: Agency;
  caseId: string;
  /** Words; made with the form. */
  code: string;
  written: Written;
  files: readonly Attached[];
  recipients: readonly Recipient[];
}

/**
 * Without script: what was written is in this process's memory until it is sealed here, and nowhere else; the keys of the
 * case and the code are forgotten with the answer. @throws Refusal as `receive`
 */
export async function sendPlain(platform: Platform, plain: Plain): Promise<void> {
  const { agency, caseId, code, written, files, recipients } = plain;
  const read = readCode(code);
  if (!('bits' in read)) throw new Refusal('reporting.unreadable', 400);
  const reporter = await reporterKeys(read.bits, nodeSlowHash);
  const notes = notesOf(files, newRandomId);
  const sealed = await sealReport(
    { agency: agency.id, caseId },
    written,
    notes.map(({ note }) => note),
    recipients,
    reporter,
  );
  const now = platform.now();
  const day = dateIn(now, agency.zone);
  const arrival = { agencyId: agency.id, day, now, sealedIn: 'server' } as const;
  await forAgency(agency.id, () =>
    transaction(platform.pool, async (client) => {
      const before = await receive(client, arrival, sealed, recipients);
      if (before.again) return;
      for (const [index, { key }] of notes.entries())
        for (let n = 0; n < key.parts; n += 1) {
          const bytes = (files[index] as Attached).bytes.subarray(n * FILE_PART, (n + 1) * FILE_PART);
          const part = { agencyId: agency.id, caseId, fileId: key.id, n, sealed: sealPart(key, n, bytes) };
          await receivePart(client, part);
        }
    }),
  );
}
