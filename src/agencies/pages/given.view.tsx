import { showWork } from '../../access/index.ts';
import { Facts, Notice } from '../../platform/html/parts.view.tsx';
import type { Ctx } from '../../platform/http/visit.ts';
import { to, urls } from '../../urls.ts';
import { t } from '../accounts/messages.ts';
import type { Agency } from '../agency.ts';

interface Given {
  name: string;
  username: string;
  password: string;
}

/** The one answer that holds a password that we made. */
export function showGiven(c: Ctx, agency: Agency, given: Given): Response {
  return answer(c, given, to('accounts', { agency: agency.id }), agency.name);
}

/** The same for the first officer of an institution that a steward added. */
export function showFirstOfficer(c: Ctx, given: Given): Response {
  return answer(c, given, urls.nationAgencies);
}

function answer(c: Ctx, given: Given, back: string, brand?: string): Response {
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
        <a href={back}>{tr('accounts.done')}</a>
      </p>
    </>
  );
  return showWork(c, { title, ...(brand ? { brand } : {}), body });
}
