import type { QueueBody } from '../shapes.ts';
import { bound } from '../statement.ts';
import { macOf, type Opened } from './keys.ts';
import { openText, seal } from './seal.ts';
import { signStatement } from './sign.ts';
import { addItem, type Device, type Kept, keptItems, readDevice } from './store.ts';

/** An item of the queue with what is in it, as long as the device is unlocked. */
export type Entry = Pick<Kept, 'seq' | 'state' | 'receipt' | 'code'> & { body: QueueBody };

/** What somebody did on the device, before it has a number. */
export type Done =
  | Omit<Extract<QueueBody, { kind: 'sign' }>, 'statement'>
  | Omit<Extract<QueueBody, { kind: 'presence' }>, 'at'>;

/**
 * Saves it on the disk once. The number is part of what is sealed and signed, so it is taken first and looked at
 * again in the transaction that writes: another tab may have been quicker.
 * @returns the number it has, now or since an earlier tap
 * @throws where there is no room, and then nothing was saved
 */
export async function save(db: IDBDatabase, opened: Opened, done: Done, now: Date): Promise<number> {
  for (;;) {
    const device = await readDevice(db);
    if (!device) throw new Error('forgotten');
    const mark = await macOf(opened, await markOf(db, opened, device, done));
    const body = await bodyOf(device, opened, done, now);
    const sealed = await seal(opened.seal, bound.item(device.tablet, device.next), JSON.stringify(body));
    const seq = await addItem(db, { seq: device.next, mark, sealed });
    if (seq !== null) return seq;
  }
}

/** Everything that was done here, oldest first. What cannot be opened is left out: it is sent all the same. */
export async function entriesOf(db: IDBDatabase, opened: Opened, tablet: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const { seq, sealed, state, receipt, code } of await keptItems(db)) {
    const body = await openText(opened.seal, bound.item(tablet, seq), sealed).catch(() => null);
    if (body) entries.push({ seq, state, receipt, code, body: JSON.parse(body) });
  }
  return entries;
}

/**
 * One person signs once unless the server refused it, and is recorded the same way once unless something else was
 * said of them in between.
 */
async function markOf(db: IDBDatabase, opened: Opened, { tablet }: Device, done: Done): Promise<string> {
  const earlier = (await entriesOf(db, opened, tablet)).filter(
    ({ body }) => body.kind === done.kind && body.person === done.person,
  );
  if (done.kind === 'sign')
    return `sign\n${done.person}\n${earlier.filter(({ state }) => state === 'refused').length}`;
  let changes = 0;
  let last = '';
  for (const { body, state } of earlier) {
    const said = JSON.stringify(body.kind === 'presence' && [body.standing, body.reason]);
    // What stays as somebody else recorded it may be said once more.
    const isOver = state === 'refused' || state === 'before';
    if (isOver || said !== last) changes += 1;
    last = isOver ? '' : said;
  }
  const same = last === JSON.stringify([done.standing, done.reason]);
  return `presence\n${done.person}\n${same ? changes : changes + 1}`;
}

async function bodyOf(device: Device, { contents }: Opened, done: Done, now: Date): Promise<QueueBody> {
  const at = now.toISOString();
  if (done.kind === 'presence') return { ...done, at };
  const { agency, tablet, next: seq, privateKey } = device;
  const { person, drawing, textDigest: text, typedName } = done;
  const name = contents.people.find(({ id }) => id === person)?.name ?? '';
  const campaign = contents.campaign.id;
  const statement = { agency, at, campaign, device: tablet, drawing, name, seq, text, typedName };
  return { ...done, statement: { at, seq, signature: await signStatement(privateKey, statement) } };
}
