import type { VNode } from 'preact';
import { type FieldErrors, TextField } from '../../platform/html/form.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { t } from '../messages.ts';
import { askedFor, type Owner } from './own-door.ts';

/** Asks whose code this is; the answer opens what is the person's own for a quarter of an hour. */
export function OwnForm(props: { lang: Lang; owner: Owner; action: string; errors: FieldErrors }): VNode {
  const { lang, owner, action, errors } = props;
  const tr = t(lang);
  const receipt = askedFor(owner)?.what === 'receipt';
  return (
    <form method="post" action={action} class="card" novalidate>
      <input type="hidden" name="do" value="open" />
      <TextField
        {...{ name: 'digits', errors, short: true, maxLength: 4, autocomplete: 'off' }}
        label={tr(receipt ? 'signing.ownReceipt' : 'signing.ownDigits')}
        hint={tr('signing.ownHint')}
        {...(receipt ? {} : { inputMode: 'numeric' })}
      />
      <button type="submit">{tr('signing.ownOpen')}</button>
    </form>
  );
}
