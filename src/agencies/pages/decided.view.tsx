import type { VNode } from 'preact';
import { formatMoment, formatNumber } from '../../platform/format.ts';
import { Facts, Notice } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { to } from '../../urls.ts';
import type { Agency } from '../agency.ts';
import type { ImportHead } from '../imports/decide.ts';
import type { Reading } from '../imports/readings.ts';
import { t } from '../messages.ts';

/** While the file is being read; the page asks for itself again each second. */
export function ReadingPage({
  lang,
  reading,
  seconds,
}: {
  lang: Lang;
  reading: Reading;
  seconds: number;
}): VNode {
  const tr = t(lang);
  const size = formatNumber(lang, Math.max(0.1, Math.round(reading.size / 104_857.6) / 10));
  const rows = reading.rows > 0 ? tr('agencies.readingRows', { rows: formatNumber(lang, reading.rows) }) : '';
  return (
    <>
      <h1>{tr('agencies.readingTitle')}</h1>
      <p role="status">{tr('agencies.reading', { file: reading.fileName, size, seconds })}</p>
      {rows ? <p class="figure">{rows}</p> : null}
      <p class="quiet">{tr('agencies.readingWait')}</p>
    </>
  );
}

/** A file that was accepted or discarded, and with what result. */
export function DecidedPage(props: {
  lang: Lang;
  agency: Agency;
  head: ImportHead;
  error: string | null;
}): VNode {
  const { lang, agency, head, error } = props;
  const tr = t(lang);
  const accepted = head.decision === 'accepted';
  const number = (name: string) => formatNumber(lang, head.counts?.[name] ?? 0);
  const facts: [string, string][] = [
    [tr('agencies.file'), head.fileName],
    [tr('agencies.when'), head.decidedAt ? formatMoment(lang, head.decidedAt, agency.zone) : '–'],
    [tr('agencies.who'), head.decidedBy ?? '–'],
  ];
  const kinds = ['add', 'change', 'same', 'refuse', 'missing'] as const;
  const counts: [string, string][] = kinds.map((kind) => [tr(`agencies.tab.${kind}`), number(kind)]);
  const units: [string, string] = [tr('agencies.newUnits'), number('units')];
  return (
    <>
      <h1>{tr('agencies.planDecided')}</h1>
      {error ? (
        <Notice tone="warn">
          <p>{error}</p>
        </Notice>
      ) : null}
      <Notice tone={accepted ? 'good' : 'info'}>
        <p>{tr(accepted ? 'agencies.planAccepted' : 'agencies.planDiscarded')}</p>
      </Notice>
      <Facts rows={accepted ? [...facts, ...counts, units] : facts} />
      <div class="row">
        <a class="button" href={to('roster', { agency: agency.id })}>
          {tr('agencies.roster')}
        </a>
        <a href={to('rosterImport', { agency: agency.id })}>{tr('agencies.importAnother')}</a>
      </div>
    </>
  );
}
