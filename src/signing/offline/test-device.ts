import { createHash, generateKeyPairSync, type KeyObject, pbkdf2Sync, randomBytes, sign } from 'node:crypto';
import type { App } from '../../platform/http/visit.ts';
import { seal, unseal } from '../../platform/sealed.ts';
import { slipMark } from './pack-key.ts';
import type { Enrolled, Pack, PackContents, QueueAnswer, QueueBody, QueueItem, QueueSent } from './shapes.ts';
import { bound, itemsText, type Statement, sendingText, statementText } from './statement.ts';

const ORIGIN = 'http://localhost';

export function deviceKeys() {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const spki = publicKey.export({ format: 'der', type: 'spki' });
  return { privateKey, publicKey: spki.toString('base64url') };
}

/** Raw ECDSA, 64 bytes, in base64url. */
export function signed(key: KeyObject, text: string): string {
  return sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url');
}

/** What a code opens, as a device does it. @throws where the code is another one */
export function openPack(pack: Pack, unlock: string): { key: Buffer; contents: PackContents } {
  const salt = Buffer.from(pack.salt, 'base64url');
  const derived = pbkdf2Sync(unlock.replaceAll('-', ''), salt, pack.rounds, 32, 'sha256');
  const key = unseal(derived, bound.key(pack.tablet, pack.rounds), pack.wrapped);
  const contents = key && unseal(key, bound.pack(pack.tablet, pack.expires), pack.sealed);
  if (!contents) throw new Error('another code');
  return { key, contents: JSON.parse(contents.toString()) };
}

/** A prepared tablet without a browser: it enrols, opens its pack, keeps a queue and sends it. */
export class TestDevice {
  readonly keys = deviceKeys();
  pack!: Pack;
  unlock = '';
  key!: Buffer;
  contents!: PackContents;
  #app: App;
  #cookie: string;

  constructor(app: App, cookie: string) {
    this.#app = app;
    this.#cookie = cookie;
  }

  post(path: string, body: unknown, cookie = this.#cookie) {
    const headers = { cookie, 'content-type': 'application/json', accept: 'application/json' };
    return this.#app.request(ORIGIN + path, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  async enrol(): Promise<this> {
    const answer = await this.post('/tablet/perangkat', { publicKey: this.keys.publicKey });
    if (answer.status !== 200) throw new Error(await answer.text());
    const { unlock, pack } = (await answer.json()) as Enrolled;
    Object.assign(this, { unlock, pack, ...openPack(pack, unlock) });
    return this;
  }

  person(name: string) {
    return this.contents.people.find((one) => one.name === name) as PackContents['people'][number];
  }

  bySlip(code: string) {
    const mark = slipMark(this.key, code);
    return this.contents.people.find((one) => one.slip === mark);
  }

  /** What somebody signs here at this moment of the device's clock, sealed under its number. */
  signing(
    seq: number,
    name: string,
    at: Date,
    change: Partial<Extract<QueueBody, { kind: 'sign' }>> & { said?: Partial<Statement> } = {},
  ): QueueItem {
    const { agency, campaign, pact } = this.contents;
    const { said: other = {}, ...rest } = change;
    const [drawing, typedName, time] = ['M 10 20 L 30 40', name, at.toISOString()];
    const said: Statement = {
      ...{ agency: agency.id, campaign: campaign.id, text: pact.digest, name, typedName, drawing },
      ...{ at: time, seq, device: this.pack.tablet, ...other },
    };
    const statement = { at: time, seq, signature: signed(this.keys.privateKey, statementText(said)) };
    const ticked = pact.points.map((_, i) => i);
    const person = this.person(name)?.id ?? name;
    const key = `luring-${person}-${seq}-000000`.slice(0, 60);
    const body: QueueBody = {
      ...{ kind: 'sign', person, textDigest: pact.digest, ticked, typedName, drawing, key, statement },
      ...rest,
    };
    return this.item(seq, body);
  }

  attending(seq: number, name: string, at: Date, standing = 'present', reason: string | null = null) {
    const body = { kind: 'presence', person: this.person(name)?.id ?? name, standing, reason } as const;
    return this.item(seq, { ...body, how: 'list', at: at.toISOString() });
  }

  item(seq: number, body: unknown): QueueItem {
    const text = JSON.stringify(body);
    return { seq, sealed: seal(this.key, bound.item(this.pack.tablet, seq), text, randomBytes(12)) };
  }

  sending(items: QueueItem[], sentAt: Date, change: Partial<QueueSent> = {}): QueueSent {
    const at = { agency: this.pack.agency, tablet: this.pack.tablet, sentAt: sentAt.toISOString() };
    const digest = createHash('sha256').update(itemsText(items)).digest('hex');
    const signature = signed(this.keys.privateKey, sendingText(at, digest));
    return { format: 'ikrar/queue/v1', ...at, items, signature, ...change };
  }

  /** No cookie goes with it. */
  async send(items: QueueItem[], sentAt: Date, change: Partial<QueueSent> = {}) {
    const answer = await this.post('/tablet/antrean', this.sending(items, sentAt, change), '');
    return { status: answer.status, ...((await answer.json()) as QueueAnswer & { code?: string }) };
  }
}
