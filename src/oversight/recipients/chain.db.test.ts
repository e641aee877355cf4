import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromUtf8, openCaseKeys, openSealed } from '../seal/index.ts';
import { type OversightWorld, openOversightWorld } from '../test-world.ts';
import { recipientsAt } from './index.ts';

let world: OversightWorld;
beforeAll(async () => {
  world = await openOversightWorld();
});
afterAll(() => world.close());

describe('the list of recipients in the database', () => {
  it('is read as it was signed, and the report sealed to it opens for its recipients', async () => {
    const list = await recipientsAt(world.platform.pool, world.agencyId);
    expect(list.map(({ role }) => role)).toEqual(['recipient', 'recipient', 'custodian', 'decider']);
    const { caseId, report } = await world.report({ mode: 'confidential' });
    const at = { agency: world.agencyId, case: caseId };
    const { rows } = await world.db.pool.query(
      'select sealed from oversight.case_access where case_id = $1 and key_id = $2',
      [caseId, world.second.keyId],
    );
    const own = { keyId: world.second.keyId, privateKey: world.second.key.seal.privateKey };
    const keys = await openCaseKeys(new Uint8Array(rows[0].sealed), own, { ...at, from: 'reporter' });
    const { rows: messages } = await world.db.pool.query(
      'select sealed from oversight.message where case_id = $1 and n = 0',
      [caseId],
    );
    const sealed = new Uint8Array(messages[0].sealed);
    const bound = { ...at, purpose: 'dialogue', from: 'reporter', to: 'dialogue' } as const;
    const text = fromUtf8(await openSealed(keys.dialogue.privateKey, sealed, bound));
    expect(JSON.parse(text)).toEqual(report);
  });

  it('takes no change that nobody in it signed, or for a key of another', async () => {
    const outsider = await world.newKeyed('inspector');
    await expect(world.list('add', outsider, 'recipient', outsider)).rejects.toThrow('recipients.unsigned');
    await expect(world.list('end', world.leader, 'decider', outsider)).rejects.toThrow('recipients.unsigned');
    const stolen = { ...world.inspector, accountId: outsider.accountId };
    await expect(world.list('add', outsider, 'recipient', stolen)).rejects.toThrow('recipients.notYourKey');
    const mixed = { ...outsider, key: world.second.key };
    await expect(world.list('add', mixed, 'recipient', world.inspector)).rejects.toThrow(
      'recipients.keyUnknown',
    );
  });

  it('is nothing at all once somebody wrote a row into it by hand', async () => {
    const { db, agencyId } = world;
    await db.pool.query(
      `insert into oversight.recipient
       select agency_id, 4, convert_to(replace(convert_from(statement, 'UTF8'), '"serial":3', '"serial":4'), 'UTF8'),
         signature, signed_by, at from oversight.recipient where agency_id = $1 and serial = 3`,
      [agencyId],
    );
    await expect(recipientsAt(world.platform.pool, agencyId)).rejects.toThrow('recipients.broken');
  });
});
