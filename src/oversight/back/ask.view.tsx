import type { VNode } from 'preact';
import { ErrorSummary, type FieldErrors, TextArea } from '../../platform/html/form.view.tsx';
import { Notice } from '../../platform/html/parts.view.tsx';
import { inLang } from '../../platform/http/apart.ts';
import type { Lang } from '../../platform/i18n.ts';
import { urls } from '../../urls.ts';
import { WaitNotice } from '../abuse/index.ts';
import { Forgotten } from './forgotten.view.tsx';
import { t } from './messages.ts';
import { OpenedView } from './opened.view.tsx';
import { islandTexts } from './texts.ts';

export interface Ticket {
  id: string;
  wait: string;
  /** For opening the mailbox by this ticket's form. */
  door: string;
}

interface Asked {
  lang: Lang;
  typed: string;
  ticket: Ticket;
  errors: FieldErrors;
  early: number;
  /** What was to be done, kept until it may be; null: to open. */
  again: Again | null;
}

export interface Again {
  act: string;
  text: string;
  ownName: string;
  contact: string;
  sure: string;
}

export function AskView({ lang, typed, ticket, errors, early, again }: Asked): VNode {
  const tr = t(lang);
  return (
    <>
      <div
        data-mailbox
        data-box={urls.reportBox}
        data-reply={urls.reportReply}
        data-file={urls.reportFile}
        data-puzzle={urls.reportPuzzle}
        data-texts={JSON.stringify(islandTexts(lang))}
      >
        <div data-ask>
          {early > 0 ? <WaitNotice lang={lang} seconds={early} /> : null}
          <h1>{tr('mailbox.title')}</h1>
          <div data-errors>
            <ErrorSummary lang={lang} errors={errors} />
          </div>
          <p>{tr('mailbox.lead')}</p>
          <div data-plain>
            <Notice tone="warn">
              <p>{tr('mailbox.openedThere')}</p>
            </Notice>
          </div>
          <div data-sealed-here hidden>
            <Notice tone="good">
              <p>{tr('mailbox.openedHere')}</p>
            </Notice>
          </div>
          <form method="post" action={inLang(lang, urls.reportBack)} autocomplete="off">
            <input type="hidden" name="act" value={again?.act ?? 'open'} />
            <input type="hidden" name="ticket" value={ticket.id} />
            <input type="hidden" name="wait" value={ticket.wait} />
            <input type="hidden" name="door" value={ticket.door} />
            {again ? <Kept lang={lang} again={again} /> : null}
            <TextArea
              name="code"
              label={tr('mailbox.code')}
              hint={tr('mailbox.codeHint')}
              value={typed}
              rows={3}
              errors={errors}
            />
            <p class="report-state" role="status" data-state />
            <button class="big" type="submit" data-submit>
              {tr('mailbox.open')}
            </button>
          </form>
          <details>
            <summary>{tr('mailbox.lost')}</summary>
            <p>{tr('mailbox.lostText')}</p>
          </details>
        </div>
      </div>
      <template data-opened>
        <OpenedView lang={lang} />
      </template>
      <template data-forgotten>
        <Forgotten lang={lang} />
      </template>
    </>
  );
}

function Kept({ lang, again }: { lang: Lang; again: Again }): VNode {
  return (
    <>
      {again.text ? (
        <TextArea name="text" label={t(lang)('mailbox.text')} value={again.text} rows={6} />
      ) : null}
      <input type="hidden" name="ownName" value={again.ownName} />
      <input type="hidden" name="contact" value={again.contact} />
      <input type="hidden" name="sure" value={again.sure} />
    </>
  );
}
