import { generateKeyPairSync, sign } from 'node:crypto';
import type pg from 'pg';
import type { LogKey } from '../src/evidence/index.ts';
import { type Client, transaction } from '../src/platform/db/index.ts';
import {
  cosign,
  formatCheckpoint,
  formatNote,
  formatWitnessVkey,
  growTiles,
  leafHash,
  parseNote,
  type ReadTile,
  signatureLine,
  witnessKey,
} from '../src/verify/index.ts';
import type { SigningWorld } from './signing-world.ts';
import { addStaff, signAs } from './signing-world.ts';

/** Logs to tamper with, and who else has keys. */
export interface Scene {
  site: SigningWorld;
  campaignId: string;
  /** A smaller log, which a witness has cosigned. */
  other: string;
  installation: string;
  /** Another installation's key. */
  foreign: LogKey;
  /** Cosigns whatever text it is given. */
  witness: { vkey: string; line(text: string, time: number): Promise<string> };
}

/** Sizes at which the log of the world below was published. */
export const HEADS = [10, 200, 270, 300];
export const HOUR = 3_600_000;

/** A campaign, no example, that was signed over four hours and published at the end of each; and a smaller one. */
export async function signedLogs(
  site: SigningWorld,
  witness: Scene['witness'],
): Promise<Pick<Scene, 'campaignId' | 'other'>> {
  const size = HEADS.at(-1) as number;
  const people = await addStaff(
    site,
    Array.from({ length: size }, () => ({})),
  );
  const campaignId = await site.openedCampaign();
  const other = await site.openedCampaign();
  await site.db.pool.query('update campaigns.campaign set is_example = false');
  let at = site.platform.now();
  let from = 0;
  for (const to of HEADS) {
    await Promise.all(people.slice(from, to).map((personId) => signAs(site, campaignId, personId)));
    if (from === 0) await Promise.all(people.slice(0, 5).map((personId) => signAs(site, other, personId)));
    from = to;
    await site.publish();
    at = new Date(at.getTime() + HOUR);
    site.setClock(at);
  }
  await cosigned(site, other, witness);
  return { campaignId, other };
}

async function cosigned({ db }: SigningWorld, campaignId: string, { vkey, line }: Scene['witness']) {
  const { rows } = await db.pool.query('select * from evidence.checkpoint where campaign_id = $1', [
    campaignId,
  ]);
  for (const { agency_id, size, note, published_at } of rows) {
    const time = Math.floor(published_at.getTime() / 1000);
    const values = [
      agency_id,
      campaignId,
      vkey,
      size,
      await line(parseNote(note).text, time),
      new Date(time * 1000),
    ];
    await db.pool.query('insert into evidence.cosignature values ($1, $2, $3, $4, $5, $6, $6)', values);
  }
}

/** A witness that believes everything. */
export function credulousWitness(): Scene['witness'] {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const key = witnessKey('saksi.contoh', publicKey.export({ type: 'spki', format: 'der' }).subarray(-32));
  return {
    vkey: formatWitnessVkey(key),
    line: async (text, time) =>
      signatureLine(await cosign(text, key, time, (bytes) => sign(null, bytes, privateKey))),
  };
}

/** Runs `work` on a database in which `tamper` was done with all rights of its owner, and undoes it. */
export async function tampered<T>(
  pool: pg.Pool,
  tamper: (client: pg.ClientBase) => Promise<unknown>,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  let result: T | undefined;
  const undo = new Error('undo');
  await transaction(pool, async (client) => {
    await tamper(client);
    result = await work(client);
    throw undo;
  }).catch((error) => {
    if (error !== undo) throw error;
  });
  return result as T;
}

/** What somebody with the database and the key can do: forget what was published and publish again at these sizes. */
export async function publishAnew(
  client: pg.ClientBase,
  key: LogKey,
  campaignId: string,
  sizes: readonly number[],
  publishedAt: readonly Date[],
): Promise<void> {
  const { rows } = await client.query('select agency_id, origin from evidence.log where campaign_id = $1', [
    campaignId,
  ]);
  const { agency_id: agencyId, origin } = rows[0];
  for (const table of ['tile', 'checkpoint'])
    await client.query(`delete from evidence.${table} where campaign_id = $1`, [campaignId]);
  const entries = await client.query(
    'select entry from evidence.log_entry where campaign_id = $1 order by idx',
    [campaignId],
  );
  const leaves = entries.rows.map(({ entry }) => leafHash(entry));
  const tiles = new Map<string, Uint8Array>();
  const read: ReadTile = (level, n, width) => tiles.get(`${level}/${n}.${width}`) as Uint8Array;
  let from = 0;
  for (const [i, size] of sizes.entries()) {
    const grown = await growTiles(from, leaves.slice(from, size), read);
    for (const { level, n, width, bytes } of grown.tiles) {
      tiles.set(`${level}/${n}.${width}`, bytes);
      const values = [agencyId, campaignId, level, n, width, bytes];
      await client.query('insert into evidence.tile values ($1, $2, $3, $4, $5, $6)', values);
    }
    const text = formatCheckpoint({ origin, size, root: grown.root });
    const note = formatNote({ text, signatures: key.sign(origin, text) });
    const head = [agencyId, campaignId, size, note, publishedAt[i]];
    await client.query('insert into evidence.checkpoint values ($1, $2, $3, $4, $5)', head);
    from = size;
  }
}
