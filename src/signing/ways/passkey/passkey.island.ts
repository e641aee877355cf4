import { fromText, toText } from '../../offline/device/bytes.ts';

/** Asks the browser for a passkey, or for the use of one, and sends its answer with the form around it. */
interface Asked {
  challenge: string;
  user?: { id: string };
  excludeCredentials?: { id: string }[];
  allowCredentials?: { id: string }[];
}

class PasskeyButton extends HTMLElement {
  connectedCallback(): void {
    const { origin, options, typed } = this.dataset;
    const form = this.closest('form');
    if (!form || !options || origin !== location.origin || !window.PublicKeyCredential) return;
    const without = document.querySelector<HTMLElement>('[data-without-passkey]');
    if (without) without.hidden = true;
    this.hidden = false;
    const submit = form.querySelector('button[type=submit]');
    submit?.classList.add('second');
    if (submit && typed) submit.textContent = typed;
    this.querySelector('button')?.addEventListener('click', () =>
      this.ask(form, JSON.parse(options) as Asked),
    );
  }

  private async ask(form: HTMLFormElement, asked: Asked): Promise<void> {
    const note = this.querySelector('[role=alert]') as HTMLElement;
    const field = form.elements.namedItem('passkey') as HTMLInputElement;
    note.textContent = '';
    if (!form.reportValidity()) return;
    const unticked = form.querySelector<HTMLInputElement>('[name=point]:not(:checked)');
    if (unticked) {
      note.textContent = this.dataset.unticked ?? '';
      return unticked.focus();
    }
    try {
      field.value = await answer(asked);
    } catch {
      note.textContent = this.dataset.failed ?? '';
      return;
    }
    const submit = form.querySelector<HTMLButtonElement>('button[type=submit]');
    if (asked.user || !submit) form.submit();
    else submit.click();
  }
}

async function answer(asked: Asked): Promise<string> {
  const { user, challenge, ...rest } = asked;
  const list = (ids?: { id: string }[]) => ids?.map((one) => ({ ...one, id: fromText(one.id) }));
  const given = {
    ...rest,
    challenge: fromText(challenge),
    excludeCredentials: list(asked.excludeCredentials),
    allowCredentials: list(asked.allowCredentials),
  };
  const publicKey = (user ? { ...given, user: { ...user, id: fromText(user.id) } } : given) as unknown;
  const found = user
    ? await navigator.credentials.create({ publicKey } as CredentialCreationOptions)
    : await navigator.credentials.get({ publicKey } as CredentialRequestOptions);
  const { id, response } = found as PublicKeyCredential;
  const said = response as AuthenticatorAttestationResponse & AuthenticatorAssertionResponse;
  const parts = user
    ? [said.clientDataJSON, said.attestationObject]
    : [said.authenticatorData, said.clientDataJSON, said.signature];
  return [id, ...parts.map(toText)].join('.');
}

customElements.define('ikrar-passkey', PasskeyButton);
