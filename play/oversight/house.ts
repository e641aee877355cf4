import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addAccount, addGrant, type Role, tieAccount } from '../../src/access/index.ts';
import { readConfig } from '../../src/platform/config.ts';
import { openDatabase, transaction } from '../../src/platform/db/index.ts';
import { packageRoot } from '../../src/platform/root.ts';
import { AGENCY, plant } from '../kit/yard.ts';

/** Everybody is invented. */
export const PEOPLE = {
  inspector: { username: 'inspektur', name: 'Laras Contoh', role: 'inspector' },
  second: { username: 'auditor', name: 'Wira Contoh', role: 'inspector' },
  head: { username: 'sekda', name: 'Arum Pratama Contoh', role: 'leader' },
  outsider: { username: 'kepegawaian', name: 'Rinjani Contoh', role: 'officer' },
} as const satisfies Record<string, { username: string; name: string; role: Role }>;
export type Who = keyof typeof PEOPLE;
export const PASSWORD = 'padi-kapas-rotan-jati';
export const PASSPHRASE = 'empat kata yang saya ingat sendiri';

/** An institution with forty people, and the accounts of those who play; keys and channel they make themselves. */
export async function plantHouse(dataDir: string): Promise<void> {
  const employees = await plant(dataDir, 40, { isExample: false });
  const db = await openDatabase(readConfig({ IKRAR_DATA: dataDir }), () => {});
  try {
    const now = new Date();
    await transaction(db.pool, async (client) => {
      for (const { username, name, role } of Object.values(PEOPLE)) {
        const account = { username, name, password: PASSWORD, isExample: false };
        const accountId = await addAccount(client, account, now);
        await addGrant(client, { agencyId: AGENCY, accountId, role, unitId: null, by: 'system:play' }, now);
        // The head's account is tied to the head's own row in the roster, as a BKPSDM ties it.
        const personId = employees[0]?.id as string;
        const tie = { agencyId: AGENCY, accountId, personId, by: 'system:play' };
        if (role === 'leader') await tieAccount(client, tie, now);
      }
    });
  } finally {
    await db.close();
  }
}

/** The server's clock, which a play may set ahead. */
export class Clock {
  readonly #file: string;
  #days = 0;

  constructor(dataDir: string) {
    this.#file = join(dataDir, 'clock');
    writeFileSync(this.#file, '0');
  }

  get env(): Record<string, string> {
    const preload = join(packageRoot(), 'play/kit/shifted-clock.cjs');
    return { NODE_OPTIONS: `--require ${preload}`, PLAY_CLOCK: this.#file };
  }

  /** Days later, at the server. */
  async ahead(days: number): Promise<void> {
    this.#days += days;
    writeFileSync(this.#file, String(this.#days * 86_400_000));
    await new Promise((resolve) => setTimeout(resolve, 300));
  }

  /** 'YYYY-MM-DD' in Jakarta, so many days from the server's today. */
  day(from = 0): string {
    const at = Date.now() + (this.#days + from) * 86_400_000 + 7 * 3_600_000;
    return new Date(at).toISOString().slice(0, 10);
  }
}
