import { agencyOn } from '../agencies/index.ts';
import { openChannelHere, reportHere } from '../oversight/index.ts';
import { forAgency, transaction } from '../platform/db/index.ts';
import type { Platform } from '../platform/platform.ts';

/** The institution whose example has an election of today's law. */
const AGENCY = 'gumas';

/** Everything in it is invented. */
const REPORT = {
  what: 'Saya melihat seorang pegawai Dinas Rekaan membagikan unggahan bakal calon di grup kantor. Ini laporan contoh.',
  who: { name: 'Misal Rekaan', post: 'Analis Contoh', unit: 'Dinas Rekaan' },
  when: '2024-09-03',
  where: 'Grup percakapan kantor contoh',
  how: 'Saya anggota grup itu.',
};

/** An open channel, whose recipient's passphrase everybody knows, with one report in it. */
export function exampleChannel({ pool, now }: Platform, accountId: string): Promise<void> {
  return forAgency(AGENCY, async () => {
    const agency = await agencyOn(pool, AGENCY, null);
    await transaction(pool, async (client) => {
      const receiving = { agencyId: AGENCY, accountId, label: 'Contoh Inspektur' };
      await openChannelHere(client, receiving, now());
      await reportHere(client, agency, REPORT, now());
    });
  });
}
