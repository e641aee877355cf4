import type { VNode } from 'preact';
import { actor, type Staff } from '../../../access/index.ts';
import type { Agency } from '../../../agencies/index.ts';
import { Facts, Notice } from '../../../platform/html/parts.view.tsx';
import type { Lang } from '../../../platform/i18n.ts';
import { to } from '../../../urls.ts';
import type { CaseSeen } from '../../cases/seen.ts';
import { UnlockNotice } from '../../keys/unlock.view.tsx';
import { FIELD_LIMITS, FIELDS } from '../fields.ts';
import { fill, placesOf, type Values } from '../fill.ts';
import type { Kind } from '../kinds.ts';
import { t } from '../messages.ts';
import type { Part } from '../paper.ts';
import type { PaperText } from '../texts.ts';
import { fieldName } from './field-name.ts';

interface Props {
  lang: Lang;
  agency: Agency;
  seen: CaseSeen;
  kind: Kind;
  texts: Readonly<Record<Kind, PaperText>>;
  facts: Values;
  notes: readonly string[];
  /** Bytes to leave for the seal. */
  room: number;
  staff: Staff;
}

/** What the island needs to make the document; nothing of it is secret from who may open this page. */
export interface Desk {
  agencyId: string;
  caseId: string;
  kind: Kind;
  agency: string;
  letterhead: readonly string[];
  example: boolean;
  template: string;
  textN: number | null;
  facts: Values;
  notes: readonly string[];
  room: number;
  post: string;
  content: string;
  parts: string;
  part: string;
  /** account:ID of who fills it */
  from: string;
  words: Readonly<Record<string, string>>;
}

export const WORDS = [
  ...([
    'locked',
    'working',
    'stored',
    'failed',
    'letters',
    'tooLong',
    'control',
    'missing',
    'filled',
  ] as const),
  ...(['download', 'downloading', 'fileBroken'] as const),
] as const;

export function PaperPage(props: Props): VNode {
  const { lang, agency, seen, kind, texts, facts, notes } = props;
  const tr = t(lang);
  const { text, own } = texts[kind];
  const places = placesOf(text);
  const known = places.filter((name) => facts[name] !== undefined);
  const open = places.filter((name) => facts[name] === undefined);
  const place = { agency: agency.id, case: seen.id };
  return (
    <>
      <p>
        <a href={to('caseDocuments', place)}>{tr('papers.title')}</a>
      </p>
      <h1>{tr(`papers.kind.${kind}`)}</h1>
      {own === null ? <Notice tone="warn">{tr('papers.isDraft')}</Notice> : null}
      <p>{tr('papers.here')}</p>
      <noscript>
        <Notice tone="warn">{tr('papers.noScript')}</Notice>
      </noscript>
      <UnlockNotice lang={lang} agencyId={agency.id} />
      {known.length > 0 ? (
        <>
          <h2>{tr('papers.fromCase')}</h2>
          <Facts rows={known.map((name) => [fieldName(lang, name), lines(facts[name] as string)] as const)} />
        </>
      ) : null}
      <div data-paper={JSON.stringify(deskOf(props))}>
        <fieldset disabled>
          <legend>{tr('papers.fill')}</legend>
          {open.map((name) => (
            <Blank key={name} lang={lang} name={name} />
          ))}
          <div class="row">
            <button type="button" data-do="docx">
              {tr('papers.docx')}
            </button>
            <button type="button" data-do="seal">
              {tr('papers.seal')}
            </button>
          </div>
        </fieldset>
        <p role="status" data-paper-status />
      </div>
      <h2>{tr('papers.preview')}</h2>
      <article class="paper" lang="id" data-paper-preview>
        {agency.letterhead.map((line) => (
          <p key={line}>
            <strong>{line}</strong>
          </p>
        ))}
        {fill(text, facts).parts.map((part, at) => (
          <PartView key={at} part={part} />
        ))}
      </article>
      <details>
        <summary>{tr('papers.notes')}</summary>
        <ul lang="id">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
        <p>{tr('papers.seals')}</p>
      </details>
    </>
  );
}

/** Without a name and outside of any form: nothing can send it. Only the script, which keeps it here, lets it be typed in. */
function Blank({ lang, name }: { lang: Lang; name: string }): VNode {
  const as = FIELDS[name]?.as ?? 'line';
  const common = { id: `f-${name}`, 'data-place': name, autocomplete: 'off' };
  return (
    <div class="field">
      <label for={`f-${name}`}>{fieldName(lang, name)}</label>
      {as === 'text' ? <textarea rows={4} maxLength={FIELD_LIMITS.text} {...common} /> : null}
      {as === 'line' ? <input type="text" maxLength={FIELD_LIMITS.line} {...common} /> : null}
      {as === 'day' ? <input type="date" class="short" {...common} /> : null}
    </div>
  );
}

export function PartView({ part }: { part: Part }): VNode {
  if (part.as === 'title') return <h3>{part.text}</h3>;
  if (part.as === 'heading') return <h4>{part.text}</h4>;
  if (part.as === 'field')
    return (
      <p>
        {part.label}: {part.text}
      </p>
    );
  if (part.as === 'item')
    return (
      <p>
        {part.number}. {part.text}
      </p>
    );
  if (part.as === 'sign') return <p>{lines([...part.left, ...part.right].join('\n'))}</p>;
  return <p>{part.text}</p>;
}

function lines(text: string): VNode {
  return <>{text.split('\n').flatMap((line, at) => (at === 0 ? [line] : [<br key={`b${at}`} />, line]))}</>;
}

function deskOf({ lang, agency, seen, kind, texts, facts, notes, room, staff }: Props): Desk {
  const tr = t(lang);
  const place = { agency: agency.id, case: seen.id };
  return {
    ...{ agencyId: agency.id, caseId: seen.id, kind, facts, notes, room, from: actor(staff) },
    agency: agency.name,
    letterhead: agency.letterhead.length > 0 ? agency.letterhead : [agency.name],
    example: agency.isExample,
    template: texts[kind].text,
    textN: texts[kind].own?.n ?? null,
    post: to('caseDocuments', place),
    content: to('caseContent', place),
    parts: to('caseFileNew', place),
    part: to('casePart', { ...place, file: 'FILE', part: 'PART' }),
    words: Object.fromEntries(WORDS.map((word) => [word, tr(`papers.${word}`)])),
  };
}
