import { sendProved } from '../abuse/prove.ts';
import {
  chainWords,
  type FileKey,
  fromText,
  newRandomId,
  newReturnCode,
  type Recipient,
  type ReporterKeys,
  readCode,
  recipientsOf,
  reporterKeys,
  slowHash,
} from '../seal/index.ts';
import { LIMITS, tooMuch } from './attached.ts';
import { complain } from './complain.ts';
import { fileList } from './file-list.ts';
import { PLAIN, patient, Refused, refusedBy } from './network.ts';
import type { IslandText } from './pages/texts.ts';
import { notesOf, type SealedReport, sealReport, type Written } from './sealed-report.ts';
import { sendFile } from './send-file.ts';
import { toWire } from './wire.ts';
import { writtenIn, wrongIn } from './written.ts';

/**
 * The form with script: everything is sealed here, and the server gets nothing that it could read. Nothing is kept in this
 * browser; what is sealed and not yet arrived is in the memory of this page alone.
 */
const root = document.querySelector<HTMLElement>('[data-sealed-report]');
if (root) reporting(root);

/** Sealed once and sent until it has arrived: the same case by the same bytes is the same report. */
interface Outgoing {
  report: SealedReport;
  files: { key: FileKey; blob: Blob }[];
  code: string;
}

function reporting(root: HTMLElement): void {
  const { agency = '', send = '', file = '', puzzle = '' } = root.dataset;
  const texts = JSON.parse(root.dataset.texts ?? '{}') as Record<IslandText, string>;
  const say = (key: IslandText, values: Record<string, string | number> = {}) =>
    texts[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  const one = <E extends HTMLElement>(selector: string) => root.querySelector(selector) as E;
  const [form, button, state] = [
    one<HTMLFormElement>('form'),
    one<HTMLButtonElement>('[data-submit]'),
    one('[data-state]'),
  ];
  const files = fileList(form, one<HTMLInputElement>('#f-files'), one('[data-files]'), (key) => texts[key]);
  const errors = one('[data-errors]');
  let busy = false;
  /** So that a page that is left by mistake asks first. */
  let unsaved = false;

  for (const plain of root.querySelectorAll<HTMLElement>('[data-plain]')) plain.hidden = true;
  one('[data-sealed-here]').hidden = false;
  button.textContent = texts.send;
  askBeforeLeaving(() => unsaved);
  form.addEventListener('input', () => {
    unsaved = true;
  });
  void shown();

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    form.inert = true;
    try {
      await submit();
    } catch (error) {
      const why = error instanceof Refused ? error.message : texts.failedOdd;
      complain(errors, texts.problem, { '': say('failed', { why }) });
    } finally {
      busy = false;
      form.inert = false;
      state.textContent = '';
    }
  });

  /** Whose chain it is, in words to compare with a poster, while somebody writes. */
  async function shown(): Promise<void> {
    const words = await recipients().then(
      ({ words }) => words,
      () => '',
    );
    one('[data-words]').textContent = words;
    one('[data-fingerprint]').hidden = words === '';
  }

  async function recipients(): Promise<{ list: Recipient[]; words: string }> {
    const answer = await patient(
      () => fetch(send, PLAIN),
      () => {
        if (busy) state.textContent = texts['busy.again'];
      },
    );
    if (!answer.ok) throw await refusedBy(answer);
    const { chain } = (await answer.json()) as {
      chain: Record<'statement' | 'signature' | 'signedBy', string>[];
    };
    try {
      const rows = chain.map(({ statement, signature, signedBy }) => ({
        ...{ statement: fromText(statement), signature: fromText(signature), signedBy },
      }));
      return { list: recipientsOf(agency, rows), words: chainWords(rows) };
    } catch {
      throw new Refused('recipients.broken', texts.chainBad);
    }
  }

  async function submit(): Promise<void> {
    const written = writtenIn(new FormData(form));
    state.textContent = texts['busy.check'];
    const { list } = await recipients();
    const wrong: Record<string, string> = {};
    for (const [name, code] of Object.entries(wrongIn(written, list)))
      wrong[name] = say(code.slice('reporting.'.length) as IslandText);
    const much = tooMuch(files.sizes());
    if (much) wrong.files = say(much.slice('reporting.'.length) as IslandText, LIMITS);
    if (files.damaged()) wrong.files = texts.fileDamaged;
    complain(errors, texts.problem, wrong);
    if (Object.keys(wrong).length > 0) return;
    const outgoing = await sealed(written, list);
    await sent(outgoing);
    unsaved = true;
    arrived(outgoing.code);
    void parts(outgoing);
  }

  async function sealed(written: Written, list: readonly Recipient[]): Promise<Outgoing> {
    const attached = await files.attached();
    state.textContent = texts['busy.code'];
    await painted();
    const { code, keys } = await reporter();
    state.textContent = texts['busy.seal'];
    await painted();
    const notes = notesOf(
      attached.map(({ size, ...rest }) => ({ ...rest, bytes: { length: size } as Uint8Array })),
      newRandomId,
    );
    const place = { agency, caseId: newRandomId() };
    const report = await sealReport(
      place,
      written,
      notes.map(({ note }) => note),
      list,
      keys,
    );
    return {
      report,
      code,
      files: notes.map(({ key }, index) => ({ key, blob: attached[index]?.blob as Blob })),
    };
  }

  /** The outcome of a send that broke is not known, so the same bytes go again until there is one. */
  async function sent({ report }: Outgoing): Promise<void> {
    state.textContent = texts['busy.send'];
    const init = {
      method: 'POST',
      body: JSON.stringify(toWire(report)),
      headers: { 'Content-Type': 'application/json', 'Ikrar-Case': report.caseId },
    };
    const proving = { kind: 'report', channel: agency, subject: `report:${report.caseId}` } as const;
    const answer = await patient(
      () => sendProved({ url: send, puzzles: puzzle, init }, proving),
      () => {
        state.textContent = texts['busy.again'];
      },
    );
    if (!answer.ok) throw await refusedBy(answer);
  }

  function arrived(code: string): void {
    const words = code.split(' ').map((word) => {
      const item = document.createElement('li');
      item.textContent = word;
      return item;
    });
    form.reset();
    root.replaceChildren((one('[data-done]') as HTMLTemplateElement).content);
    one('[data-code]').replaceChildren(...words);
    root.querySelector('h1')?.focus();
    scrollTo(0, 0);
    const copy = one<HTMLButtonElement>('[data-copy]');
    // Only https and onion addresses have one.
    (copy.parentElement as HTMLElement).hidden = !navigator.clipboard;
    copy.addEventListener('click', async () => {
      await navigator.clipboard.writeText(code);
      copy.textContent = texts.copied;
    });
    one<HTMLInputElement>('[data-wrote]').addEventListener('change', ({ target }) => {
      unsaved = !(target as HTMLInputElement).checked;
    });
  }

  /** Part by part, each until it has arrived; the report is there already, and names them. */
  async function parts({ report, files }: Outgoing): Promise<void> {
    const line = one('[data-sending]');
    const all = files.reduce((sum, { key }) => sum + key.parts, 0);
    let done = 0;
    const to = { url: file, puzzles: puzzle, agency, caseId: report.caseId };
    for (const [index, { key, blob }] of files.entries()) {
      const no = await sendFile(to, key, blob, async (part) => {
        const share = Math.floor((100 * done) / all);
        line.textContent = say('file.sending', { n: index + 1, all: files.length, share });
        const answer = await patient(part, () => {
          line.textContent = texts['file.waiting'];
        });
        done += 1;
        return answer;
      });
      if (no) {
        line.textContent = say('failed', { why: (await refusedBy(no)).message });
        return;
      }
    }
    if (files.length > 0) line.textContent = texts['file.done'];
  }
}

async function reporter(): Promise<{ code: string; keys: ReporterKeys }> {
  const code = newReturnCode();
  const read = readCode(code);
  if (!('bits' in read)) throw new Error('code');
  return { code, keys: await reporterKeys(read.bits, slowHash()) };
}

function painted(): Promise<unknown> {
  return new Promise((resolve) => setTimeout(resolve, 30));
}

/** Not where somebody wants to be gone at once. */
function askBeforeLeaving(unsaved: () => boolean): void {
  let leaving = false;
  addEventListener('ikrar:leave', () => {
    leaving = true;
  });
  addEventListener('beforeunload', (event) => {
    if (unsaved() && !leaving) event.preventDefault();
  });
}
