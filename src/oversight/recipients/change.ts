import type { ClientBase } from 'pg';
import { exec } from '../../platform/db/index.ts';
import { happened } from '../../platform/events.ts';
import { Refusal } from '../../platform/refusal.ts';
import { recorded } from '../events/record.ts';
import { keysOf } from '../keys/keys.ts';
import {
  recipientsOf,
  SealError,
  type SignedStatement,
  type Statement,
  statementOf,
  toText,
} from '../seal/index.ts';
import { chainOf, checkedList, sql } from './chain.ts';

/** A statement holds for these minutes around its own time: none is kept aside and brought in later. */
const MINUTES = 15;

/**
 * Takes the next statement of the list. The server checks what browsers will check, and that the key is that of the
 * account named; it could sign nothing itself.
 * @throws Refusal recipients.broken (409), recipients.moved (409: somebody was quicker), recipients.unsigned (422),
 * recipients.notYourKey (403), recipients.keyUnknown (422), recipients.late (422)
 */
export async function changeRecipients(
  client: ClientBase,
  change: { agencyId: string; accountId: string; row: SignedStatement },
  now: Date,
): Promise<Statement> {
  const { agencyId, accountId, row } = change;
  const chain = await chainOf(client, agencyId);
  checkedList(agencyId, chain);
  const statement = statementIn(agencyId, chain, row);
  if (Math.abs(Date.parse(statement.at) - now.getTime()) > MINUTES * 60_000)
    throw new Refusal('recipients.late', 422);
  await mustBeKeys(client, { agencyId, accountId, row, statement });
  const { serial } = statement;
  if ((await exec(client, sql.add, { ...{ agencyId, serial, now }, ...row })) === 0)
    throw new Refusal('recipients.moved', 409);
  await told(client, { agencyId, accountId, statement, now });
  return statement;
}

function statementIn(agencyId: string, chain: readonly SignedStatement[], row: SignedStatement): Statement {
  try {
    const statement = statementOf(row.statement);
    if (statement.serial !== chain.length) throw new Refusal('recipients.moved', 409);
    recipientsOf(agencyId, [...chain, row]);
    return statement;
  } catch (error) {
    if (error instanceof SealError) throw new Refusal('recipients.unsigned', 422);
    throw error;
  }
}

async function mustBeKeys(
  client: ClientBase,
  {
    agencyId,
    accountId,
    row,
    statement,
  }: { agencyId: string; accountId: string; row: SignedStatement; statement: Statement },
): Promise<void> {
  const keys = await keysOf(client, agencyId, null);
  if (!keys.some((key) => key.id === row.signedBy && key.accountId === accountId))
    throw new Refusal('recipients.notYourKey', 403);
  const about = keys.find(({ id }) => id === statement.keyId);
  const same =
    about?.accountId === statement.accountId &&
    toText(about.sealPublic) === statement.sealPublic &&
    toText(about.signPublic) === statement.signPublic;
  if (!same) throw new Refusal('recipients.keyUnknown', 422);
}

async function told(
  client: ClientBase,
  of: { agencyId: string; accountId: string; statement: Statement; now: Date },
): Promise<void> {
  const { agencyId, statement, now: at } = of;
  const { serial, role, keyId } = statement;
  const event = { agencyId, at, actor: `account:${of.accountId}` };
  const data = { serial, role, keyId };
  const subject = `key:${keyId}`;
  if (statement.change === 'add') {
    await recorded(client, { ...event, caseId: null, kind: 'recipient.added', data });
    await happened(client, { ...event, kind: 'recipient.added', subject, data });
  } else {
    await recorded(client, { ...event, caseId: null, kind: 'recipient.ended', data });
    await happened(client, { ...event, kind: 'recipient.ended', subject, data });
  }
}
