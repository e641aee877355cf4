import type { Browser } from 'playwright-core';
import type { Trial } from '../../trials/kit/trial.ts';
import { type Clock, PEOPLE } from './house.ts';
import { Phone } from './phone.ts';
import type { Staff, StepForm } from './staff.ts';

export interface Stage {
  trial: Trial;
  browser: Browser;
  base: string;
  clock: Clock;
  inspector: Staff;
  second: Staff;
  head: Staff;
  outsider: Staff;
  /** Stands in every word that is written with script: searched for at the end. */
  secret: string;
}

const PILKADA = { election: 'pilkada-2024', category: 'pns' };

/** Keys, the list of recipients and the channel, each by those who would do it. */
export async function prepare(stage: Stage): Promise<void> {
  const { inspector, second, head } = stage;
  for (const one of [inspector, second, head]) await one.makeKey();
  await inspector.listRecipient(PEOPLE.inspector.name, 'recipient');
  await inspector.listRecipient(PEOPLE.second.name, 'recipient');
  await inspector.listRecipient(PEOPLE.second.name, 'custodian');
  await inspector.listRecipient(PEOPLE.head.name, 'decider');
  await inspector.openChannel();
  stage.trial.say('three keys made, four statements signed, the channel open');
}

/** From an anonymous report to a moral sanction, and the reporter hears of it. */
export async function moral(stage: Stage): Promise<string> {
  const { inspector, second, clock, secret } = stage;
  const phone = new Phone(stage.browser, stage.base, { script: true });
  const code = await phone.report({
    what: `Bagikan unggahan bakal calon ${secret}`,
    name: `Rekaan Contoh ${secret}`,
    when: '2024-08-20',
    file: { name: 'tangkapan.png', mimeType: 'image/png', buffer: PNG },
  });
  const [id] = await newCase(inspector, []);
  requireIn('the report', await inspector.read(id), secret);
  const wrote = await walker(inspector, id, clock);
  await wrote('receipt-sent', { message: `Laporan diterima ${secret}` });
  requireIn('the mailbox', await phone.look(code, `Masih ada saksi ${secret}`), secret);
  requireIn('the answer', await second.read(id), 'Masih ada saksi');
  await wrote('classified', { fields: { ...PILKADA, kind: 'post-like-follow', actOn: '2024-08-20' } });
  await wrote('taken-up', { note: `Catatan tim ${secret}` });
  await wrote('verified');
  await wrote('study-done');
  await wrote('recommended', { fields: { from: 'ethics-board' } });
  await wrote('decided', { fields: { sanction: 'moral-open', post: 'pelaksana', decider: 'ppk' } });
  await wrote('delivered');
  await wrote('followed-up');
  const silent = await inspector.step(id, 'closed', { fields: { reason: 'proven-and-sanctioned' } });
  if (!silent) throw new Error('a case was closed in silence');
  await wrote('closed', {
    fields: { reason: 'proven-and-sanctioned' },
    note: 'Selesai.',
    message: `Terbukti dan ditindak ${secret}`,
  });
  requireIn('the last word', await phone.look(code), `Terbukti dan ditindak ${secret}`);
  stage.trial.say('an anonymous report ended in a moral sanction, and its reporter read so');
  return id;
}

/** From an own finding to severe discipline: team, summons, objection, the day of effect. */
export async function severe(stage: Stage): Promise<string> {
  const { inspector, second, head, clock, secret } = stage;
  const words = {
    what: `Memasang alat peraga ${secret}`,
    whoName: `Rekaan Misal ${secret}`,
    when: '2024-10-10',
  };
  const id = await inspector.find(words, PEOPLE.second.name);
  requireIn('the finding', await second.read(id), secret);
  const wrote = await walker(inspector, id, clock);
  await wrote('classified', { fields: { ...PILKADA, kind: 'display-devices', actOn: '2024-10-10' } });
  await wrote('taken-up');
  await wrote('verified');
  await wrote('team-formed', { note: `Tim ${secret}` });
  await wrote('summoned-1', { fields: { examOn: clock.day(12) } });
  await later(stage, 12);
  await wrote('examined', { note: `Keterangan ${secret}` });
  await wrote('study-done');
  await wrote('recommended', { fields: { from: 'team' } });
  await inspector.giveAccess(id, PEOPLE.head.name);
  requireIn('what the decider reads', await head.read(id), secret);
  const decided = { sanction: 'severe-demotion', post: 'pelaksana', decider: 'ppk' };
  const byWrong = await head.step(id, 'decided', {
    fields: { on: clock.day(), ...decided, decider: 'pengawas' },
  });
  if (!byWrong) throw new Error('somebody decided who may not');
  await (await walker(head, id, clock))('decided', { fields: decided });
  await wrote('delivered');
  await later(stage, 30);
  await wrote('objection-filed');
  await wrote('objection-decided', { fields: { outcome: 'upheld' } });
  await wrote('effective');
  await wrote('followed-up');
  await wrote('recorded-in-idis');
  await wrote('closed', { fields: { reason: 'proven-and-sanctioned' }, note: 'Selesai.' });
  stage.trial.say('an own finding ended in severe discipline: team, summons, hearing, objection, effect');
  return id;
}

