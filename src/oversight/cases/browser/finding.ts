import { chainIn, keyData } from '../../keys/browser/data.ts';
import { type Unlocked, unlocked } from '../../keys/unlocked.ts';
import {
  newCaseKeys,
  newRandomId,
  type Receiver,
  type ReportText,
  recipientsOf,
  sealCaseKeys,
  sealTo,
  toText,
  utf8,
} from '../../seal/index.ts';

/** A finding of one's own: keys of the case are made here, sealed to oneself and to whom one chose. */
export function startFinding(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-finding]');
  if (!form) return;
  form.hidden = false;
  const { agency = '', locked = '', broken = '' } = form.dataset;
  const told = form.querySelector<HTMLElement>('[data-told]');
  const say = (text: string) => {
    if (told) told.textContent = text;
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void unlocked(agency)
      .then((open) => (open ? sent(form, open) : Promise.reject(new Error(locked))))
      .catch((error: unknown) =>
        say(error instanceof Error && /\s/.test(error.message) ? error.message : broken),
      );
  });
}

async function sent(form: HTMLFormElement, open: Unlocked): Promise<void> {
  const { agency = '', from = '' } = form.dataset;
  const data = new FormData(form);
  const [caseId, keys] = [newRandomId(), await newCaseKeys()];
  const chain = recipientsOf(agency, chainIn(await keyData(agency)));
  const chosen = data.getAll('with').map(String);
  const others = chain.filter(({ keyId }) => chosen.includes(keyId) && keyId !== open.keyId);
  const own: Receiver = { keyId: open.keyId, publicKey: open.key.seal.publicKey };
  const receivers = new Map(
    others.map((one) => [one.keyId, { keyId: one.keyId, publicKey: one.sealPublic }]),
  );
  const place = { agency, case: caseId, from: `key:${open.keyId}` };
  const accesses = await Promise.all(
    [own, ...receivers.values()].map(async (receiver) => ({
      keyId: receiver.keyId,
      sealed: toText(await sealCaseKeys(keys, receiver, place)),
    })),
  );
  const bound = { agency, case: caseId, purpose: 'team', from, to: 'team' } as const;
  const report = await sealTo(keys.team.publicKey, utf8(JSON.stringify(reportIn(data))), bound);
  const answer = await fetch(form.action, {
    method: 'POST',
    body: JSON.stringify({
      ...{ caseId, from: open.keyId, accesses, report: toText(report) },
      dialoguePublic: toText(keys.dialogue.publicKey),
      teamPublic: toText(keys.team.publicKey),
    }),
    headers: { 'content-type': 'application/json', accept: 'application/json' },
  });
  const said = (await answer.json().catch(() => null)) as { to?: string; message?: string } | null;
  if (!answer.ok || !said?.to) throw new Error(said?.message ?? String(answer.status));
  form.reset();
  location.assign(said.to);
}

function reportIn(data: FormData): ReportText {
  const text = (name: string) => String(data.get(name) ?? '').trim();
  return {
    format: 'ikrar/report/v1',
    what: text('what'),
    who: { name: text('whoName'), post: text('whoPost'), unit: text('whoUnit') },
    ...{ when: text('when'), where: text('where'), how: text('how'), files: [] },
  };
}
