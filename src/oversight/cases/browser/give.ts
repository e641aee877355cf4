import { chainIn, keyData } from '../../keys/browser/data.ts';
import { type Unlocked, unlocked } from '../../keys/unlocked.ts';
import {
  fromText,
  openCaseKeys,
  type Recipient,
  recipientsOf,
  sealCaseKeys,
  toText,
} from '../../seal/index.ts';
import type { CaseContents } from '../contents/read.ts';

/** Giving a case to a colleague: its keys are opened here and sealed to the key that the checked list names. */
export function startGiving(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-give]');
  if (!form) return;
  const { agency = '', locked = '', broken = '' } = form.dataset;
  const told = form.querySelector<HTMLElement>('[data-told]');
  let done = false;
  form.addEventListener('submit', (event) => {
    if (done) return;
    event.preventDefault();
    void unlocked(agency)
      .then((open) => (open ? sealedInto(form, open) : Promise.reject(new Error(locked))))
      .then(
        () => {
          done = true;
          form.requestSubmit();
        },
        (error: unknown) => {
          if (told)
            told.textContent = error instanceof Error && /\s/.test(error.message) ? error.message : broken;
        },
      );
  });
}

async function sealedInto(form: HTMLFormElement, open: Unlocked): Promise<void> {
  const { agency = '', case: caseId = '', content = '' } = form.dataset;
  const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement;
  const answer = await fetch(content, { headers: { accept: 'application/json' }, cache: 'no-store' });
  if (!answer.ok) throw new Error(String(answer.status));
  const { accesses } = (await answer.json()) as CaseContents;
  const own = accesses.find(({ keyId }) => keyId === open.keyId);
  if (!own) throw new Error('none');
  const from = own.givenBy === 'reporter' ? 'reporter' : `key:${own.givenBy}`;
  const mine = { keyId: open.keyId, privateKey: open.key.seal.privateKey };
  const keys = await openCaseKeys(fromText(own.sealed), mine, { agency, case: caseId, from });
  const to = await listed(agency, field('key').value);
  const receiver = { keyId: to.keyId, publicKey: to.sealPublic };
  const place = { agency, case: caseId, from: `key:${open.keyId}` };
  field('from').value = open.keyId;
  field('sealed').value = toText(await sealCaseKeys(keys, receiver, place));
}

/** Attacker: the server, which shows a colleague's name over a key of its own. The chain says whose key it is. */
async function listed(agency: string, keyId: string): Promise<Recipient> {
  const found = recipientsOf(agency, chainIn(await keyData(agency))).find((one) => one.keyId === keyId);
  if (!found) throw new Error('none');
  return found;
}
