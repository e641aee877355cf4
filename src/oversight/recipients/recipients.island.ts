import { chainIn, keyData } from '../keys/browser/data.ts';
import { onSubmit, type Texts, Told, textsOf, typedIn } from '../keys/browser/form.ts';
import { startNotice } from '../keys/browser/unlock-notice.ts';
import { unlocked } from '../keys/unlocked.ts';
import {
  nextStatement,
  type Recipient,
  type RecipientRole,
  recipientsOf,
  type Statement,
  signStatement,
  toText,
} from '../seal/index.ts';

for (const section of document.querySelectorAll<HTMLElement>('[data-unlock]')) void startNotice(section);
for (const form of document.querySelectorAll<HTMLFormElement>('[data-sign]')) signing(form);

type About = Pick<Statement, 'keyId' | 'accountId' | 'label' | 'sealPublic' | 'signPublic'>;

/** Signs, in this browser, what the form says, over the list as this browser has checked it; then sends it. */
function signing(form: HTMLFormElement): void {
  const texts = textsOf(form);
  const agency = form.dataset.agency ?? '';
  onSubmit(form, texts, async () => {
    const compared = form.elements.namedItem('compared') as HTMLInputElement | null;
    if (!typedIn(form, 'keyId')) throw new Told(texts.whoMissing);
    if (compared && !compared.checked) throw new Told(texts.comparedMissing);
    const open = await unlocked(agency);
    if (!open) throw new Told(texts.unlockFirst);
    const chain = chainIn(await keyData(agency));
    const list = recipientsOf(agency, chain);
    const change = form.dataset.sign === 'end' ? 'end' : 'add';
    const role = typedIn(form, 'role') as RecipientRole;
    const about = change === 'end' ? ending(list, form, role, texts) : candidate(form);
    const at = new Date().toISOString();
    const statement = nextStatement(chain, { agency, at, change, role, ...about });
    const by = { keyId: open.keyId, privateKey: open.key.sign.privateKey };
    const signed = signStatement(statement, by);
    fill(form, 'statement', toText(signed.statement));
    fill(form, 'signature', toText(signed.signature));
    fill(form, 'signedBy', signed.signedBy);
    form.submit();
  });
}

function ending(list: readonly Recipient[], form: HTMLFormElement, role: RecipientRole, texts: Texts): About {
  const found = list.find((one) => one.keyId === typedIn(form, 'keyId') && one.role === role);
  const left = list.filter((one) => one !== found);
  if (!found || !left.some((one) => one.role === 'recipient')) throw new Told(texts.last);
  const { keyId, accountId, label } = found;
  const [sealPublic, signPublic] = [toText(found.sealPublic), toText(found.signPublic)];
  return { keyId, accountId, label, sealPublic, signPublic };
}

/** Those whose six words stand in the list to choose from: the page made both from the same keys. */
function candidate(form: HTMLFormElement): About {
  const all = JSON.parse(form.dataset.candidates ?? '[]') as About[];
  const found = all.find(({ keyId }) => keyId === typedIn(form, 'keyId'));
  if (!found) throw new Error('404');
  return found;
}

function fill(form: HTMLFormElement, name: string, value: string): void {
  (form.elements.namedItem(name) as HTMLInputElement).value = value;
}
