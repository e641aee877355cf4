import type { VNode } from 'preact';
import { formatDate } from '../../platform/format.ts';
import { ErrorSummary, type FieldErrors, TextArea, TextField } from '../../platform/html/form.view.tsx';
import { Notice } from '../../platform/html/parts.view.tsx';
import { inLang } from '../../platform/http/apart.ts';
import type { Lang } from '../../platform/i18n.ts';
import { urls } from '../../urls.ts';
import { WaitNotice } from '../abuse/index.ts';
import type { Ticket } from './ask.view.tsx';
import type { BoxHead } from './box-format.ts';
import { linesOf } from './lines.ts';
import { t } from './messages.ts';
import type { Opened, OpenedMessage } from './open.ts';
import { statusText } from './texts.ts';

interface Shown {
  lang: Lang;
  /** Absent: the script fills in what it opened. */
  head?: BoxHead;
  opened?: Opened;
  code?: string;
  ticket?: Ticket;
  early?: number;
  kept?: { text: string; name: string; contact: string };
  errors?: FieldErrors;
  sent?: boolean;
}

export function OpenedView(props: Shown): VNode {
  const { lang, head, opened, early = 0, errors = {}, sent = false } = props;
  const tr = t(lang);
  return (
    <>
      {early > 0 ? <WaitNotice lang={lang} seconds={early} /> : null}
      <h1 tabIndex={-1}>{tr('mailbox.yours')}</h1>
      <div data-reply-errors>
        <ErrorSummary lang={lang} errors={errors} />
      </div>
      <div data-sent hidden={!sent}>
        <Notice tone="good">
          <p>{tr('mailbox.sent')}</p>
        </Notice>
      </div>
      <dl class="facts">
        <dt>{tr('mailbox.agency')}</dt>
        <dd data-agency-name>{head?.agencyName}</dd>
        <dt>{tr('mailbox.arrived')}</dt>
        <dd data-arrived>{head ? formatDate(lang, head.arrivedOn) : ''}</dd>
        <dt>{tr('mailbox.due')}</dt>
        <dd data-due>{head ? formatDate(lang, head.due) : ''}</dd>
      </dl>
      <p class="quiet">{tr('mailbox.dueText')}</p>
      <h2>{tr('mailbox.statuses')}</h2>
      <ol data-statuses>
        {head?.statuses.map((one) => (
          <li key={`${one.day} ${one.what}`}>
            {formatDate(lang, one.day)}: {statusText(lang, one)}
          </li>
        ))}
      </ol>
      <h2>{tr('mailbox.messages')}</h2>
      <div data-messages>
        {opened?.messages.map((message) => (
          <Message key={message.n} {...{ lang, message }} />
        ))}
      </div>
      <p data-more hidden>
        <button class="second" type="button" data-more-button>
          {tr('mailbox.more')}
        </button>
      </p>
      <Reply {...props} />
      <Forget {...props} />
    </>
  );
}

function Message({ lang, message: { mine, day, contents } }: { lang: Lang; message: OpenedMessage }): VNode {
  const tr = t(lang);
  return (
    <article class="card">
      <h3>
        {tr(mine ? 'mailbox.fromYou' : 'mailbox.fromTeam')}, {formatDate(lang, day)}
      </h3>
      {contents === null ? <p>{tr('mailbox.notOpen')}</p> : null}
      {contents
        ? linesOf(contents).map(([label, text]) => (
            <p class="pre" key={label}>
              {label ? <strong>{tr(`mailbox.label.${label}`)}: </strong> : null}
              {text}
            </p>
          ))
        : null}
    </article>
  );
}

function Hidden({
  code,
  ticket,
  act,
}: {
  code?: string | undefined;
  ticket?: Ticket | undefined;
  act: string;
}): VNode {
  return (
    <>
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="code" value={code} />
      <input type="hidden" name="ticket" value={ticket?.id} />
      <input type="hidden" name="wait" value={ticket?.wait} />
      <input type="hidden" name="door" value={ticket?.door} />
    </>
  );
}

function Reply({ lang, code, ticket, kept, errors = {} }: Shown): VNode {
  const tr = t(lang);
  return (
    <form method="post" action={inLang(lang, urls.reportBack)} enctype="multipart/form-data" data-reply-form>
      <h2>{tr('mailbox.reply')}</h2>
      <Hidden {...{ code, ticket, act: 'reply' }} />
      <TextArea name="text" label={tr('mailbox.text')} value={kept?.text} rows={6} errors={errors} />
      <div class="field">
        <label for="f-files">{tr('mailbox.files')}</label>
        <p class="hint" id="h-files">
          {tr('mailbox.filesHint')}
        </p>
        <input id="f-files" type="file" name="files" multiple aria-describedby="h-files" />
        <ul class="report-files" data-files hidden />
      </div>
      <div class="choice">
        <input type="checkbox" id="f-original" name="original" value="yes" />
        <label for="f-original">{tr('mailbox.original')}</label>
      </div>
      <details>
        <summary>{tr('mailbox.identity')}</summary>
        <p>{tr('mailbox.identityText')}</p>
        <TextField name="ownName" label={tr('mailbox.label.name')} value={kept?.name} />
        <TextField name="contact" label={tr('mailbox.label.contact')} value={kept?.contact} />
      </details>
      <p class="report-state" role="status" data-reply-state />
      <button type="submit">{tr('mailbox.send')}</button>
    </form>
  );
}

function Forget({ lang, code, ticket }: Shown): VNode {
  const tr = t(lang);
  return (
    <details>
      <summary>{tr('mailbox.forget')}</summary>
      <p>{tr('mailbox.forgetText')}</p>
      <form method="post" action={inLang(lang, urls.reportBack)} data-forget-form>
        <Hidden {...{ code, ticket, act: 'forget' }} />
        <div class="choice">
          <input type="checkbox" id="f-sure" name="sure" value="yes" required />
          <label for="f-sure">{tr('mailbox.sure')}</label>
        </div>
        <button class="second" type="submit">
          {tr('mailbox.forget')}
        </button>
      </form>
    </details>
  );
}
