import type { VNode } from 'preact';
import type { Agency } from '../../agencies/index.ts';
import { formatMoment } from '../../platform/format.ts';
import { DataTable, Facts, Tag } from '../../platform/html/parts.view.tsx';
import { type Lang, messageOf } from '../../platform/i18n.ts';
import { to } from '../../urls.ts';
import type { Delivery, Hook } from '../hooks.ts';
import { t } from '../messages.ts';
import { kindsText, StateTag } from './hooks.view.tsx';

interface Props {
  lang: Lang;
  agency: Agency;
  hook: Hook;
  deliveries: readonly Delivery[];
  /** Whether who looks may change something. */
  may: boolean;
}

export function HookPage({ lang, agency, hook, deliveries, may }: Props): VNode {
  const tr = t(lang);
  return (
    <>
      <p>
        <a href={to('hooks', { agency: agency.id })}>{tr('hooks.back')}</a>
      </p>
      <h1>{new URL(hook.address).host}</h1>
      <Facts
        rows={[
          [tr('hooks.address'), <code key="a">{hook.address}</code>],
          [tr('hooks.kinds'), kindsText(lang, hook.kinds)],
          [tr('hooks.state'), <StateTag key="s" lang={lang} state={hook.state} />],
          [tr('hooks.secretSince'), formatMoment(lang, hook.secretSince, agency.zone)],
        ]}
      />
      {!may || hook.state === 'ended' ? null : <Acts {...{ lang, agency, hook }} />}
      <h2>{tr('hooks.deliveries')}</h2>
      {deliveries.length === 0 ? (
        <p>{tr('hooks.noDeliveries')}</p>
      ) : (
        <Deliveries {...{ lang, agency, hook, deliveries, may }} />
      )}
    </>
  );
}

function Acts({ lang, agency, hook }: Omit<Props, 'deliveries' | 'may'>): VNode {
  const tr = t(lang);
  const turn = hook.state === 'paused' ? 'resume' : 'pause';
  const acts = [
    ['test', tr('hooks.test')],
    [turn, tr(`hooks.${turn}`)],
    ['replace', tr('hooks.replace')],
    ['end', tr('hooks.end')],
    ...(hook.failed > 0 ? [['replay', tr('hooks.replayAll', { total: hook.failed })]] : []),
  ] as const;
  return (
    <form method="post" action={to('hook', { agency: agency.id, hook: hook.id })}>
      <div class="row">
        {acts.map(([act, text]) => (
          <button key={act} class="plain" type="submit" name="act" value={act}>
            {text}
          </button>
        ))}
      </div>
    </form>
  );
}

function Deliveries({ lang, agency, hook, deliveries, may }: Props): VNode {
  const tr = t(lang);
  return (
    <DataTable
      caption={tr('hooks.deliveriesCaption', { total: deliveries.length })}
      columns={[
        {
          head: tr('hooks.what'),
          cell: ({ kind, eventId }) => (
            <>
              {messageOf(lang, `event.${kind}`) ?? ''} <code>{kind}</code>
              <br />
              <small>{eventId}</small>
            </>
          ),
        },
        { head: tr('hooks.at'), cell: ({ at }) => formatMoment(lang, at, agency.zone) },
        { head: tr('hooks.tries'), cell: ({ tries }) => tries, number: true },
        { head: tr('hooks.answer'), cell: ({ lastCode }) => answerText(lang, lastCode) },
        {
          head: tr('hooks.outcome'),
          cell: (delivery) => <Outcome {...{ lang, agency, hook, delivery, may }} />,
        },
      ]}
      rows={deliveries}
    />
  );
}

/** A status stands for itself; a reason has words. */
function answerText(lang: Lang, code: string | null): string {
  if (code === null) return '–';
  return messageOf(lang, `hooks.answer.${code}`) ?? code;
}

function Outcome(props: Omit<Props, 'deliveries'> & { delivery: Delivery }): VNode {
  const { lang, agency, hook, delivery, may } = props;
  const tr = t(lang);
  const { id, outcome, tries, dueAt } = delivery;
  if (outcome === null)
    return (
      <>
        {tries === 0 ? tr('hooks.waiting') : tr('hooks.due', { at: formatMoment(lang, dueAt, agency.zone) })}
      </>
    );
  return (
    <>
      <Tag tone={outcome === 'dead' ? 'bad' : 'good'}>{tr(`hooks.outcome.${outcome}`)}</Tag>
      {!may || hook.state === 'ended' ? null : (
        <form method="post" action={to('hook', { agency: agency.id, hook: hook.id })}>
          <input type="hidden" name="delivery" value={id} />
          <button
            class="plain"
            type="submit"
            name="act"
            value="replay"
            aria-label={`${tr('hooks.replay')} ${id}`}
          >
            {tr('hooks.replay')}
          </button>
        </form>
      )}
    </>
  );
}
