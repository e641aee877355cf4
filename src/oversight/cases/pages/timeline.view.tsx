import type { VNode } from 'preact';
import { findInstrument } from '../../../law/index.ts';
import { formatDate, formatMoment } from '../../../platform/format.ts';
import { type Lang, messageOf } from '../../../platform/i18n.ts';
import { to } from '../../../urls.ts';
import { t } from '../messages.ts';
import type { Step } from '../stages.ts';
import { stageText, whatText } from '../words/words.ts';
import type { CaseProps } from './case.view.tsx';

/** Every step: what, on which day, by whom, on what basis. The note opens in the browser. */
export function Timeline({ lang, agency, steps, names }: CaseProps): VNode {
  const tr = t(lang);
  return (
    <section id="jejak">
      <h2>{tr('cases.timeline')}</h2>
      <ol>
        {steps.map((step) => (
          <li key={step.n}>
            <strong>{whatText(lang, step.what)}</strong> · {formatDate(lang, step.onDate)} ·{' '}
            {stageText(lang, step.stage)}
            <br />
            <Details lang={lang} step={step} />
            <small class="quiet">
              {step.by === 'reporter'
                ? tr('cases.byReporter')
                : tr('cases.writtenBy', {
                    who:
                      step.by === 'system'
                        ? tr('cases.bySystem')
                        : (names.get(step.by) ?? tr('cases.byOther')),
                    at: formatMoment(lang, step.at, agency.zone),
                  })}
            </small>
            {step.hasNote ? (
              <p class="quiet words" data-note={step.n}>
                {tr('cases.noteSealed')}
              </p>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Details({ lang, step }: { lang: Lang; step: Step }): VNode | null {
  const said = factsOf(lang, step);
  if (said.length === 0 && step.basis.length === 0) return null;
  return (
    <>
      {said.length > 0 ? <span>{said.join(' · ')} </span> : null}
      {step.basis.map((id) => (
        <a key={id} class="mono" href={to('instrument', { id })}>
          {findInstrument(id)?.name ?? id}{' '}
        </a>
      ))}
      <br />
    </>
  );
}

/** The codes of a step in words; a code that has none stands as it is. */
function factsOf(lang: Lang, { data }: Step): string[] {
  const word = (kind: string, name: string) => {
    const value = data[name];
    return typeof value === 'string' && value !== ''
      ? [messageOf(lang, `cases.${kind}.${value}`) ?? messageOf(lang, `violations.${kind}.${value}`) ?? value]
      : [];
  };
  const day =
    typeof data.examOn === 'string' ? [t(lang)('cases.examOn', { day: formatDate(lang, data.examOn) })] : [];
  return [
    ...word('kind', 'kind'),
    ...(typeof data.item === 'string' ? [data.item] : []),
    ...word('level', 'level'),
    ...word('to', 'to'),
    ...word('from', 'from'),
    ...word('decider', 'decider'),
    ...word('outcome', 'outcome'),
    ...word('reason', 'reason'),
    ...word('of', 'of'),
    ...day,
    ...(data.head === true ? [t(lang)('cases.isHead')] : []),
  ];
}
