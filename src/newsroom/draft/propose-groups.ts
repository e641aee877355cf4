import type { Fact, Qualifier } from '../../ceremonies/index.ts';
import type { DraftRecord, RecordField, Span } from '../checker/index.ts';
import type { Proposal } from './proposal.ts';
import type { ProposalContext } from './propose.ts';

type Group = Omit<Proposal, 'id' | 'kind'>;
type Participant = Span & { readonly who: string; readonly quantity?: string };
interface Count {
  readonly qualifier: string;
  readonly number?: number;
  readonly of: string;
  readonly source?: string;
}
interface Signing {
  readonly manner: 'symbolic' | 'all' | 'order' | 'by' | 'stated';
  readonly who?: string;
  readonly order?: readonly string[];
}

const ALL = /^(?:seluruh|semua|segenap|setiap)$/;
const SIGNED = /tanda\s?tangan|\bteken|meneken/i;
const READ = /\b(?:berikrar|mengikrarkan|mengucapkan|diucapkan|membacakan)\b/i;
const LONGEST_QUOTE = 300;

/** Who took part and in what, each with its qualifier and the words that say so. A number is never made up. */
export function proposeGroups(record: DraftRecord, context: ProposalContext): Group[] {
  const { participants, count, signing, witnesses } = record;
  const group = (span: Span, values: Values, derived = false): Group => ({
    span,
    derived,
    values: { groupEmployer: '', number: '', ...values, source: sourceOf(context, span, values.told) },
  });
  return [
    ...counted(count, context, group),
    ...attending(participants, count, group),
    ...signers(signing, group),
    ...seen(witnesses, group),
  ];
}

interface Values {
  readonly fact: Fact;
  readonly who: string;
  readonly qualifier: Qualifier;
  readonly number?: string;
  /** Who gave the number, where the text says it. */
  readonly told?: string;
}
type Make = (span: Span, values: Values, derived?: boolean) => Group;

function counted(field: RecordField | undefined, { text }: ProposalContext, group: Make): Group[] {
  if (!field) return [];
  const { number, qualifier, of, source } = field.value as Count;
  const known = number !== undefined;
  const values = {
    who: of,
    qualifier: (known ? qualifier : 'some') as Qualifier,
    ...(known ? { number: String(number) } : {}),
    ...(source ? { told: source } : {}),
  };
  return [group(field, { fact: factOf(text, field), ...values }, field.derived)];
}

/** What the counted people did, by the verb of the sentence; being there where it says nothing more. */
function factOf(text: string, { start, end }: Span): Fact {
  const before =
    text
      .slice(Math.max(0, start - 120), start)
      .split(/[.\n]/)
      .at(-1) ?? '';
  const after = text.slice(end, end + 120).split(/[.\n]/)[0] ?? '';
  const near = `${before} ${after}`;
  if (/\b(?:hadir|dihadiri|diikuti|mengikuti|peserta)\b/i.test(near)) return 'attended';
  if (SIGNED.test(near)) return 'signed';
  return READ.test(near) ? 'read' : 'attended';
}

/** Groups named without a number; one that the count already tells of is not told twice. */
function attending(field: RecordField | undefined, count: RecordField | undefined, group: Make): Group[] {
  const found = (field?.value ?? []) as readonly Participant[];
  return found
    .filter((one) => !(count && one.start < count.end && count.start < one.end))
    .map((one) => {
      const { who, quantity = '' } = one;
      const qualifier = ALL.test(quantity) ? 'all' : quantity === '' ? 'unknown' : 'some';
      return group(one, { fact: 'attended', who, qualifier }, field?.derived);
    });
}

/** Signing as the text reports it: of representatives symbolic, of all all; who signed what is never guessed. */
function signers(field: RecordField | undefined, group: Make): Group[] {
  if (!field) return [];
  const { manner, who, order } = field.value as Signing;
  const fact = manner === 'symbolic' ? 'symbolic' : 'signed';
  const named = order ?? (who ? [who] : []);
  const qualifier = manner === 'all' ? 'all' : 'unknown';
  return named
    .filter((name) => name !== '')
    .map((name) => group(field, { fact, who: name, qualifier }, field.derived));
}

function seen(field: RecordField | undefined, group: Make): Group[] {
  if (!field || typeof field.value !== 'string') return [];
  return [group(field, { fact: 'witnessed', who: field.value, qualifier: 'unknown' }, field.derived)];
}

function sourceOf({ text, source }: ProposalContext, { start, end }: Span, told?: string): string {
  const quote = text
    .slice(start, Math.min(end, start + LONGEST_QUOTE))
    .replace(/\s+/g, ' ')
    .trim();
  return `${source}: "${quote}"${told ? ` (${told})` : ''}`;
}
