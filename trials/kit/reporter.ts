import { randomBytes } from 'node:crypto';
import { sendProved } from '../../src/oversight/abuse/prove.ts';
import { pageOf, sendMessage } from '../../src/oversight/back/browser-wire.ts';
import { notesOf, sealReport } from '../../src/oversight/channel/sealed-report.ts';
import { toWire } from '../../src/oversight/channel/wire.ts';
import {
  FILE_PART,
  fromText,
  newRandomId,
  newReturnCode,
  type ReporterKeys,
  readCode,
  recipientsOf,
  reporterKeys,
  sealPart,
  sealTo,
  utf8,
} from '../../src/oversight/seal/index.ts';
import { nodeSlowHash } from '../../src/oversight/slow-hash.ts';

export type Mode = 'identified' | 'confidential' | 'anonymous';
const JSON_ONLY = { Accept: 'application/json' };

/** What a reporter's browser does, by the same code, outside of the server's processes. */
export class Reporter {
  readonly #base: string;
  readonly #agency: string;
  readonly #word: string;
  readonly caseId = newRandomId();
  readonly code = newReturnCode();
  #keys: ReporterKeys | null = null;
  #dialogue: Uint8Array | null = null;
  files = 0;

  /** @param word stands in everything that is written, in names and in the file */
  constructor(base: string, agency: string, word: string) {
    this.#base = base;
    this.#agency = agency;
    this.#word = word;
  }

  async keys(): Promise<ReporterKeys> {
    const read = readCode(this.code);
    if (!('bits' in read)) throw new Error('no code');
    this.#keys ??= await reporterKeys(read.bits, nodeSlowHash);
    return this.#keys;
  }

  /** @returns the answer to the report itself, after which its one file is sent */
  async send(mode: Mode, withFile = true): Promise<Response> {
    const { caseId } = this;
    const word = (of: string) => `${of} ${this.#word}-${of}`;
    const bytes = new TextEncoder().encode(`${word('isi berkas')} ${randomBytes(400).toString('hex')}`);
    const attached = { bytes, name: `${this.#word}.txt`, type: 'text/plain', stripped: true };
    const notes = notesOf(withFile ? [attached] : [], newRandomId);
    const written = {
      mode,
      report: {
        what: word('apa').repeat(20),
        who: { name: word('nama'), post: word('jabatan'), unit: word('unit') },
        ...{ when: word('kapan'), where: word('di mana'), how: word('dari mana tahu') },
      },
      identity:
        mode === 'anonymous' ? { name: '', contact: '' } : { name: word('saya'), contact: word('surel') },
      involved: [],
    };
    const place = { agency: this.#agency, caseId };
    const list = await this.#recipients();
    const report = await sealReport(
      place,
      written,
      notes.map(({ note }) => note),
      list,
      await this.keys(),
    );
    this.#dialogue = report.dialoguePublic;
    const answer = await this.#post(
      'kirim',
      `report:${caseId}`,
      { 'Content-Type': 'application/json' },
      JSON.stringify(toWire(report)),
    );
    if (!answer.ok || !withFile) return answer;
    for (const { key } of notes) {
      const headers = { 'Content-Type': 'application/octet-stream', 'Ikrar-File': key.id, 'Ikrar-Part': '0' };
      const part = sealPart(key, 0, bytes.subarray(0, FILE_PART)) as BodyInit;
      const sent = await this.#post('berkas', `file:${caseId}:${key.id}`, headers, part);
      if (!sent.ok) throw new Error(`file: ${sent.status} ${await sent.text()}`);
      this.files += 1;
    }
    return answer;
  }

  /** A second message of the reporter. */
  async answer(): Promise<void> {
    const text = { format: 'ikrar/message/v1', text: `susulan ${this.#word}`, files: [] };
    const bound = { agency: this.#agency, case: this.caseId, purpose: 'dialogue', from: 'reporter' } as const;
    const to = this.#dialogue as Uint8Array;
    const sealed = await sealTo(to, utf8(JSON.stringify(text)), { ...bound, to: 'dialogue' });
    const { lookup } = await this.keys();
    await sendMessage(this.#places(), { agency: this.#agency, lookup }, sealed, []);
  }

  /** The mailbox, as it comes. */
  async read(): Promise<Uint8Array> {
    return pageOf(this.#places(), await this.keys(), 0);
  }

  #places() {
    const at = (path: string) => `${this.#base}/lapor/${path}`;
    return {
      box: at('kembali/kotak'),
      reply: at('kembali/balas'),
      file: at(':agency/berkas'),
      puzzle: at('soal'),
    };
  }

  #post(at: string, subject: string, headers: Record<string, string>, body: BodyInit): Promise<Response> {
    const init = { method: 'POST', headers: { ...headers, 'Ikrar-Case': this.caseId }, body };
    const url = `${this.#base}/lapor/${this.#agency}/${at}`;
    const proving = { kind: 'report', channel: this.#agency, subject } as const;
    return sendProved({ url, puzzles: `${this.#base}/lapor/soal`, init }, proving);
  }

  async #recipients() {
    const answer = await fetch(`${this.#base}/lapor/${this.#agency}/kirim`, { headers: JSON_ONLY });
    if (!answer.ok) throw new Error(`chain: ${answer.status}`);
    const { chain } = (await answer.json()) as {
      chain: Record<'statement' | 'signature' | 'signedBy', string>[];
    };
    return recipientsOf(
      this.#agency,
      chain.map(({ statement, signature, signedBy }) => ({
        ...{ statement: fromText(statement), signature: fromText(signature), signedBy },
      })),
    );
  }
}
