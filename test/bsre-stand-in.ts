import 'reflect-metadata';
import { randomBytes, webcrypto } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CryptoKeySigner, PDF } from '@libpdf/core';
import { cryptoProvider, Name, X509CertificateGenerator } from '@peculiar/x509';

/** Somebody enrolled at the stand-in. */
export interface Enrolled {
  name: string;
  passphrase: string;
  /** ISSUE: a certificate that can sign. */
  standing?: 'ISSUE' | 'EXPIRED' | 'SUSPEND' | 'NEW';
}

/** How the service misbehaves, from the next request on. */
export type Mischief =
  | 'none'
  | 'silent'
  | 'cut'
  | 'error500'
  | 'words500'
  | 'garbage'
  | 'endless'
  | 'redirect'
  | 'unsigned'
  | 'rewritten'
  | 'flipped'
  | 'byNumber';

/**
 * A local stand-in for the provider's signing service, both versions of its interface, that really signs with a key
 * made on the spot. For tests and for trying out; it is no part of the program.
 */
export interface StandIn {
  url: string;
  user: string;
  password: string;
  people: Map<string, Enrolled>;
  mischief: Mischief;
  /** Every path that was asked for, in order. */
  asked: string[];
  /** Ends requests that were left silent, too. */
  stop(): Promise<void>;
}

const USER = 'ikrar-uji';
const PASSWORD = 'kata-sandi-layanan-uji';
type Reply = { status?: number; type?: string; headers?: Record<string, string>; body: string | Uint8Array };

export async function startStandIn(port = 0): Promise<StandIn> {
  cryptoProvider.set(webcrypto as Crypto);
  const issue = await certificateOffice();
  const documents = new Map<string, Uint8Array>();
  const server = createServer((request, response) => {
    void answer(request, response).catch(() => response.destroy());
  });
  const standIn: StandIn = {
    ...{ url: '', user: USER, password: PASSWORD, people: new Map(), mischief: 'none', asked: [] },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    standIn.asked.push(`${request.method} ${path.replace(/\d{16}$/, 'NIK')}`);
    const body = await read(request);
    const isSign = /\/sign\/pdf$/.test(path);
    if (isSign && disturbed(standIn.mischief, response)) return;
    const reply = await route(request, path, body);
    response.writeHead(reply.status ?? 200, {
      'Content-Type': reply.type ?? 'application/json',
      ...reply.headers,
    });
    response.end(reply.body);
  }

  async function route(request: IncomingMessage, path: string, body: Buffer): Promise<Reply> {
    const expected = `Basic ${Buffer.from(`${USER}:${PASSWORD}`).toString('base64')}`;
    if (request.headers.authorization !== expected) return json(401, { error: 'Unauthorized' });
    const status = /^\/api\/user\/status\/(\d+)$/.exec(path)?.[1];
    if (status !== undefined) return standing(standIn.people.get(status), 'v1');
    const number = /^\/api\/sign\/download\/([\w-]+)$/.exec(path)?.[1];
    if (number !== undefined) return pdf(documents.get(number) ?? new Uint8Array());
    if (path === '/api/sign/pdf') return signForm(await formOf(request, body));
    if (path === '/api/sign/verify')
      return verified(await fileIn(await formOf(request, body), 'signed_file'), 'summary');
    const sent = JSON.parse(body.toString('utf8')) as {
      nik?: string;
      passphrase?: string;
      file?: string | string[];
    };
    const file = Buffer.from([sent.file ?? ''].flat()[0] ?? '', 'base64');
    if (path === '/api/v2/user/check/status') return standing(standIn.people.get(sent.nik ?? ''), 'v2');
    if (path === '/api/v2/verify/pdf') return verified(file, 'conclusion');
    if (path !== '/api/v2/sign/pdf') return json(404, { error: 'Not Found' });
    const signed = await sign(sent.nik ?? '', sent.passphrase ?? '', file);
    if (!(signed instanceof Uint8Array)) return signed;
    return json(200, { time: 1, file: [Buffer.from(signed).toString('base64')] });
  }

  async function signForm(form: FormData): Promise<Reply> {
    if (form.get('tampilan') !== 'invisible') return json(400, { status_code: 2001, error: 'tampilan' });
    const file = await fileIn(form, 'file');
    const signed = await sign(String(form.get('nik')), String(form.get('passphrase')), file);
    if (!(signed instanceof Uint8Array)) return signed;
    const number = randomBytes(8).toString('hex');
    documents.set(number, signed);
    if (standIn.mischief === 'byNumber') return json(200, { id_dokumen: number });
    return { ...pdf(signed), headers: { id_dokumen: number } };
  }

  async function sign(nik: string, passphrase: string, file: Uint8Array): Promise<Uint8Array | Reply> {
    const person = standIn.people.get(nik);
    // Like many services it says back what it was sent.
    if (!person) return json(400, { status_code: 2011, error: `User ${nik} tidak terdaftar` });
    if (person.passphrase !== passphrase)
      return json(400, {
        status_code: 2031,
        error: `Proses signing gagal : Passphrase anda salah (${passphrase})`,
      });
    if (standIn.mischief === 'unsigned') return file;
    const signed = await issue(person.name, file);
    if (standIn.mischief === 'rewritten') return issue(person.name, await rewritten(file));
    if (standIn.mischief === 'flipped') signed[100] = (signed[100] ?? 0) ^ 1;
    return signed;
  }

  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  standIn.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return standIn;
}

