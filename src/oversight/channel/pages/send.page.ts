import { forAgency, transaction } from '../../../platform/db/index.ts';
import { dateIn } from '../../../platform/format.ts';
import { answerJson } from '../../../platform/http/respond.tsx';
import type { App, Ctx } from '../../../platform/http/visit.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { urls } from '../../../urls.ts';
import { admitProof, PROOF_HEADER } from '../../abuse/index.ts';
import { chainOf } from '../../recipients/index.ts';
import { FILE_PART, RANDOM_ID, toText } from '../../seal/index.ts';
import { placeOf } from '../place.ts';
import { readReport } from '../read-report.ts';
import { receive, receivePart } from '../receive.ts';

const PART = FILE_PART + 16;

/** What the script of the form asks for and sends. Nothing of what was written can be read here. */
export function sendPages(app: App, platform: Platform): void {
  const { pool, now } = platform;

  // As they stand: the browser checks each signature for itself.
  app.get(urls.reportSend, async (c) => {
    const { agency, state } = await placeOf(platform, c.req.param('agency'));
    if (state === 'closed') throw new Refusal('reporting.closedNow', 409);
    const chain = await forAgency(agency.id, () => chainOf(pool, agency.id));
    const rows = chain.map(({ statement, signature, signedBy }) => ({
      statement: toText(statement),
      signature: toText(signature),
      signedBy,
    }));
    return answerJson(c, { chain: rows });
  });

  app.post(urls.reportSend, async (c) => {
    const agencyId = c.req.param('agency');
    // Proved before the body is read: it is bound to the case by its header.
    const caseId = idIn(c, 'Ikrar-Case');
    const sent = { kind: 'report', channel: agencyId, subject: `report:${caseId}` } as const;
    admitProof(platform, sent, c.req.header(PROOF_HEADER));
    const report = readReport(await jsonIn(c));
    if (report.caseId !== caseId) throw new Refusal('reporting.unreadable', 400);
    const { agency, recipients } = await placeOf(platform, agencyId);
    const at = now();
    const day = dateIn(at, agency.zone);
    const arrival = { agencyId: agency.id, day, now: at, sealedIn: 'browser' } as const;
    const received = await forAgency(agency.id, () =>
      transaction(pool, (client) => receive(client, arrival, report, recipients), { idempotent: true }),
    );
    return answerJson(c, { day: received.day });
  });

  app.post(urls.reportFile, async (c) => {
    const agencyId = c.req.param('agency');
    const [caseId, fileId] = [idIn(c, 'Ikrar-Case'), idIn(c, 'Ikrar-File')];
    const n = Number(/^\d{1,2}$/.exec(c.req.header('Ikrar-Part') ?? '')?.[0] ?? -1);
    const subject = `file:${caseId}:${fileId}`;
    const weight = admitProof(
      platform,
      { kind: 'report', channel: agencyId, subject },
      c.req.header(PROOF_HEADER),
    );
    if (n < 0 || n >= weight || Number(c.req.header('content-length')) !== PART)
      throw new Refusal('reporting.unreadable', 400);
    const sealed = new Uint8Array(await c.req.arrayBuffer());
    if (sealed.length !== PART) throw new Refusal('reporting.unreadable', 400);
    await forAgency(agencyId, () =>
      transaction(pool, (client) => receivePart(client, { agencyId, caseId, fileId, n, sealed }), {
        idempotent: true,
      }),
    );
    return answerJson(c, {});
  });
}

function idIn(c: Ctx, header: string): string {
  const id = c.req.header(header) ?? '';
  if (!RANDOM_ID.test(id)) throw new Refusal('reporting.unreadable', 400);
  return id;
}

async function jsonIn(c: Ctx): Promise<unknown> {
  try {
    return await c.req.json();
  } catch {
    throw new Refusal('reporting.unreadable', 400);
  }
}
