import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { pause } from '../../src/platform/db/embedded/processes.ts';
import type { Counts, Trial } from '../../trials/kit/trial.ts';
import type { Network } from '../kit/network.ts';
import type { Employee } from '../kit/yard.ts';
import type { Expected } from './audit.ts';
import { Clerk } from './clerk.ts';
import { Phone } from './phone.ts';
import { Projector } from './projector.ts';
import { Tablet } from './tablet.ts';

export interface Scene {
  trial: Trial;
  browser: Browser;
  network: Network;
  base: string;
}

/** How many come in by the rotating code of the screen, and how many the clerk finds by name; slips for the others. */
const [BY_CODE, BY_NAME] = [20, 6];
/** How many sign on their phones before and while the network is away; the others afterwards. */
const [BEFORE, DURING] = [15, 25];
const DOUBLE_TAPS = 10;
/** Phones that do something at the same moment. */
const AT_ONCE = 5;

/** One morning, hour by hour. Throws where anything is not as it should be. */
export class Day {
  readonly #scene: Scene;
  readonly #employees: readonly Employee[];
  readonly #queue: readonly Employee[];
  readonly #withPhones: readonly Employee[];
  readonly #phones: Phone[] = [];
  readonly #tablets: Tablet[] = [];
  #clerk!: Clerk;
  #projector!: Projector;
  #clicker = '';
  #taps = DOUBLE_TAPS;
  #counts: Counts = {};

  /** The first sign at tablets, the head before all; then come those with phones; who is left does not sign. */
  constructor(scene: Scene, employees: readonly Employee[], atTablets: number, phones: number) {
    this.#scene = scene;
    this.#employees = employees;
    this.#queue = employees.slice(0, atTablets);
    this.#withPhones = employees.slice(atTablets, atTablets + phones);
  }

  async play(): Promise<Counts> {
    await this.#prepare();
    await this.#comeIn();
    await this.#read();
    await this.#signBefore();
    await this.#signWithoutNetwork();
    await this.#signAfter();
    const signed = performance.now();
    await this.#seeCounts();
    await this.#writeMinutes(signed);
    return this.#counts;
  }