/** The head of the institution is reported: recused, and not decided on inside. */
export async function reportedHead(stage: Stage): Promise<string> {
  const { inspector, head, clock, secret } = stage;
  const phone = new Phone(stage.browser, stage.base, { script: true });
  const before = await inspector.cases();
  const code = await phone.report({
    what: `Kepala mengumpulkan pegawai ${secret}`,
    involved: PEOPLE.head.name,
  });
  const [id] = await newCase(inspector, before);
  await inspector.accuse(id, 'Arum', true);
  for (const path of ['', '/isi', '/akses', '/tenggat', '/naskah', '/serahkan', '/simpan'])
    requireSame(`the head at ${path}`, await head.status(`/perkara/${id}${path}`), 404);
  if ((await head.cases()).includes(id)) throw new Error('the head has it in the list');
  const wrote = await walker(inspector, id, clock);
  await wrote('taken-up');
  await wrote('routed', { fields: { to: 'ministry' } });
  await wrote('closed', {
    fields: { reason: 'passed-on' },
    note: 'Diteruskan.',
    message: `Diteruskan ke atas ${secret}`,
  });
  requireIn('what the reporter hears', await phone.look(code), `Diteruskan ke atas ${secret}`);
  stage.trial.say('the head, who was reported, saw nothing, and nobody inside decided');
  return id;
}

/** The same act before and after 23 August 2024. */
export async function routed(stage: Stage): Promise<string[]> {
  const { inspector, clock, secret } = stage;
  const ids: string[] = [];
  for (const [actOn, body] of [
    ['2024-08-01', 'kasn'],
    ['2024-10-01', 'bkn'],
  ] as const) {
    const id = await inspector.find({ what: `Hadir di deklarasi ${secret}` }, PEOPLE.second.name);
    const wrote = await walker(inspector, id, clock);
    await wrote('classified', { fields: { ...PILKADA, kind: 'attend-with-support', actOn } });
    await wrote('taken-up');
    requireIn(`the routes of ${actOn}`, (await inspector.text(`/perkara/${id}`)).toLowerCase(), body);
    await wrote('routed', { fields: { to: 'bkn' } });
    ids.push(id);
  }
  stage.trial.say('two acts routed, one before and one after 23 August 2024');
  return ids;
}

/** Without script, and not a violation: answered all the same. */
export async function noViolation(stage: Stage): Promise<string> {
  const { inspector, clock } = stage;
  const phone = new Phone(stage.browser, stage.base, { script: false });
  const before = await inspector.cases();
  const code = await phone.report({ what: 'Seorang guru datang ke TPS dan memilih.' });
  const [id] = await newCase(inspector, before);
  requireIn('the report', await inspector.read(id), 'datang ke TPS');
  const wrote = await walker(inspector, id, clock);
  await wrote('taken-up');
  await wrote('closed', {
    fields: { reason: 'not-a-violation' },
    note: 'Hak pilih.',
    message: 'Memilih adalah hak setiap pegawai.',
  });
  requireIn('the mailbox', await phone.look(code, 'Terima kasih.'), 'Memilih adalah hak setiap pegawai.');
  stage.trial.say('a report without script was no violation, and was answered');
  return id;
}

type Wrote = (what: string, form?: StepForm) => Promise<void>;

async function walker(staff: Staff, id: string, clock: Clock): Promise<Wrote> {
  return async (what, form = {}) => {
    const on = clock.day();
    const wrong = await staff.step(id, what, { ...form, fields: { on, ...form.fields } });
    if (wrong) throw new Error(`${what}: ${wrong}`);
  };
}

/** Sessions end meanwhile. */
async function later({ clock, inspector, second, head }: Stage, days: number): Promise<void> {
  await clock.ahead(days);
  for (const one of [inspector, second, head]) await one.signIn();
}

async function newCase(staff: Staff, before: readonly string[]): Promise<[string]> {
  const id = (await staff.cases()).find((one) => !before.includes(one));
  if (!id) throw new Error('the report is not in the list');
  return [id];
}

function requireIn(what: string, text: string, wanted: string): void {
  if (!text.includes(wanted)) throw new Error(`${what} does not say "${wanted}": ${text.slice(0, 1500)}`);
}

function requireSame(what: string, found: unknown, wanted: unknown): void {
  if (found !== wanted) throw new Error(`${what}: ${found}, not ${wanted}`);
}

/** One grey pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);
