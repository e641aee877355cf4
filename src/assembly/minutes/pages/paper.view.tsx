import type { ComponentChildren, VNode } from 'preact';
import { PLAN_ROLES } from '../../../ceremonies/index.ts';
import { formatDate, formatMoment, formatNumber } from '../../../platform/format.ts';
import { type Column, DataTable, Facts } from '../../../platform/html/parts.view.tsx';
import type { Lang } from '../../../platform/i18n.ts';
import type { MinutesContent, MinutesFigures } from '../../../verify/index.ts';
import { t } from '../messages.ts';

interface Props {
  lang: Lang;
  content: MinutesContent;
  /** Where each fact comes from, for who draws them up. */
  sources?: boolean;
  /** Where each photo can be seen, counted from 1. */
  photoAt?: (n: number) => string;
}

/** Everything that stands in minutes, readable on a telephone. What is not known is said to be missing. */
export function MinutesPaper(props: Props): VNode {
  const { lang, content } = props;
  const tr = t(lang);
  const { remarks, annexes } = content;
  return (
    <section class="paper" aria-label={tr('minutes.title')}>
      <h2>{tr('minutes.title')}</h2>
      {content.example ? <p class="quiet">{tr('minutes.exampleSheet')}</p> : null}
      <Held {...props} />
      <RunSheet {...props} />
      <Officers {...props} />
      <Counts {...props} />
      <Others {...props} />
      <Photos {...props} />
      <Part {...props} title={tr('minutes.annexTitle')} source="attendance">
        {annexes.map(({ count, commitment }) => (
          <p key={commitment}>
            {tr('minutes.annexLine', { count: formatNumber(lang, count) })}
            {props.sources ? null : (
              <>
                <br />
                {tr('minutes.annexDigest')} <code>{commitment}</code>
              </>
            )}
          </p>
        ))}
      </Part>
      <Part {...props} title={tr('minutes.remarks')} source="typed">
        {(remarks ?? tr('minutes.noRemarks')).split('\n').map((line, at) => (
          <p key={at}>{line}</p>
        ))}
      </Part>
    </section>
  );
}

type Source = 'ceremony' | 'plan' | 'attendance' | 'door' | 'symbolic' | 'album' | 'typed';

function Part(props: Props & { title: string; source: Source; children: ComponentChildren }): VNode {
  const tr = t(props.lang);
  return (
    <>
      <h3>{props.title}</h3>
      {props.sources ? <p class="hint">{tr(`minutes.from.${props.source}`)}</p> : null}
      {props.children}
    </>
  );
}

function Held(props: Props): VNode {
  const { lang, content } = props;
  const tr = t(lang);
  const { held, ceremony, campaign, agency, text } = content;
  const missing = tr('minutes.notRecorded');
  const clock = (time: string | null) => (lang === 'id' ? time?.replace(':', '.') : time) ?? missing;
  const status = held.dateStatus === 'derived' ? ` (${tr('minutes.derived')})` : '';
  const sites = held.sites.map(({ name, place, mode }) =>
    [name, place, mode === 'online' ? tr('minutes.online') : null].filter(Boolean).join(', '),
  );
  return (
    <Part {...props} title={tr('minutes.held')} source="ceremony">
      <Facts
        rows={[
          [tr('minutes.ceremony'), ceremony.title],
          [tr('minutes.campaign'), [campaign.title, campaign.election].join('. ')],
          [tr('minutes.circular'), campaign.circular ?? missing],
          ...(content.bases.length > 0
            ? [[tr('minutes.bases'), <Lines key="b" lines={content.bases} />] as const]
            : []),
          [tr('minutes.agency'), agency.name],
          [
            tr('minutes.date'),
            <Lines
              key="date"
              lines={[
                held.date ? formatDate(lang, held.date, true) + status : missing,
                ...(held.dateNote ? [held.dateNote] : []),
              ]}
            />,
          ],
          [tr('minutes.startedAt'), clock(held.startedAt)],
          [tr('minutes.endedAt'), clock(held.endedAt)],
          [tr('minutes.place'), held.place ?? missing],
          ...(sites.length > 0 ? [[tr('minutes.sites'), <Lines key="s" lines={sites} />] as const] : []),
          [
            tr('minutes.text'),
            text ? (
              <>
                {text.title} · {tr('minutes.textVersion', { version: text.version })} ·{' '}
                <code>{text.digest.slice(0, 16)}</code>
                {text.draft ? ` · ${tr('minutes.textDraft')}` : null}
              </>
            ) : (
              missing
            ),
          ],
        ]}
      />
    </Part>
  );
}

function RunSheet(props: Props): VNode {
  const { lang, content } = props;
  const tr = t(lang);
  return (
    <Part {...props} title={tr('minutes.runSheet')} source="plan">
      {content.runSheet.length === 0 ? <p>{tr('minutes.notRecorded')}</p> : null}
      <ol>
        {content.runSheet.map(({ title, who }, at) => (
          <li key={at}>
            {title}
            {who ? <> · {who}</> : null}
          </li>
        ))}
      </ol>
    </Part>
  );
}

