import type { VNode } from 'preact';
import type { Agency } from '../../../agencies/index.ts';
import { TextField } from '../../../platform/html/form.view.tsx';
import { Notice } from '../../../platform/html/parts.view.tsx';
import { inLang } from '../../../platform/http/apart.ts';
import type { Lang } from '../../../platform/i18n.ts';
import { to, urls } from '../../../urls.ts';
import { t } from '../messages.ts';
import { OtherBodies } from './bodies.view.tsx';

interface Shown {
  lang: Lang;
  /** What somebody typed of a name. */
  wanted: string;
  shown: readonly Agency[];
  /** Of all that take reports. */
  open: number;
  onion: string | undefined;
}

export function ReportView(props: Shown): VNode {
  const { lang, onion } = props;
  const tr = t(lang);
  return (
    <>
      <h1>{tr('reporting.title')}</h1>
      <p>{tr('reporting.lead')}</p>
      <Notice tone="warn">
        <p>{tr('reporting.unsafe.device')}</p>
      </Notice>
      <p class="quiet">{tr('reporting.leaveHint')}</p>
      <Institutions {...props} />
      <div class="card">
        <h2>{tr('reporting.haveCode')}</h2>
        <p>{tr('reporting.haveCodeText')}</p>
        <p>
          <a class="button second" href={inLang(lang, urls.reportBack)}>
            {tr('reporting.openBox')}
          </a>
        </p>
      </div>
      <details>
        <summary>{tr('reporting.promise')}</summary>
        <h2>{tr('reporting.safe')}</h2>
        <ul>
          <li>{tr('reporting.safe.sealed')}</li>
          <li>{tr('reporting.safe.anonymous')}</li>
          <li>{tr('reporting.safe.metadata')}</li>
          <li>{tr('reporting.safe.recused')}</li>
        </ul>
        <h2>{tr('reporting.unsafe')}</h2>
        <ul>
          <li>{tr('reporting.unsafe.network')}</li>
          <li>{tr('reporting.unsafe.words')}</li>
          <li>{tr('reporting.unsafe.facts')}</li>
          <li>{tr('reporting.unsafe.code')}</li>
        </ul>
      </details>
      <details>
        <summary>{tr('reporting.tools')}</summary>
        <h2>{tr('reporting.torTitle')}</h2>
        <p>{tr('reporting.torText')}</p>
        {onion ? (
          <p>
            {tr('reporting.torOnion')}: <span class="mono">{onion}</span>
          </p>
        ) : null}
        <h2>{tr('reporting.noScriptTitle')}</h2>
        <p>{tr('reporting.noScriptText')}</p>
      </details>
      <details open={props.open === 0}>
        <summary>{tr('reporting.bodies')}</summary>
        <p>{tr('reporting.bodiesText')}</p>
        <OtherBodies lang={lang} />
      </details>
    </>
  );
}

function Institutions({ lang, wanted, shown, open }: Shown): VNode {
  const tr = t(lang);
  if (open === 0)
    return (
      <Notice tone="warn">
        <p>{tr('reporting.noneOpen')}</p>
      </Notice>
    );
  return (
    <section class="card" aria-labelledby="instansi">
      <h2 id="instansi">{tr('reporting.choose')}</h2>
      {open > shown.length || wanted ? (
        <form method="get">
          {lang === 'en' ? <input type="hidden" name="bahasa" value="en" /> : null}
          <TextField
            name="cari"
            label={tr('reporting.search')}
            hint={tr('reporting.chooseHint')}
            value={wanted}
            maxLength={100}
            autocomplete="off"
          />
          <button type="submit" class="second">
            {tr('reporting.search')}
          </button>
        </form>
      ) : null}
      {shown.length > 0 ? (
        <ul class="choose" aria-label={tr('reporting.found')}>
          {shown.map(({ id, name }) => (
            <li key={id}>
              <a href={inLang(lang, to('reportAgency', { agency: id }))}>{name}</a>
            </li>
          ))}
        </ul>
      ) : (
        <p role="status">{tr('reporting.foundNone')}</p>
      )}
      {open > shown.length && !wanted ? <p class="quiet">{tr('reporting.more', { count: open })}</p> : null}
    </section>
  );
}
