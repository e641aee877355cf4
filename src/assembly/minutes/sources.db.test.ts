import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { telephonePhoto } from '../../../test/scan-files.ts';
import { openSigningWorld, type SigningWorld } from '../../../test/signing-world.ts';
import { addOfficer, createCeremony } from '../../ceremonies/index.ts';
import { minutesFile, recordByReceipt } from '../../evidence/index.ts';
import { transaction } from '../../platform/db/index.ts';
import { to } from '../../urls.ts';
import { parseMinutes } from '../../verify/index.ts';
import { recordGuest } from '../door/guests.ts';
import { addPhoto } from '../photos/add-photo.ts';
import { describePhoto } from '../photos/describe-photo.ts';
import { photoOf } from '../photos/photo.ts';
import { removePhoto } from '../photos/remove-photo.ts';
import { expectedTold } from './expected-told.ts';
import { freezeMinutes } from './freeze.ts';
import { type Draft, draftOf, versionsOf, type Where } from './minutes.ts';
import { minutesPages } from './pages/pages.ts';
import { sealDraft } from './seal.ts';
import { signerCode } from './signer-code.ts';

let site: SigningWorld;
let where: Where;
let photoId: string;
const by = 'account:notulis';
const now = () => site.platform.now();
const within = <T>(act: Parameters<typeof transaction<T>>[1]): Promise<T> => transaction(site.db.pool, act);

beforeAll(async () => {
  site = await openSigningWorld();
  minutesPages(site.app, site.platform);
  const { agencyId } = site.world;
  const ceremony = {
    ...({ kind: 'apel', title: 'Apel Ikrar Contoh', heldOn: '2024-09-18', heldOnStatus: 'stated' } as const),
    ...{ heldOnNote: null, startsAt: null, place: null, organiser: 'Sekretariat Contoh', minutes: null },
    ...{ isExample: false, agencyId, campaignId: await site.openedCampaign(), by },
  };
  const ceremonyId = await within((client) => createCeremony(client, ceremony, now()));
  where = { agencyId, ceremonyId };
  const officer = { office: 'Anggota', officeStatus: 'definitive', employer: 'Bawaslu Contoh' } as const;
  await within((client) =>
    addOfficer(client, { ...where, role: 'witness', name: 'Saksi Contoh', ...officer, by }, now()),
  );
  const guest = { name: null, count: 12, employer: 'KPU Contoh', office: 'Rombongan' } as const;
  const came = { kind: 'invited', standing: 'present', how: 'list', site: null } as const;
  await within((client) => recordGuest(client, { ...where, by }, { ...guest, ...came }, now(), 'rombongan'));
  photoId = await album('Barisan contoh');
  await album('');
});
afterAll(() => site.close());

/** A photo of its own; without a caption it says too little to stand in minutes. */
async function album(caption: string): Promise<string> {
  const clock = caption ? '2024:09:18 07:31:05' : '2024:09:18 07:32:05';
  const bytes = telephonePhoto(caption ? 6 : 3, undefined, clock);
  const { agencyId, ceremonyId } = where;
  return within(async (client) => {
    const id = await addPhoto(client, { ...where, bytes, takenAt: '', keptReason: null, by }, now());
    const photo = await photoOf(client, agencyId, ceremonyId, id);
    const words = { caption, consent: 'public-event', consentNote: '', position: '', seq: 0, by };
    await describePhoto(client, agencyId, photo, words, now());
    return id;
  });
}

describe('minutes of what others recorded', () => {
  it('hold guests, witnesses and described photos, and the file shows the pictures', async () => {
    const told = await expectedTold(site.db.pool, where, null);
    expect(told.witnesses).toEqual([
      { name: 'Saksi Contoh', office: 'Anggota', institution: 'Bawaslu Contoh' },
    ]);
    await within((client) => freezeMinutes(client, site.platform, { ...where, by }, { draft: 0, told }));
    const { content } = (await draftOf(site.db.pool, where)) as Draft;
    expect(content.guests).toEqual([{ who: 'Rombongan', employer: 'KPU Contoh', number: 12 }]);
    expect(content.photos.map(({ caption, takenAt }) => [caption, takenAt])).toEqual([
      ['Barisan contoh', '2024-09-17T22:31:00.000Z'],
    ]);
    const path = to('minutesSign', { code: signerCode(site.platform, { ...where, draft: 1, seq: 1 }) });
    const picture = await site.app.request(`http://localhost${path}?foto=1`);
    expect(picture.headers.get('content-type')).toBe('image/jpeg');
    expect((await site.app.request(`http://localhost${path}?foto=2`)).status).toBe(404);
    await within((client) => sealDraft(client, site.platform, { ...where, by }, 1));
    const [version] = await versionsOf(site.db.pool, where);
    const { record } = await recordByReceipt(site.db.pool, where.agencyId, version!.receipt);
    expect(parseMinutes(record).photos).toEqual(content.photos);
    const file = await minutesFile(site.platform, where.agencyId, version!.receipt);
    expect(Buffer.from(file).includes(Buffer.from(await picture.arrayBuffer()))).toBe(true);
  });

  it('cannot be sealed again with a photo that was taken out', async () => {
    const told = await expectedTold(site.db.pool, where, null);
    const draft = { draft: 1, told: { ...told, remarks: 'Dibetulkan.' } };
    await within((client) => freezeMinutes(client, site.platform, { ...where, by }, draft));
    await within(async (client) => {
      const photo = await photoOf(client, where.agencyId, where.ceremonyId, photoId);
      await removePhoto(client, where.agencyId, photo, 'Diminta yang difoto.', by, now());
    });
    const again = within((client) => sealDraft(client, site.platform, { ...where, by }, 2));
    await expect(again).rejects.toMatchObject({ code: 'minutes.photoGone' });
  });
});
