import { bodyOf, type MailServer, startMailServer } from '../../test/mail-server.ts';
import { openSigningWorld, type SigningWorld } from '../../test/signing-world.ts';
import { transaction } from '../platform/db/index.ts';
import type { Platform } from '../platform/platform.ts';
import { type Plan, setPlan, UNSET } from './plan.ts';
import { remind } from './round.ts';

/** A signing world with a mail server, addresses on the roster, and a clock of Jayapura. */
export interface Site extends SigningWorld {
  mail: MailServer;
  log: string[];
  platform: Platform;
  /** Sets the clock: 'YYYY-MM-DDTHH:MM' in Jayapura. */
  at(moment: string): void;
  plan(campaignId: string, change?: Partial<Plan>): Promise<void>;
  /** Everybody is looked at, as it is every ten minutes; the addresses that got a mail, sorted. */
  round(platform?: Platform): Promise<string[]>;
  /** The text of the newest mail to this address. */
  textTo(address: string): string;
}

export const ADDRESSES = {
  dinas: 'maruf@contoh.example',
  seksi: 'siti@contoh.example',
  kecamatan: 'yosefina@contoh.example',
  retired: 'pensiun@contoh.example',
};

export async function openSite(): Promise<Site> {
  const site = await openSigningWorld();
  const mail = await startMailServer();
  const config = {
    ...site.platform.config,
    privateHooks: true as const,
    publicUrl: 'https://ikrar.contoh.example',
    mail: { url: mail.url, from: 'Ikrar <ikrar@contoh.example>', perMinute: 60_000 },
  };
  const platform: Platform = { ...site.platform, config };
  const log: string[] = [];
  for (const [who, address] of Object.entries(ADDRESSES))
    await site.db.pool.query('update agencies.person set email = $2 where id = $1', [
      site.world.people[who as keyof typeof ADDRESSES],
      address,
    ]);
  return {
    ...{ ...site, mail, log, platform },
    at: (moment) => site.setClock(new Date(`${moment}:00+09:00`)),
    plan: (campaignId, change = {}) =>
      transaction(site.db.pool, (client) =>
        setPlan(
          client,
          {
            ...{ agencyId: site.world.agencyId, campaignId, by: 'account:contoh' },
            plan: { ...UNSET, isOn: true, ...change },
          },
          platform.now(),
        ),
      ),
    round: async (own = platform) => {
      const before = mail.mails.length;
      await site.db.pool.query('update reminders.turn set lease_until = $1 where halted_why is null', [
        platform.now(),
      ]);
      await remind(own, (line) => log.push(line));
      return mail.mails
        .slice(before)
        .flatMap(({ to }) => to)
        .sort();
    },
    textTo: (address) => {
      const found = mail.mails.findLast(({ to }) => to.includes(address));
      if (!found) throw new Error(`no mail to ${address}`);
      return bodyOf(found);
    },
    close: async () => {
      await mail.close();
      await site.close();
    },
  };
}
