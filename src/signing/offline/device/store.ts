import type { Pack, QueueAnswer } from '../shapes.ts';

/** Everything that stays on the device. No name, number or code stands in it in plain. */
export interface Device {
  id: 'this';
  agency: string;
  /** Empty between the making of the key and the server's answer: a tablet takes one key for good. */
  tablet: string;
  publicKey: string;
  expires: string;
  /** null: forgotten after its time, while something still waits to be sent. */
  pack: Pack | null;
  privateKey: CryptoKey;
  /** The number of the next item. */
  next: number;
  /** Under the pack's key: who signed elsewhere, and who was recorded how. */
  news: string | null;
  /** Whoever holds the device goes on without waiting for the first of the order. */
  waived: boolean;
}

export interface Kept {
  seq: number;
  /** By this the same act is known, whatever was tapped twice and in however many tabs. */
  mark: string;
  sealed: string;
  state: 'waiting' | QueueAnswer['items'][number]['state'];
  receipt: string | null;
  code: string | null;
}

const NAME = 'ikrar-perangkat';

export function openStore(): Promise<IDBDatabase> {
  const opening = indexedDB.open(NAME, 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore('device', { keyPath: 'id' });
    opening.result
      .createObjectStore('items', { keyPath: 'seq' })
      .createIndex('mark', 'mark', { unique: true });
  };
  return asked(opening).then((db) => {
    // Another tab forgets the device: this one must not hold it back, nor go on showing it.
    db.onversionchange = () => {
      db.close();
      location.reload();
    };
    return db;
  });
}

export function readDevice(db: IDBDatabase): Promise<Device | undefined> {
  return asked(db.transaction('device').objectStore('device').get('this'));
}

/** Changes some of what is known of the device, whoever else writes meanwhile. */
export async function changeDevice(db: IDBDatabase, change: Partial<Device>): Promise<void> {
  const work = writing(db, ['device']);
  const device = work.objectStore('device');
  const known = (await asked(device.get('this'))) as Device | undefined;
  device.put({ ...known, ...change, id: 'this' });
  await ended(work);
}

/** In the order of their numbers. */
export function keptItems(db: IDBDatabase): Promise<Kept[]> {
  return asked(db.transaction('items').objectStore('items').getAll());
}

/**
 * The item and the raised number in one transaction.
 * @returns the number under which this act is kept, now or before; null where another tab took the number
 */
export async function addItem(
  db: IDBDatabase,
  item: Pick<Kept, 'seq' | 'mark' | 'sealed'>,
): Promise<number | null> {
  const work = writing(db, ['device', 'items']);
  const [devices, items] = [work.objectStore('device'), work.objectStore('items')];
  const before = (await asked(items.index('mark').get(item.mark))) as Kept | undefined;
  if (before) return before.seq;
  const device = (await asked(devices.get('this'))) as Device;
  if (device.next !== item.seq) return null;
  items.add({ ...item, state: 'waiting', receipt: null, code: null });
  devices.put({ ...device, next: item.seq + 1 });
  await ended(work);
  return item.seq;
}

/** What the server said of each. What it has recorded stays so, whatever an older answer says. */
export async function settle(db: IDBDatabase, answers: QueueAnswer['items']): Promise<void> {
  const work = writing(db, ['items']);
  const items = work.objectStore('items');
  for (const answer of answers) {
    const item = (await asked(items.get(answer.seq))) as Kept | undefined;
    if (item?.state !== 'waiting') continue;
    const told =
      answer.state === 'refused' ? { receipt: null, code: answer.code } : { receipt: answer.receipt };
    items.put({ ...item, ...told, state: answer.state });
  }
  await ended(work);
}

export async function eraseStore(db: IDBDatabase): Promise<void> {
  // Emptied first: the database itself goes only when no other tab holds it.
  const work = writing(db, ['device', 'items']);
  work.objectStore('device').clear();
  work.objectStore('items').clear();
  await ended(work);
  db.close();
  indexedDB.deleteDatabase(NAME);
}

function writing(db: IDBDatabase, stores: string[]): IDBTransaction {
  return db.transaction(stores, 'readwrite', { durability: 'strict' });
}

export function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Only then is it on the disk. A full one rejects. */
export function ended(work: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    work.oncomplete = () => resolve();
    work.onabort = () => reject(work.error);
    work.onerror = () => reject(work.error);
  });
}
