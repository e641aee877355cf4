import type { VNode } from 'preact';
import { actor, type Staff } from '../../../access/index.ts';
import type { Agency } from '../../../agencies/index.ts';
import { formatMoment } from '../../../platform/format.ts';
import { DataTable, Notice } from '../../../platform/html/parts.view.tsx';
import type { Lang } from '../../../platform/i18n.ts';
import { to } from '../../../urls.ts';
import { UnlockNotice } from '../../keys/unlock.view.tsx';
import type { Document } from '../documents.ts';
import { FIELDS } from '../fields.ts';
import { fill, type Values } from '../fill.ts';
import { KINDS, type Kind } from '../kinds.ts';
import { t } from '../messages.ts';
import type { PaperText } from '../texts.ts';
import { fieldName } from './field-name.ts';
import type { Desk } from './paper.view.tsx';

interface Props {
  lang: Lang;
  staff: Staff;
  agency: Agency;
  caseId: string;
  documents: readonly Document[];
  makers: ReadonlyMap<string, string>;
  needed: readonly Kind[];
  texts: Readonly<Record<Kind, PaperText>>;
  facts: Values;
}

export function PapersPage(props: Props): VNode {
  const { lang, agency, caseId, needed, texts } = props;
  const tr = t(lang);
  const rest = KINDS.filter((kind) => !needed.includes(kind));
  return (
    <>
      <p>
        <a href={to('caseFile', { agency: agency.id, case: caseId })}>{tr('papers.back')}</a>
      </p>
      <h1>{tr('papers.title')}</h1>
      <p>{tr('papers.lead')}</p>
      {KINDS.some((kind) => texts[kind].own === null) ? (
        <Notice tone="warn">{tr('papers.isDraft')}</Notice>
      ) : null}
      <h2>{tr('papers.neededNow')}</h2>
      {needed.length === 0 ? <p>{tr('papers.noneNow')}</p> : <Kinds {...props} kinds={needed} />}
      <details>
        <summary>{tr('papers.others')}</summary>
        <Kinds {...props} kinds={rest} />
      </details>
      <h2>{tr('papers.made')}</h2>
      <UnlockNotice lang={lang} agencyId={agency.id} />
      <div data-papers={JSON.stringify(placeData(props))}>
        <Made {...props} />
      </div>
      <p>
        <a href={to('caseHandOff', { agency: agency.id, case: caseId })}>{tr('papers.handOff')}</a>
        {' · '}
        <a href={to('oversightPapers', { agency: agency.id })}>{tr('papers.texts')}</a>
      </p>
    </>
  );
}

/** Each with what its text needs and no step of the case says: to be filled at the desk. */
function Kinds({ lang, agency, caseId, texts, facts, kinds }: Props & { kinds: readonly Kind[] }): VNode {
  const tr = t(lang);
  return (
    <ul>
      {kinds.map((kind) => {
        const open = fill(texts[kind].text, facts).missing;
        const late = open.filter((name) => FIELDS[name]?.from === 'case');
        return (
          <li key={kind}>
            <a href={to('caseDocument', { agency: agency.id, case: caseId, document: kind })}>
              {tr(`papers.kind.${kind}`)}
            </a>
            {open.length > late.length
              ? `, ${tr('papers.toFill', { total: open.length - late.length })}`
              : ''}
            {late.length > 0 ? (
              <>
                <br />
                <small>
                  {tr('papers.notYet', { fields: late.map((name) => fieldName(lang, name)).join(', ') })}
                </small>
              </>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

function Made({ lang, agency, documents, makers }: Props): VNode {
  const tr = t(lang);
  if (documents.length === 0) return <p>{tr('papers.noneMade')}</p>;
  const version = (one: Document) =>
    documents.filter(({ kind }) => kind === one.kind).findIndex(({ id }) => id === one.id) + 1;
  return (
    <DataTable
      caption={tr('papers.madeCaption')}
      columns={[
        {
          head: tr('papers.document'),
          cell: (one) => `${tr(`papers.kind.${one.kind}`)}, ${tr('papers.version', { n: version(one) })}`,
        },
        { head: tr('papers.at'), cell: ({ at }) => formatMoment(lang, at, agency.zone) },
        { head: tr('papers.by'), cell: ({ by }) => makers.get(by) ?? by },
        {
          head: tr('papers.digest'),
          cell: ({ sha256, pdfFile, docxFile, kind }) => (
            <>
              <code>{sha256}</code>
              <span data-paper-pdf={pdfFile} data-paper-docx={docxFile} data-paper-name={kind} />
            </>
          ),
          long: true,
        },
      ]}
      rows={[...documents].reverse()}
    />
  );
}

/** Of a desk only where the case is: nothing is filled here. */
function placeData({ lang, agency, caseId, staff }: Props): Partial<Desk> {
  const place = { agency: agency.id, case: caseId };
  const words = ['download', 'downloading', 'fileBroken'] as const;
  return {
    ...{ agencyId: agency.id, caseId, from: actor(staff), content: to('caseContent', place) },
    parts: to('caseFileNew', place),
    part: to('casePart', { ...place, file: 'FILE', part: 'PART' }),
    words: Object.fromEntries(words.map((word) => [word, t(lang)(`papers.${word}`)])),
  };
}
