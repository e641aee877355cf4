import type { VNode } from 'preact';
import { inLang } from '../../../platform/http/apart.ts';
import type { Lang } from '../../../platform/i18n.ts';
import { urls } from '../../../urls.ts';
import { t } from '../messages.ts';

interface Shown {
  lang: Lang;
  /** Empty where the script fills it in. */
  code: string;
  /** Of the way back, as it is to be typed. */
  back: string;
  script: boolean;
}

/** The code, once, to be written down by hand: numbered words, as large as a small screen has room for. */
export function Done({ lang, code, back, script }: Shown): VNode {
  const tr = t(lang);
  return (
    <>
      <h1 tabIndex={-1}>{tr('reporting.doneTitle')}</h1>
      <p>{tr('reporting.doneLead')}</p>
      <section class="card" aria-labelledby="kode">
        <h2 id="kode">{tr('reporting.code')}</h2>
        <ol class="report-code" data-code>
          {code
            .split(' ')
            .filter(Boolean)
            .map((word, index) => (
              <li key={index}>{word}</li>
            ))}
        </ol>
        <p>
          <strong>{tr('reporting.codeText')}</strong>
        </p>
        {script ? (
          <>
            <p class="row">
              <button class="second" type="button" data-copy>
                {tr('reporting.copy')}
              </button>
              <small>{tr('reporting.copyWarning')}</small>
            </p>
            <div class="choice">
              <input type="checkbox" id="f-wrote" data-wrote />
              <label for="f-wrote">{tr('reporting.wrote')}</label>
            </div>
          </>
        ) : (
          <p class="quiet">{tr('reporting.doneSealedThere')}</p>
        )}
      </section>
      <div role="status" data-sending />
      <h2>{tr('reporting.nextTitle')}</h2>
      <ul>
        <li>{tr('reporting.next.receipt')}</li>
        <li>{tr('reporting.next.back', { address: back })}</li>
        <li>{tr('reporting.next.leave')}</li>
      </ul>
      <p>
        <a class="button second" href={inLang(lang, urls.reportBack)}>
          {tr('reporting.openBox')}
        </a>
      </p>
    </>
  );
}
