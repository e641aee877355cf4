import type { VNode } from 'preact';
import { DATE_STATUSES, FACTS, OFFICE_STATUSES, OFFICER_ROLES, QUALIFIERS } from '../../ceremonies/index.ts';
import { type FieldErrors, SelectField, TextField } from '../../platform/html/form.view.tsx';
import { Tag } from '../../platform/html/parts.view.tsx';
import { type Lang, messageOf } from '../../platform/i18n.ts';
import { PARTS, type Proposal, partName } from '../draft/proposal.ts';
import { t } from '../messages.ts';
import type { Passage } from '../passage.ts';
import { Quoted } from './passage.view.tsx';

interface Props {
  lang: Lang;
  proposal: Proposal;
  ticked: boolean;
  /** Null where the text says nothing of it and a person has to. */
  passage: Passage | null;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
  sentBack: boolean;
}

/** What the text says on one side, what would be recorded on the other. */
export function ProposalFields({ lang, proposal, ticked, passage, ...form }: Props): VNode {
  const tr = t(lang);
  const { id, kind, derived } = proposal;
  return (
    <fieldset class="proposal" id={`f-${id}`}>
      <legend>{tr(`newsroom.part.${kind}`)}</legend>
      <div>
        {passage ? (
          <>
            <p>
              <span class="quiet">{tr('newsroom.atLine', { line: passage.line })}</span>{' '}
              {derived ? <Tag tone="warn">{tr('newsroom.given.derived')}</Tag> : null}
            </p>
            <blockquote>
              <Quoted passage={passage} />
            </blockquote>
            <div class="choice">
              <input type="checkbox" name="terima" value={id} id={`terima-${id}`} checked={ticked} />
              <label for={`terima-${id}`}>{tr('newsroom.draft.accept')}</label>
            </div>
          </>
        ) : (
          <>
            <p>{tr('newsroom.draft.needed')}</p>
            <input type="hidden" name="terima" value={id} />
          </>
        )}
      </div>
      <div>
        {PARTS[kind].map((part) => (
          <PartField key={part} {...{ lang, proposal, part, ...form }} />
        ))}
      </div>
    </fieldset>
  );
}

type PartProps = Pick<Props, 'lang' | 'proposal' | 'typed' | 'errors' | 'sentBack'> & { part: string };

function PartField({ lang, proposal, part, typed, errors, sentBack }: PartProps): VNode {
  const name = partName(proposal.id, part);
  const value = (sentBack ? typed[name] : undefined) ?? proposal.values[part] ?? '';
  const label = messageOf(lang, `ceremonies.${LABELS[part] ?? part}`) ?? part;
  const options = OPTIONS[part];
  if (options)
    return (
      <SelectField {...{ name, label, value, errors }} options={optionsOf(lang, options[0], options[1])} />
    );
  if (part === 'heldOn') return <TextField {...{ name, label, value, errors }} type="date" short />;
  if (part === 'number') return <TextField {...{ name, label, value, errors }} inputMode="numeric" short />;
  return <TextField {...{ name, label, value, errors }} />;
}

/** Where a part is named otherwise in the messages of ceremonies. */
const LABELS: Readonly<Record<string, string>> = {
  title: 'name',
  heldOn: 'date',
  heldOnStatus: 'dateStatus',
  heldOnNote: 'dateNote',
  name: 'personName',
  groupEmployer: 'employer',
};

const OPTIONS: Readonly<Record<string, readonly [string, readonly string[]]>> = {
  heldOnStatus: ['dateStatus', DATE_STATUSES],
  role: ['role', OFFICER_ROLES],
  officeStatus: ['officeStatus', OFFICE_STATUSES],
  fact: ['fact', FACTS],
  qualifier: ['qualifier', QUALIFIERS],
};

export function optionsOf(
  lang: Lang,
  group: string,
  values: readonly string[],
): { value: string; text: string }[] {
  return values.map((value) => ({ value, text: messageOf(lang, `ceremonies.${group}.${value}`) ?? value }));
}