function Officers(props: Props): VNode {
  const { lang, content } = props;
  const tr = t(lang);
  const missing = PLAN_ROLES.filter((role) => !content.officers.some((officer) => officer.role === role));
  return (
    <Part {...props} title={tr('minutes.officers')} source="typed">
      <Facts
        rows={[
          ...missing.map((role) => [tr(`minutes.role.${role}`), tr('minutes.notRecorded')] as const),
          ...content.officers.map(
            ({ role, name, office, employer }) =>
              [
                tr(`minutes.role.${role}`),
                <Lines key={name} lines={[name, [office, employer].filter(Boolean).join(', ')]} />,
              ] as const,
          ),
        ]}
      />
    </Part>
  );
}

const FIGURES = [
  ...(['expected', 'there', 'late', 'dutyElsewhere', 'excused', 'absent', 'unrecorded'] as const),
  ...(['signed', 'presentSigned', 'symbolic'] as const),
];

function Counts(props: Props): VNode {
  const { lang, content } = props;
  const tr = t(lang);
  const { counts, agency } = content;
  const categories = counts.byCategory.map(({ category, ...figures }) => ({
    name: tr(`minutes.category.${category}`),
    ...figures,
  }));
  const units = counts.byUnit.map(({ unit, ...figures }) => ({ name: unit, ...figures }));
  const total = { name: tr('minutes.total'), ...counts.total };
  const asOf = formatMoment(lang, new Date(counts.asOf), agency.zone);
  return (
    <Part {...props} title={tr('minutes.counts')} source="attendance">
      <p>{headline(lang, counts.total)}</p>
      <p class="quiet">{tr('minutes.countsAsOf', { moment: asOf })}</p>
      <CountTable lang={lang} first={tr('minutes.category')} rows={categories} total={total} />
      <details>
        <summary>{tr('minutes.byUnit')}</summary>
        <CountTable lang={lang} first={tr('minutes.unit')} rows={units} total={total} />
      </details>
    </Part>
  );
}

function headline(
  lang: Lang,
  { expected, present, late, presentSigned, unrecorded }: MinutesFigures,
): string {
  const number = (value: number) => formatNumber(lang, value);
  if (expected === 0) return t(lang)('minutes.nobodyExpected');
  return t(lang)('minutes.headline', {
    there: number(present + late),
    expected: number(expected),
    signed: number(presentSigned),
    unrecorded: number(unrecorded),
  });
}

type Named = MinutesFigures & { name: string };

/** Also for the figures of an operator's own units. */
export function CountTable(props: { lang: Lang; first: string; rows: Named[]; total: Named }): VNode {
  const { lang, first, rows, total } = props;
  const tr = t(lang);
  const columns: Column<Named>[] = [
    { head: first, cell: ({ name }) => name },
    ...FIGURES.map((figure) => ({
      head: tr(`minutes.figure.${figure}`),
      cell: (row: Named) => formatNumber(lang, figure === 'there' ? row.present + row.late : row[figure]),
      number: true,
    })),
  ];
  return <DataTable caption={first} columns={columns} rows={rows} total={total} />;
}

function Others(props: Props): VNode {
  const { lang, content } = props;
  const tr = t(lang);
  const { guests, symbolic } = content;
  const people = (number: number) => tr('minutes.people', { count: formatNumber(lang, number) });
  return (
    <>
      <Part {...props} title={tr('minutes.guests')} source="door">
        {guests.length === 0 ? <p>{tr('minutes.noGuests')}</p> : null}
        <ul>
          {guests.map(({ who, employer, number }, at) => (
            <li key={at}>
              {[who, employer, number === null ? null : people(number)].filter(Boolean).join(' · ')}
            </li>
          ))}
        </ul>
      </Part>
      <Part {...props} title={tr('minutes.symbolic')} source="symbolic">
        <p>{symbolic.length === 0 ? tr('minutes.noSymbolic') : tr('minutes.symbolicNote')}</p>
        <ul>
          {symbolic.map(({ name, office, standsFor }, at) => (
            <li key={at}>{tr('minutes.standsFor', { who: `${name}, ${office}`, standsFor })}</li>
          ))}
        </ul>
      </Part>
    </>
  );
}

function Photos(props: Props): VNode {
  const { lang, content, photoAt } = props;
  const tr = t(lang);
  const { photos, agency } = content;
  const taken = (at: string | null) => (at ? formatMoment(lang, new Date(at), agency.zone) : null);
  return (
    <Part {...props} title={tr('minutes.photos')} source="album">
      {photos.length === 0 ? <p>{tr('minutes.noPhotos')}</p> : null}
      <ol>
        {photos.map(({ sha256, caption, takenAt }, at) => (
          <li key={sha256}>
            {photoAt ? <img class="pictured" src={photoAt(at + 1)} alt={caption} loading="lazy" /> : null}
            {[caption, taken(takenAt)].filter(Boolean).join(' · ')} · <code>{sha256.slice(0, 16)}</code>
          </li>
        ))}
      </ol>
    </Part>
  );
}

function Lines({ lines }: { lines: readonly string[] }): VNode {
  return (
    <>
      {lines.map((line, at) => (
        <span key={at}>
          {at > 0 ? <br /> : null}
          {line}
        </span>
      ))}
    </>
  );
}
