import { toPrintable, unprintable } from '../../../platform/print/index.ts';
import { openCase, openMessage } from '../../cases/browser/opened.ts';
import type { CasePlace } from '../../cases/browser/page.ts';
import { type Unlocked, whenUnlocked } from '../../keys/unlocked.ts';
import { FIELDS } from '../fields.ts';
import { fill, type ValueFault, type Values, valueFaults } from '../fill.ts';
import type { Desk } from '../pages/paper.view.tsx';
import type { Paper } from '../paper.ts';
import { keep } from './keep.ts';
import { docxMaker } from './makers.ts';
import { showPreview } from './preview.ts';
import { store } from './store.ts';

/** The desk at which one document is filled. What is typed stays in this page until the file is sealed to the team. */
export function startDesk(box: HTMLElement): void {
  const desk = JSON.parse(box.dataset.paper ?? '') as Desk;
  const fieldset = box.querySelector('fieldset') as HTMLFieldSetElement;
  const told = box.querySelector('[data-paper-status]') as HTMLElement;
  fieldset.disabled = false;
  const refresh = () => showPreview(desk, fill(desk.template, valuesOf(box, desk)));
  fieldset.addEventListener('input', refresh);
  whenUnlocked(desk.agencyId, (open) => void prefill(box, desk, open).then(refresh));
  const acts = { docx: () => saveDocx(box, desk, told), seal: () => saveSealed(box, desk, told) };
  for (const [name, act] of Object.entries(acts))
    box.querySelector(`[data-do="${name}"]`)?.addEventListener('click', async () => {
      fieldset.disabled = true;
      told.textContent = desk.words.working ?? '';
      await act().catch((error: unknown) => {
        told.textContent =
          error instanceof Error && /\s/.test(error.message) ? error.message : (desk.words.failed ?? '');
      });
      fieldset.disabled = false;
    });
  refresh();
}

async function saveDocx(box: HTMLElement, desk: Desk, told: HTMLElement): Promise<void> {
  const values = valuesOf(box, desk);
  if (stopped(desk, told, valueFaults(values))) return;
  const { DOCX_TYPE, docxOf } = await docxMaker();
  keep(docxOf(paperOf(desk, values)), DOCX_TYPE, `${nameOf(desk)}.docx`);
  told.textContent = missingText(desk, values);
}

async function saveSealed(box: HTMLElement, desk: Desk, told: HTMLElement): Promise<void> {
  const values = valuesOf(box, desk);
  if (stopped(desk, told, valueFaults(values, unprintable))) return;
  const digest = await store(desk, paperOf(desk, values), nameOf(desk));
  told.textContent = digest === null ? (desk.words.locked ?? '') : `${desk.words.stored} ${digest}`;
}

/** Name, post and unit of the reported as the report says them; whoever fills the document corrects them. */
async function prefill(box: HTMLElement, desk: Desk, open: Unlocked): Promise<void> {
  const place = placeOf(desk);
  const opened = await openCase(place, open);
  const first = opened.contents.messages.find(({ n }) => n === 0);
  const report = first && (await openMessage(place, opened, open, first));
  if (report?.format !== 'ikrar/report/v1') return;
  const { name, post, unit } = report.who;
  for (const [field, value] of Object.entries({ nama: name, jabatan: post, unit, uraian: report.what })) {
    const input = box.querySelector<HTMLInputElement>(`[data-place="${field}"]`);
    if (input && input.value === '') input.value = value;
  }
}

export function placeOf(desk: Desk): CasePlace {
  const none = new Uint8Array();
  return {
    ...{ agency: desk.agencyId, case: desk.caseId, from: desk.from, dialogue: none, team: none },
    ...{ own: new Map(), content: desk.content, files: desk.parts },
    part: (file, n) => desk.part.replace('FILE', file).replace('PART', String(n)),
    say: (key) => desk.words[key] ?? '',
  };
}

function valuesOf(box: HTMLElement, { facts }: Desk): Values {
  const inputs = [...box.querySelectorAll<HTMLInputElement>('[data-place]')];
  const typed = inputs.map(({ dataset, value }) => [
    dataset.place as string,
    printed(dataset.place as string, value),
  ]);
  return { ...facts, ...Object.fromEntries(typed) };
}

function printed(name: string, value: string): string {
  if (FIELDS[name]?.as !== 'day' || value === '') return toPrintable(value).text;
  // As the server writes it: a place called `hari_` names the day of the week too.
  const dateStyle = name.startsWith('hari_') ? 'full' : 'long';
  return new Date(`${value}T00:00:00Z`).toLocaleDateString('id-ID', { timeZone: 'UTC', dateStyle });
}

function paperOf(desk: Desk, values: Values): Paper {
  const { kind, agency, letterhead, example, notes } = desk;
  return {
    ...{ format: 'ikrar/paper/v1', kind, case: desk.caseId, agency, letterhead, example, notes },
    at: new Date().toISOString(),
    draft: desk.textN === null,
    parts: fill(desk.template, values).parts,
  };
}

function stopped(desk: Desk, told: HTMLElement, faults: readonly ValueFault[]): boolean {
  const [fault] = faults;
  if (!fault) return false;
  const words = {
    letter: desk.words.letters,
    tooLong: desk.words.tooLong,
    control: desk.words.control,
    day: '',
  };
  const input = document.querySelector<HTMLElement>(`[data-place="${fault.field}"]`);
  const label = document.querySelector(`label[for="f-${fault.field}"]`)?.textContent ?? fault.field;
  told.textContent = `${words[fault.code]} ${label}${fault.word ? ` (${fault.word})` : ''}`;
  input?.focus();
  return true;
}

function missingText({ template, words }: Desk, values: Values): string {
  const { missing } = fill(template, values);
  const labels = missing.map((name) => document.querySelector(`label[for="f-${name}"]`)?.textContent ?? name);
  return missing.length === 0 ? (words.filled ?? '') : `${words.missing} ${labels.join(', ')}`;
}

/** The file's name says what it is, never whom it is about. */
function nameOf({ kind, caseId }: Desk): string {
  return `${kind}-${caseId.slice(0, 6)}`;
}
