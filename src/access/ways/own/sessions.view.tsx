import type { VNode } from 'preact';
import { Tag } from '../../../platform/html/parts.view.tsx';
import type { Lang } from '../../../platform/i18n.ts';
import { urls } from '../../../urls.ts';
import type { Session } from '../../sessions/sessions.ts';
import { t } from '../messages.ts';
import { moment } from './own.view.tsx';

interface Props {
  lang: Lang;
  sessions: readonly Session[];
  /** This one. */
  sessionId: string;
}

/** Where the account is signed in now, each with a button that ends it. */
export function Sessions(props: Props): VNode {
  const { lang, sessions } = props;
  const tr = t(lang);
  return (
    <>
      <h2>{tr('access.sessions')}</h2>
      <p class="quiet">{tr('access.sessionsHint')}</p>
      <ul>
        {sessions.map((session) => (
          <li key={session.id}>
            <One {...props} session={session} />
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <form method="post" action={urls.ownAccess}>
          <button type="submit" class="second" name="aksi" value="akhiri-lain">
            {tr('access.sessionsEndOthers')}
          </button>
        </form>
      ) : null}
    </>
  );
}

function One({ lang, sessionId, session }: Props & { session: Session }): VNode {
  const tr = t(lang);
  const { id, device, method, createdAt, seenAt } = session;
  return (
    <>
      {device || tr('access.deviceUnknown')} {id === sessionId ? <Tag>{tr('access.sessionThis')}</Tag> : null}
      <br />
      <span class="quiet">
        {tr(`access.method.${method}`)}, {tr('access.sessionSince', { moment: moment(lang, createdAt) })},{' '}
        {tr('access.sessionSeen', { moment: moment(lang, seenAt) })}
      </span>
      <form method="post" action={urls.ownAccess}>
        <input type="hidden" name="sesi" value={id} />
        <button type="submit" class="plain" name="aksi" value="akhiri">
          {tr('access.sessionEnd')}
        </button>
      </form>
    </>
  );
}