  expected(): Expected {
    const there = [...this.#queue, ...this.#withPhones].map(({ id }) => id);
    const elsewhere = this.#elsewhere().id;
    return {
      signed: new Set(there),
      standings: new Map([...there.map((id) => [id, 'present'] as const), [elsewhere, 'duty-elsewhere']]),
    };
  }

  async close(): Promise<void> {
    for (const one of [...this.#phones, ...this.#tablets, this.#clerk, this.#projector])
      await one?.close().catch(() => {});
  }

  #elsewhere(): Employee {
    return this.#employees[this.#queue.length + this.#withPhones.length] as Employee;
  }

  async #prepare(): Promise<void> {
    const { browser, base, trial } = this.#scene;
    this.#clerk = await Clerk.of(browser, base);
    const { screen, clicker } = await this.#clerk.openScreen();
    this.#clicker = clicker;
    this.#projector = await Projector.of(browser, screen);
    for (let n = 0; n < 2; n += 1) this.#tablets.push(await Tablet.prepared(base));
    for (const holder of this.#withPhones) this.#phones.push(await Phone.of(browser, base, holder));
    trial.say(
      `screen open, ${this.#tablets.length} tablets prepared, ${this.#phones.length} phones in the yard`,
    );
  }

  /** Some scan the code on the screen; the clerk scans slips, and finds some by three letters of their name. */
  async #comeIn(): Promise<void> {
    const [byCode, others] = [this.#phones.slice(0, BY_CODE), this.#phones.slice(BY_CODE)];
    await inTurns(byCode, async (phone) => phone.checkIn(await this.#projector.checkIn()));
    const byName = others.slice(0, BY_NAME).map(({ holder }) => holder);
    for (const employee of byName) await this.#clerk.findByName(employee);
    const slips = [...others.slice(BY_NAME).map(({ holder }) => holder), ...this.#queue];
    for (const { code, name } of slips)
      requireSame('name at the door', await this.#clerk.scanSlip(code), name);
    await this.#clerk.findByName(this.#elsewhere(), { status: 'duty-elsewhere', reason: 'Piket kantor' });
    Object.assign(this.#counts, { byCode: byCode.length, byName: byName.length, bySlip: slips.length });
    this.#scene.trial.say(
      `${byCode.length} came in by the screen's code, ${byName.length + slips.length} by the clerk`,
    );
  }

  /** The leader reads at their own pace, by keyboard; a phone as clicker goes one back and on again. */
  async #read(): Promise<void> {
    const shown = await this.#projector.readTo('sign');
    const points = new Set(shown.flatMap((card) => /^point-\d+/.exec(card)?.[0] ?? []));
    requireSame('points read', points.size, 4);
    const { browser, base, trial } = this.#scene;
    const clicker = await Phone.of(browser, base, this.#queue[0] as Employee);
    await clicker.click(this.#clicker, 'back');
    await this.#projector.arrives(shown.at(-2) as string);
    await clicker.click(this.#clicker, 'next');
    await this.#projector.arrives('sign');
    await clicker.close();
    this.#counts.cards = shown.length;
    trial.say(`${shown.length} cards shown, the clicker moved the screen`);
  }

  /** The head signs before everybody; two people have each other's slips; some tap twice. */
  async #signBefore(): Promise<void> {
    await this.#tablets[0]?.serve(this.#queue[0] as Employee);
    const early = this.#phones.slice(0, BEFORE);
    const [one, other] = early as [Phone, Phone];
    for (const [phone, theirs] of [
      [one, other],
      [other, one],
    ] as const) {
      await phone.open(theirs.holder.code);
      await phone.sign();
      await phone.refused();
    }
    await inTurns(early, (phone) => this.#signOn(phone));
    await inTurns(early, (phone) => phone.recorded());
    Object.assign(this.#counts, { swapped: 2, signedBefore: early.length + 1 });
    this.#scene.trial.say(`${early.length + 1} signed before the network went`);
  }

  async #signOn(phone: Phone): Promise<void> {
    await phone.open();
    await phone.sign(undefined, this.#taps-- > 0 ? 2 : 1);
  }

  async #signWithoutNetwork(): Promise<void> {
    const { network, trial } = this.#scene;
    const saving = this.#phones.slice(BEFORE, BEFORE + DURING);
    await inTurns(saving, (phone) => phone.open());
    await inTurns(saving, (phone) => phone.kept());
    network.cut();
    const cut = performance.now();
    const seconds = trial.quick ? 30 : 300;
    trial.say(`the network is away for ${seconds} s`);
    await Promise.all([
      this.#serveQueue(),
      inTurns(saving, (phone) => phone.sign()),
      this.#projector.reload(),
    ]);
    await inTurns(saving, (phone) => phone.saved());
    for (const phone of saving.slice(0, AT_ONCE)) await phone.reopenSaved();
    trial.say(
      `${saving.length} saved on phones, ${this.#queue.length - 1} on tablets, the screen opened again`,
    );
    await pause(Math.max(0, seconds * 1000 - (performance.now() - cut)));
    network.mend();
    await Promise.all(this.#tablets.map((tablet) => tablet.sentAll()));
    await inTurns(saving, (phone) => phone.recorded());
    this.#counts.networkAwaySeconds = seconds;
    trial.say(`network back: everything that was saved is recorded`);
  }

  /** Half of the queue at each tablet; in the middle the battery of the first dies. */
  async #serveQueue(): Promise<void> {
    const [first, second] = this.#tablets as [Tablet, Tablet];
    const people = this.#queue.slice(1);
    const half = Math.ceil(people.length / 2);
    await Promise.all([
      serveAll(first, people.slice(0, half), Math.floor(half / 2)),
      serveAll(second, people.slice(half)),
    ]);
    const served = [first, second].flatMap((tablet) => tablet.served);
    const perMinute = 60 / (served.reduce((sum, one) => sum + one, 0) / served.length);
    if (perMinute < 6) throw new Error(`a tablet served only ${perMinute.toFixed(1)} people a minute`);
    this.#counts.servedPerMinute = Math.round(perMinute * 10) / 10;
    this.#counts.didNotWaitForHead = first.waived + second.waived;
  }

  async #signAfter(): Promise<void> {
    const late = this.#phones.slice(BEFORE + DURING);
    await inTurns(late, (phone) => this.#signOn(phone));
    await inTurns(late, (phone) => phone.recorded());
    requireSame('receipts', new Set(this.#phones.map(({ receipt }) => receipt)).size, this.#phones.length);
    this.#counts.doubleTaps = DOUBLE_TAPS;
  }

  /** The yard sees the end without anybody loading a page. */
  async #seeCounts(): Promise<void> {
    const there = this.#queue.length + this.#withPhones.length;
    await this.#projector.readTo('counts');
    await this.#projector.shows(
      new RegExp(`${there}\\D+${there}\\D+${this.#employees.length}|${there} dari ${this.#employees.length}`),
    );
    requireSame('remaining', await this.#clerk.remaining(), this.#employees.length - there);
  }

  /** Leader, clerk and the witness from outside sign on a phone; then the minutes are sealed. */
  async #writeMinutes(signed: number): Promise<void> {
    const { browser, base, trial } = this.#scene;
    const signers = await this.#clerk.freezeMinutes();
    requireSame('signers of the minutes', signers.size, 3);
    for (const [name, address] of signers) {
      const phone = await Phone.of(browser, base, this.#queue[0] as Employee);
      await phone.signMinutes(address, name);
      await phone.close();
    }
    const file = await this.#clerk.sealMinutes();
    this.#counts.secondsFromLastSignatureToMinutes = Math.round((performance.now() - signed) / 100) / 10;
    const judged = judge(file);
    trial.say(`minutes sealed${judged ? ' and judged valid by pdfsig' : '; no pdfsig here to judge them'}`);
  }
}

async function serveAll(tablet: Tablet, people: readonly Employee[], dies = -1): Promise<void> {
  for (const [at, employee] of people.entries()) {
    if (at === dies) await tablet.dieAndReopen();
    await tablet.serve(employee, at === 0 ? 2 : 1);
  }
}

/** A few at a time, as a yard of people does. */
async function inTurns<T>(all: readonly T[], act: (one: T) => Promise<unknown>): Promise<void> {
  const waiting = [...all];
  const line = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await act(next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, line));
}

function requireSame(what: string, found: unknown, wanted: unknown): void {
  if (found !== wanted) throw new Error(`${what}: ${found}, not ${wanted}`);
}

/** By somebody else's tool, where it is installed. @throws Error where that finds the seal wanting */
function judge(pdf: Buffer): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'ikrar-play-minutes-'));
  const path = join(folder, 'berita-acara.pdf');
  writeFileSync(path, pdf);
  const { error, stdout } = spawnSync('pdfsig', ['-nocert', path], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  if (error) return false;
  if (!/Signature is Valid/.test(stdout) || !/Total document signed/.test(stdout))
    throw new Error(`pdfsig says of the minutes: ${stdout}`);
  return true;
}
