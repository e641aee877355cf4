import type { VNode } from 'preact';
import { type Column, DataTable, Tag } from '../../../platform/html/parts.view.tsx';
import type { Lang } from '../../../platform/i18n.ts';
import { urls } from '../../../urls.ts';
import type { Session } from '../../sessions/sessions.ts';
import { t } from '../messages.ts';
import { moment } from './own.view.tsx';

/** Where the account is signed in now, each with a button that ends it. */
export function Sessions(props: { lang: Lang; sessions: readonly Session[]; sessionId: string }): VNode {
  const { lang, sessions, sessionId } = props;
  const tr = t(lang);
  const columns: Column<Session>[] = [
    {
      head: tr('access.sessionDevice'),
      cell: ({ id, device }) => (
        <>
          {device || tr('access.deviceUnknown')}{' '}
          {id === sessionId ? <Tag>{tr('access.sessionThis')}</Tag> : null}
        </>
      ),
    },
    { head: tr('access.sessionMethod'), cell: ({ method }) => tr(`access.method.${method}`) },
    { head: tr('access.sessionSince'), cell: ({ createdAt }) => moment(lang, createdAt) },
    { head: tr('access.sessionSeen'), cell: ({ seenAt }) => moment(lang, seenAt) },
    {
      head: tr('access.sessionEndHead'),
      cell: ({ id }) => (
        <form method="post" action={urls.ownAccess}>
          <input type="hidden" name="sesi" value={id} />
          <button type="submit" class="plain" name="aksi" value="akhiri">
            {tr('access.sessionEnd')}
          </button>
        </form>
      ),
    },
  ];
  return (
    <>
      <DataTable caption={tr('access.sessions')} columns={columns} rows={sessions} />
      <p class="quiet">{tr('access.sessionsHint')}</p>
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
