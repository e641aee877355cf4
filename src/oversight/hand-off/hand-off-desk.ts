import { type Opened, openCase, openMessage, openNote } from '../cases/browser/opened.ts';
import type { CasePlace } from '../cases/browser/page.ts';
import { type Unlocked, unlocked, whenLocked, whenUnlocked } from '../keys/unlocked.ts';
import { keep, posted } from '../papers/browser/keep.ts';
import { digestOf } from '../papers/digest.ts';
import { type Contents, type FileNote, fromText, openPart, type ReportText } from '../seal/index.ts';
import { type Destination, type Evidence, type HandOff, missingIn, numberOf } from './package.ts';
import type { Bench } from './pages/hand-off.view.tsx';
import { packed } from './zip.ts';

/** The bench at which a package is made: opened here, packed here, kept by whoever made it; its digest alone is told. */
export function startBench(box: HTMLElement): void {
  const bench = JSON.parse(box.dataset.handOff ?? '') as Bench;
  const fieldset = box.querySelector('fieldset') as HTMLFieldSetElement;
  const told = box.querySelector('[data-told]') as HTMLElement;
  const say = (text: string) => {
    told.textContent = text;
  };
  fieldset.disabled = false;
  const refresh = () => showMissing(box, bench);
  fieldset.addEventListener('input', refresh);
  whenUnlocked(bench.agencyId, (open) => void prefill(box, bench, open).then(refresh));
  whenLocked(bench.agencyId, () => {
    for (const spot of document.querySelectorAll<HTMLElement>('[data-sealed]')) spot.textContent = '';
  });
  box.querySelector('[data-do="pack"]')?.addEventListener('click', async () => {
    fieldset.disabled = true;
    await pack(box, bench, say).catch(() => say(bench.words.failed ?? ''));
    fieldset.disabled = false;
  });
  refresh();
}

async function pack(box: HTMLElement, bench: Bench, say: (text: string) => void): Promise<void> {
  const { words } = bench;
  if (numberOf(factOf(box, 'nip'), 18) === null) return say(words.nipForm ?? '');
  if (numberOf(factOf(box, 'nik'), 16) === null) return say(words.nikForm ?? '');
  const open = await unlocked(bench.agencyId);
  if (!open) return say(words.locked ?? '');
  say(words.working ?? '');
  const place = placeOf(bench);
  const opened = await openCase(place, open);
  const contents = await openAll(place, opened, open);
  const evidence: Evidence[] = [];
  const files = contents
    .flatMap((one) => ('files' in one ? one.files : []))
    .filter(({ id }) => !bench.papers.includes(id));
  for (const [at, file] of files.entries()) {
    say(`${words.reading} ${at + 1}/${files.length}`);
    evidence.push(await evidenceOf(place, file));
  }
  const { bytes, digest } = packed(handOffOf(box, bench, evidence));
  const destination = factOf(box, 'destination');
  await posted(bench.post, { destination, digest });
  keep(bytes, 'application/zip', `serah-${destination}-${bench.caseId.slice(0, 6)}.zip`);
  say(`${words.recorded} ${digest}`);
}

function handOffOf(box: HTMLElement, bench: Bench, evidence: Evidence[]): HandOff {
  const fact = (name: string) => factOf(box, name);
  const { known, mode, today } = bench;
  const named = box.querySelector<HTMLInputElement>('[data-reporter]')?.checked === true;
  const made = {
    ...({
      format: 'ikrar/hand-off/v1',
      destination: fact('destination') as Destination,
      made: today,
    } as const),
    ...{ from: known.from, case: known.case },
    reported: {
      ...{ name: fact('name'), post: fact('post'), unit: fact('unit') },
      ...{ nip: numberOf(fact('nip'), 18) ?? '', nik: numberOf(fact('nik'), 16) ?? '' },
    },
    facts: { what: fact('what'), when: fact('when'), where: fact('where'), how: fact('how') },
    ...{ acts: known.acts, steps: known.steps, clocks: known.clocks, evidence },
    reporter: named
      ? { mode, name: fact('reporterName'), contact: fact('reporterContact') }
      : ({ mode, leftOut: true } as const),
  };
  return { ...made, missing: missingIn(made) };
}

/** The file is opened part by part, its digest taken, and nothing of it kept. */
async function evidenceOf(place: CasePlace, note: FileNote): Promise<Evidence> {
  const key = { id: note.id, key: fromText(note.key), length: note.length, parts: note.parts };
  const whole = new Uint8Array(note.length);
  let at = 0;
  for (let n = 0; n < note.parts; n++) {
    const answer = await fetch(place.part(note.id, n), { cache: 'no-store' });
    if (!answer.ok) throw new Error(String(answer.status));
    const part = openPart(key, n, new Uint8Array(await answer.arrayBuffer()));
    whole.set(part, at);
    at += part.length;
  }
  const { name, type, length, stripped } = note;
  return { name: name.slice(0, 300), type: type.slice(0, 300), length, sha256: digestOf(whole), stripped };
}

async function openAll(place: CasePlace, opened: Opened, open: Unlocked): Promise<Contents[]> {
  const shared = opened.contents.messages.filter(
    ({ audience }) => audience === 'dialogue' || audience === 'team',
  );
  const all = await Promise.all(shared.map((message) => openMessage(place, opened, open, message)));
  return all.filter((one) => one !== null);
}

async function prefill(box: HTMLElement, bench: Bench, open: Unlocked): Promise<void> {
  const place = placeOf(bench);
  const opened = await openCase(place, open);
  for (const spot of document.querySelectorAll<HTMLElement>('[data-sealed]')) {
    const note = { n: 0, by: spot.dataset.by ?? '', sealed: spot.dataset.sealed ?? '' };
    const words = await openNote(place, opened, note);
    spot.textContent = words && 'text' in words ? `${bench.words.number} ${words.text}` : '';
  }
  const [report] = await openAll(place, opened, open);
  if (report?.format !== 'ikrar/report/v1') return;
  for (const [name, value] of Object.entries(factsIn(report))) {
    const input = box.querySelector<HTMLInputElement>(`[data-fact="${name}"]`);
    if (input && input.value === '') input.value = value;
  }
}

function factsIn({ who, what, when, where, how }: ReportText): Record<string, string> {
  return { ...who, what, when, where, how };
}

function factOf(box: HTMLElement, name: string): string {
  return box.querySelector<HTMLInputElement>(`[data-fact="${name}"]`)?.value.trim() ?? '';
}

function showMissing(box: HTMLElement, bench: Bench): void {
  // Whether there is evidence is known when the files were read.
  const some: Evidence = { name: '', type: '', length: 0, sha256: '', stripped: true };
  const { missing } = handOffOf(box, bench, [some]);
  const items = missing.map((name) => {
    return Object.assign(document.createElement('li'), {
      textContent: bench.words[`missing.${name}`] ?? name,
    });
  });
  const head = box.querySelector('[data-missing-head]');
  if (head) head.textContent = items.length > 0 ? (bench.words.missing ?? '') : '';
  box.querySelector('[data-missing]')?.replaceChildren(...items);
}

function placeOf(bench: Bench): CasePlace {
  const none = new Uint8Array();
  return {
    ...{ agency: bench.agencyId, case: bench.caseId, from: bench.from, dialogue: none, team: none },
    ...{ own: new Map(), content: bench.content, files: bench.files },
    part: (file, n) => bench.part.replace('FILE', file).replace('PART', String(n)),
    say: (key) => bench.words[key] ?? '',
  };
}
