import { showWork } from '../../access/index.ts';
import { Facts, Notice } from '../../platform/html/parts.view.tsx';
import type { Ctx } from '../../platform/http/visit.ts';
import { to } from '../../urls.ts';
import { t } from '../accounts/messages.ts';
import type { Agency } from '../agency.ts';

/** The one answer that holds a password that we made. */
export function showGiven(
  c: Ctx,
  agency: Agency,
  given: { name: string; username: string; password: string },
): Response {
  const tr = t(c.get('visit').lang);
  const title = tr('accounts.given', { name: given.name });
  const body = (
    <>
      <h1>{title}</h1>
      <Notice tone="warn">
        <p>{tr('accounts.givenOnce')}</p>
      </Notice>
      <Facts
        rows={[
          [tr('accounts.username'), <code key="u">{given.username}</code>],
          [tr('accounts.password'), <code key="p">{given.password}</code>],
        ]}
      />
      <p class="prose">{tr('accounts.givenHow')}</p>
      <p>
        <a href={to('accounts', { agency: agency.id })}>{tr('accounts.done')}</a>
      </p>
    </>
  );
  return showWork(c, { title, brand: agency.name, body });
}
