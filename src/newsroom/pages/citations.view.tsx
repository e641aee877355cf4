import type { VNode } from 'preact';
import { type Instrument, inForce, type Register, standingConfidence } from '../../law/index.ts';
import { formatDate } from '../../platform/format.ts';
import { DataTable, Tag, type Tone } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { to } from '../../urls.ts';
import type { CitationOut } from '../checker/index.ts';
import { t } from '../messages.ts';
import type { JudgedOn } from './judged-on.ts';
import { Quoted, type ShowSpan } from './passage.view.tsx';

const TONE: Readonly<Record<string, Tone>> = {
  'in-force': 'good',
  'not-yet': 'warn',
  revoked: 'bad',
  verified: 'good',
  recalled: 'warn',
  conflict: 'bad',
};
const MOST_SHOWN = 200;

interface Props {
  lang: Lang;
  citations: readonly CitationOut[];
  passage: ShowSpan;
  day: JudgedOn;
  register: Register;
}

/** Every citation as it stands in the text, and what the register says of it on that day. */
export function Citations({ lang, citations, passage, day, register }: Props): VNode {
  const tr = t(lang);
  if (citations.length === 0) return <p>{tr('newsroom.given.noCitations')}</p>;
  const byName = new Map(register.instruments.map((instrument) => [instrument.name, instrument]));
  const held = ({ instrument }: CitationOut) => (instrument ? byName.get(instrument) : undefined);
  return (
    <>
      <DataTable
        caption={tr('newsroom.given.citationsOn', { date: formatDate(lang, day.date) })}
        rows={citations.slice(0, MOST_SHOWN)}
        columns={[
          {
            head: tr('newsroom.given.readAs'),
            cell: (one) => <Name {...{ lang, one, day }} held={held(one)} />,
          },
          { head: tr('newsroom.given.state'), cell: (one) => <State {...{ lang, day }} held={held(one)} /> },
          {
            head: tr('newsroom.given.sure'),
            cell: (one) => <Sure {...{ lang, one, day }} held={held(one)} />,
          },
          { head: tr('newsroom.given.printed'), cell: (one) => <Quoted passage={passage(one)} /> },
        ]}
      />
      {citations.length > MOST_SHOWN ? <p>{tr('newsroom.given.more', { n: MOST_SHOWN })}</p> : null}
    </>
  );
}

type OfOne = { lang: Lang; day: JudgedOn; held: Instrument | undefined };

function Name({ one, day, held, lang }: OfOne & { one: CitationOut }): VNode {
  const name = one.instrument ?? t(lang)('newsroom.given.noInstrument');
  return (
    <>
      {held ? <a href={`${to('instrument', { id: held.id })}?pada=${day.date}`}>{name}</a> : name}
      {one.article ? (
        <>
          <br />
          {one.article}
        </>
      ) : null}
    </>
  );
}

function State({ lang, day, held }: OfOne): VNode {
  const state = held ? inForce(held, day.date) : 'notHeld';
  return <Tag tone={TONE[state] ?? 'info'}>{t(lang)(`newsroom.standing.${state}`)}</Tag>;
}

function Sure({ lang, day, one, held }: OfOne & { one: CitationOut }): VNode {
  const sure = held ? standingConfidence(held, day.date) : one.confidence;
  return <Tag tone={TONE[sure] ?? 'info'}>{t(lang)(`newsroom.sure.${sure}`)}</Tag>;
}
