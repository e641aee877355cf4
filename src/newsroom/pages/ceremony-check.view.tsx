import type { VNode } from 'preact';
import type { Ceremony, CeremonySource } from '../../ceremonies/index.ts';
import { ErrorSummary, type FieldErrors, TextArea, TextField } from '../../platform/html/form.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { to } from '../../urls.ts';
import type { TextFinding } from '../findings.ts';
import { t } from '../messages.ts';
import type { RecordFinding } from '../record-findings.ts';
import { RecordFindings, TextFindings } from './findings.view.tsx';

export interface CheckShown {
  lang: Lang;
  ceremony: Ceremony;
  record: readonly RecordFinding[];
  bases: readonly TextFinding[];
  sources: readonly { source: CeremonySource; findings: readonly TextFinding[] }[];
  typed: { title: string; publisher: string; body: string };
  errors: FieldErrors;
  mayAdd: boolean;
}

export function CeremonyCheckView(props: CheckShown): VNode {
  const { lang, ceremony, record, bases, sources, errors, mayAdd } = props;
  const tr = t(lang);
  return (
    <>
      <p>
        <a href={to('ceremony', { agency: ceremony.agencyId, ceremony: ceremony.id })}>
          {tr('newsroom.backToCeremony')}
        </a>
      </p>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('newsroom.checkTitle', { title: ceremony.title })}</h1>
      <p class="prose">{tr('newsroom.checkIntro')}</p>
      <h2>{tr('newsroom.recordFindings')}</h2>
      <RecordFindings lang={lang} findings={record} />
      {bases.length > 0 ? (
        <>
          <h2>{tr('newsroom.basesFindings')}</h2>
          <TextFindings lang={lang} findings={bases} />
        </>
      ) : null}
      {sources.length === 0 ? <p>{tr('newsroom.noSources')}</p> : null}
      {sources.map(({ source, findings }) => (
        <section key={source.seq}>
          <h2>{tr('newsroom.sourceFindings', { title: source.title })}</h2>
          {source.publisher ? (
            <p class="quiet">{tr('newsroom.publisher', { publisher: source.publisher })}</p>
          ) : null}
          <TextFindings lang={lang} findings={findings} />
        </section>
      ))}
      {mayAdd ? <AddSource {...props} /> : null}
    </>
  );
}

function AddSource({ lang, ceremony, typed, errors }: CheckShown): VNode {
  const tr = t(lang);
  return (
    <>
      <h2>{tr('newsroom.addSource')}</h2>
      <form method="post" action={to('ceremonyCheck', { agency: ceremony.agencyId, ceremony: ceremony.id })}>
        <TextField
          name="title"
          label={tr('newsroom.sourceTitle')}
          value={typed.title}
          errors={errors}
          required
        />
        <TextField
          name="publisher"
          label={tr('newsroom.sourcePublisher')}
          value={typed.publisher}
          errors={errors}
        />
        <TextArea
          name="body"
          label={tr('newsroom.sourceBody')}
          value={typed.body}
          rows={12}
          errors={errors}
          required
        />
        <button type="submit">{tr('newsroom.check')}</button>
      </form>
    </>
  );
}
