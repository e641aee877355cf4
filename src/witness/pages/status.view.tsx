import type { VNode } from 'preact';
import { formatMoment, formatNumber } from '../../platform/format.ts';
import { DataTable, Facts, Notice, Tag } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { hashOf } from '../heads.ts';
import { t } from '../messages.ts';
import { isOpen, type WatchedLog } from '../standing.ts';

/** The paths of a witness; it is a program of its own, beside the product's. */
export const witnessUrls = { status: '/', refused: '/refused/:id/:part' } as const;

const ZONE = 'Asia/Jakarta';

export function Status(props: { lang: Lang; name: string; vkey: string; logs: WatchedLog[] }): VNode {
  const { lang, name, vkey, logs } = props;
  const tr = t(lang);
  return (
    <>
      <h1>{tr('witness.title', { name })}</h1>
      <p class="prose">{tr('witness.lead')}</p>
      <Summary lang={lang} logs={logs} />
      {logs.length > 0 ? <Logs lang={lang} logs={logs} /> : null}
      {logs.some(({ refused }) => refused.length > 0) ? <RefusedHeads lang={lang} logs={logs} /> : null}
      <h2>{tr('witness.key')}</h2>
      <p>
        <code>{vkey}</code>
      </p>
    </>
  );
}

function Summary({ lang, logs }: { lang: Lang; logs: WatchedLog[] }): VNode {
  const tr = t(lang);
  if (logs.some(isOpen))
    return (
      <Notice tone="bad">
        <p>{tr('witness.alarm')}</p>
      </Notice>
    );
  if (logs.length === 0) return <p>{tr('witness.none')}</p>;
  const past = logs.some(({ refused }) => refused.length > 0);
  return (
    <Notice tone={past ? 'warn' : 'good'}>
      <p>{tr(past ? 'witness.past' : 'witness.fine')}</p>
    </Notice>
  );
}

function Logs({ lang, logs }: { lang: Lang; logs: WatchedLog[] }): VNode {
  const tr = t(lang);
  return (
    <DataTable<WatchedLog>
      caption={tr('witness.logs')}
      rows={logs}
      columns={[
        { head: tr('witness.log'), cell: ({ origin }) => origin },
        { head: tr('witness.size'), cell: ({ held }) => formatNumber(lang, held.size), number: true },
        {
          head: tr('witness.time'),
          cell: ({ held }) => formatMoment(lang, new Date(held.time * 1000), ZONE),
        },
        {
          head: tr('witness.state'),
          cell: (log) => (
            <Tag tone={isOpen(log) ? 'bad' : 'good'}>
              {tr(isOpen(log) ? 'witness.stateRefused' : 'witness.stateFine')}
            </Tag>
          ),
        },
        {
          head: tr('witness.head'),
          cell: ({ origin }) => <a href={`/${hashOf(origin)}/checkpoint`}>{tr('witness.head')}</a>,
        },
      ]}
    />
  );
}

function RefusedHeads({ lang, logs }: { lang: Lang; logs: WatchedLog[] }): VNode {
  const tr = t(lang);
  return (
    <>
      <h2>{tr('witness.refusedTitle')}</h2>
      {logs.flatMap(({ refused }) =>
        refused.map((one) => (
          <section key={one.id} aria-labelledby={one.id}>
            <Notice tone={one.open ? 'bad' : 'info'}>
              <h3 id={one.id}>{tr(`witness.kind.${one.kind}`)}</h3>
              <p>{tr(`witness.about.${one.kind}`)}</p>
              <Facts rows={facts(lang, one)} />
            </Notice>
          </section>
        )),
      )}
    </>
  );
}

function facts(lang: Lang, one: WatchedLog['refused'][number]) {
  const tr = t(lang);
  const file = (part: string, text: string) => <a href={`/refused/${one.id}/${part}`}>{text}</a>;
  const sized = (size: number) => tr('witness.download', { size: formatNumber(lang, size) });
  return [
    [tr('witness.log'), one.origin],
    [tr('witness.at'), formatMoment(lang, new Date(one.at), ZONE)],
    [tr('witness.state'), tr(one.open ? 'witness.open' : 'witness.closed')],
    [tr('witness.heldSize'), file('held', sized(one.heldSize))],
    [tr('witness.offeredSize'), file('offered', sized(one.offeredSize))],
    [tr('witness.everything'), file('refused.json', `${one.id}.json`)],
  ] as const;
}