/** Settings with which Ikrar finds the stand-in. */
export function standInSettings({ url, user, password }: StandIn, version: 'v1' | 'v2') {
  return {
    ...{ IKRAR_BSRE: url, IKRAR_BSRE_VERSION: version, IKRAR_BSRE_USER: user },
    IKRAR_BSRE_PASSWORD: password,
  };
}

/** @returns whether the answer was taken care of */
function disturbed(mischief: Mischief, response: ServerResponse): boolean {
  if (mischief === 'silent') return true;
  if (mischief === 'cut') response.destroy();
  else if (mischief === 'error500') response.writeHead(502).end('<html>Bad Gateway');
  else if (mischief === 'words500') response.writeHead(500).end('{"message":"Passphrase anda salah"}');
  else if (mischief === 'garbage') response.writeHead(200).end('{"file":[42]}');
  else if (mischief === 'redirect') response.writeHead(307, { Location: '/api/elsewhere' }).end();
  else if (mischief === 'endless') pour(response);
  else return false;
  return true;
}

function pour(response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'application/pdf' });
  const part = Buffer.alloc(256 * 1024, 0x25);
  const more = () => {
    while (!response.destroyed && response.write(part));
  };
  response.on('drain', more);
  more();
}

/** Signs as an increment, with a certificate of the person's name and a key made when the office opened. */
async function certificateOffice() {
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 2048 };
  const plan = { ...algorithm, publicExponent: new Uint8Array([1, 0, 1]) };
  const keys = await webcrypto.subtle.generateKey(plan, true, ['sign', 'verify']);
  return async (name: string, file: Uint8Array): Promise<Uint8Array> => {
    const certificate = await X509CertificateGenerator.createSelfSigned({
      name: new Name([{ CN: [{ utf8String: name }] }, { O: [{ utf8String: 'Layanan Uji Coba' }] }]),
      keys: keys as CryptoKeyPair,
      notBefore: new Date('2020-01-01T00:00:00Z'),
      notAfter: new Date('2060-01-01T00:00:00Z'),
      signingAlgorithm: algorithm,
      serialNumber: randomBytes(8).toString('hex').replace(/^./, '1'),
    });
    const der = new Uint8Array(certificate.rawData);
    const signer = new CryptoKeySigner(keys.privateKey as CryptoKey, der, 'RSA', 'RSASSA-PKCS1-v1_5');
    const document = await PDF.load(file);
    return new Uint8Array((await document.sign({ signer, reason: 'Uji coba' })).bytes);
  };
}

/** The same content in other bytes, as services do that write a document anew. */
async function rewritten(file: Uint8Array): Promise<Uint8Array> {
  const document = await PDF.load(file);
  document.addPage();
  return document.save();
}

function standing(person: Enrolled | undefined, version: 'v1' | 'v2'): Reply {
  if (!person && version === 'v1') return json(200, { status_code: 1110, message: 'User belum terdaftar' });
  return json(200, { status: person ? (person.standing ?? 'ISSUE') : 'NOT_REGISTERED' });
}

function verified(file: Uint8Array, key: 'summary' | 'conclusion'): Reply {
  const signed = Buffer.from(file).includes('/ByteRange');
  return json(200, { [key]: signed ? 'VALID' : 'NO_SIGNATURE' });
}

function json(status: number, value: object): Reply {
  return { status, body: JSON.stringify(value) };
}

function pdf(body: Uint8Array): Reply {
  return { type: 'application/pdf', body };
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

function formOf(request: IncomingMessage, body: Buffer): Promise<FormData> {
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  return new Response(body as BodyInit, { headers }).formData();
}

async function fileIn(form: FormData, name: string): Promise<Uint8Array> {
  const file = form.get(name);
  return file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
}
