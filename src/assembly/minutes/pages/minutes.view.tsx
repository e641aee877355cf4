import type { VNode } from 'preact';
import type { Frame } from '../../../campaigns/index.ts';
import type { CeremonyHead } from '../../../ceremonies/index.ts';
import { formatMoment, formatNumber } from '../../../platform/format.ts';
import { ErrorSummary, type FieldErrors } from '../../../platform/html/form.view.tsx';
import { type Column, DataTable, Notice, Tag } from '../../../platform/html/parts.view.tsx';
import type { Lang } from '../../../platform/i18n.ts';
import { to } from '../../../urls.ts';
import type { CeremonyCounts } from '../../counts.ts';
import { t } from '../messages.ts';
import type { Draft, Signer, Version } from '../minutes.ts';
import { CountTable } from './paper.view.tsx';
import { Prepare, type Preparing } from './prepare.view.tsx';
import { FrozenDraft } from './signers.view.tsx';

export type MinutesProps = Frame & {
  head: CeremonyHead;
  versions: readonly Version[];
  /** The version that was just sealed. */
  sealed: { version: Version; lastSignature: Date | null } | null;
  draft: Draft | null;
  signers: readonly Signer[];
  addresses: ReadonlyMap<number, string>;
  /** null for who does not write. */
  preparing: Preparing | null;
  /** Figures of own units, for who sees no more. */
  part: CeremonyCounts | null;
  mayListAbsent: boolean;
  errors: FieldErrors;
};

export function MinutesPage(props: MinutesProps): VNode {
  const { lang, agency, head, draft, preparing, part, versions, errors } = props;
  const tr = t(lang);
  const ceremony = head.id;
  return (
    <>
      <p>
        <a href={to('ceremony', { agency: agency.id, ceremony })}>{tr('minutes.backToCeremony')}</a>
      </p>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('minutes.title')}</h1>
      <p>{head.title}</p>
      <JustSealed {...props} />
      {versions.length > 0 ? <Versions {...props} /> : <p class="quiet">{tr('minutes.noVersions')}</p>}
      {part ? <OwnUnits lang={lang} part={part} /> : null}
      {draft && !part ? (
        <FrozenDraft {...props} ceremony={ceremony} draft={draft} newest={versions[0] ?? null} />
      ) : null}
      {preparing ? <PrepareSection {...props} ceremony={ceremony} preparing={preparing} /> : null}
    </>
  );
}

function PrepareSection(
  props: Frame & { ceremony: string; preparing: Preparing; draft: Draft | null },
): VNode {
  const tr = t(props.lang);
  if (!props.draft)
    return (
      <>
        <h2>{tr('minutes.drawUp')}</h2>
        <p>{tr('minutes.drawUpHint')}</p>
        <Prepare {...props} />
      </>
    );
  return (
    <details open={Object.keys(props.preparing.errors).length > 0}>
      <summary>{tr('minutes.drawUpAgain')}</summary>
      <p>{tr('minutes.drawUpAgainHint')}</p>
      <Prepare {...props} />
    </details>
  );
}

function JustSealed({ lang, agency, head, sealed }: MinutesProps): VNode | null {
  if (!sealed) return null;
  const tr = t(lang);
  const { version, receipt, tookMs, sealedAt } = sealed.version;
  const at = { agency: agency.id, ceremony: head.id, version: String(version) };
  const since = sealed.lastSignature && sealedAt.getTime() - sealed.lastSignature.getTime();
  return (
    <Notice tone="good">
      <p>{tr('minutes.sealedNow', { version, took: durationText(lang, tookMs) })}</p>
      <p class="figure mono">{receipt}</p>
      {since === null ? null : <p>{tr('minutes.sinceLast', { time: durationText(lang, since) })}</p>}
      <p class="row">
        <a class="button" href={to('minutesPdf', at)}>
          {tr('minutes.download')}
        </a>
        <a href={to('verifyReceipt', { agency: agency.id, receipt })}>{tr('minutes.verify')}</a>
      </p>
    </Notice>
  );
}

function Versions({ lang, agency, head, versions, mayListAbsent }: MinutesProps): VNode {
  const tr = t(lang);
  const at = (row: Version) => ({ agency: agency.id, ceremony: head.id, version: String(row.version) });
  const columns: Column<Version>[] = [
    {
      head: tr('minutes.version'),
      cell: (row) => (
        <>
          {row.version} {row === versions[0] ? <Tag tone="good">{tr('minutes.newest')}</Tag> : null}
        </>
      ),
    },
    { head: tr('minutes.sealedAt'), cell: (row) => formatMoment(lang, row.sealedAt, agency.zone) },
    {
      head: tr('minutes.receipt'),
      cell: ({ receipt }) => (
        <a href={to('verifyReceipt', { agency: agency.id, receipt })}>
          <code>{receipt}</code>
        </a>
      ),
    },
    {
      head: tr('minutes.files'),
      cell: (row) => (
        <>
          <a href={to('minutesPdf', at(row))}>{tr('minutes.pdf')}</a>
          {mayListAbsent ? (
            <>
              <br />
              <a href={to('absentPdf', at(row))}>{tr('minutes.annexPdf')}</a>
            </>
          ) : null}
        </>
      ),
    },
  ];
  return (
    <>
      <h2>{tr('minutes.versions')}</h2>
      <DataTable caption={tr('minutes.versions')} rows={versions} columns={columns} />
      {mayListAbsent ? <p class="hint">{tr('minutes.annexHint')}</p> : null}
    </>
  );
}

function OwnUnits({ lang, part }: { lang: Lang; part: CeremonyCounts }): VNode {
  const tr = t(lang);
  const rows = part.byUnit.map(({ unitName, ...figures }) => ({ name: unitName, ...figures }));
  return (
    <>
      <h2>{tr('minutes.ownUnits')}</h2>
      <CountTable
        {...{ lang, rows, first: tr('minutes.unit') }}
        total={{ name: tr('minutes.total'), ...part.total }}
      />
    </>
  );
}

function durationText(lang: Lang, ms: number): string {
  const tr = t(lang);
  const seconds = ms / 1000;
  if (seconds < 90) return tr('minutes.tookSeconds', { n: formatNumber(lang, Math.ceil(seconds * 10) / 10) });
  if (seconds < 5400) return tr('minutes.tookMinutes', { n: formatNumber(lang, Math.round(seconds / 60)) });
  return tr('minutes.tookHours', { n: formatNumber(lang, Math.round(seconds / 360) / 10) });
}
