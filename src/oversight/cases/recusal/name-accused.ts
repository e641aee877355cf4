import type { ClientBase } from 'pg';
import { z } from 'zod';
import { one } from '../../../platform/db/index.ts';
import { type MessageText, sealTo, utf8 } from '../../seal/index.ts';
import { nextN } from '../contents/read.ts';
import { addMessage } from '../contents/write.ts';
import { sql as caseSql } from '../seen.ts';
import { writeStep } from '../workflow/write-step.ts';
import { type Accused, connectedTo } from './connected.ts';
import { recuse } from './recuse.ts';

export interface Naming {
  agencyId: string;
  caseId: string;
  personId: string;
  /** The team says that this is the head of the institution. */
  head: boolean;
  by: string;
  today: string;
  /** How the name stands in the team's file. */
  words: (accused: Accused) => string;
}

/**
 * Who is reported: asked from the roster, so that those who must be kept out are known. The server keeps no tie between
 * case and person. It must know the person for this moment anyway, so it seals the name to the team itself, in memory.
 * @throws Refusal cases.personUnknown, cases.nobodyLeft, those of writeStep
 */
export async function nameAccused(client: ClientBase, naming: Naming, now: Date): Promise<void> {
  const { agencyId, caseId, personId, by, today } = naming;
  const connected = await connectedTo(client, agencyId, { personId, head: naming.head }, now);
  await recuse(client, { agencyId, caseId, accountIds: connected.accountIds, why: 'superior', by }, now);
  const data = { head: connected.head, tied: connected.tied };
  await writeStep(client, { agencyId, caseId, what: 'accused', onDate: today, data, by }, now);
  await nameSealed(client, naming, connected.accused, now);
}

async function nameSealed(client: ClientBase, naming: Naming, accused: Accused, now: Date): Promise<void> {
  const { agencyId, caseId, by, today } = naming;
  const text: MessageText = { format: 'ikrar/message/v1', text: naming.words(accused), files: [] };
  const Team = z.object({ teamPublic: z.instanceof(Buffer) });
  const { teamPublic } = await one(client, caseSql.about, { agencyId, caseId }, Team);
  const bound = { agency: agencyId, case: caseId, purpose: 'team', from: by, to: 'team' } as const;
  const sealed = await sealTo(new Uint8Array(teamPublic), utf8(JSON.stringify(text)), bound);
  const n = await nextN(client, agencyId, caseId);
  const message = { agencyId, caseId, n, audience: 'team', sender: by, keyId: null, sealed } as const;
  await addMessage(client, { ...message, day: today, files: [] }, now);
}
