import type { ClientBase } from 'pg';
import { z } from 'zod';
import { type Client, exec, many, queries } from '../../platform/db/index.ts';
import { unprintable } from '../../platform/print/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { recorded } from '../events/record.ts';
import { FIELD_NAMES } from './fields.ts';
import { KINDS, type Kind, RULES } from './kinds.ts';
import sqlText from './papers.sql';
import { type TemplateFault, templateFaults } from './template.ts';
import { TEXTS } from './templates/texts.ts';

export const sql = queries(sqlText);

const Row = z.object({
  kind: z.enum(KINDS),
  n: z.number(),
  text: z.string(),
  by: z.string(),
  at: z.date(),
});

export interface PaperText {
  readonly kind: Kind;
  readonly text: string;
  /** Null: the one that comes with the program, in our words. */
  readonly own: { readonly n: number; readonly at: Date } | null;
}

/** The text of each kind that counts now: the institution's newest, or ours where it has none or took its own away. */
export async function textsAt(client: Client, agencyId: string): Promise<Readonly<Record<Kind, PaperText>>> {
  const rows = await many(client, sql.texts, { agencyId }, Row);
  const found = KINDS.map((kind): [Kind, PaperText] => {
    const row = rows.find((one) => one.kind === kind && one.text !== '');
    return [kind, row ? { kind, text: row.text, own: row } : { kind, text: TEXTS[kind], own: null }];
  });
  return Object.fromEntries(found) as Record<Kind, PaperText>;
}

function faultsIn(kind: Kind, text: string): TemplateFault[] {
  return templateFaults(text, FIELD_NAMES, RULES[kind].needed, unprintable);
}

/** An empty text takes the program's again. @throws Refusal papers.fault.* (422), the first thing that is wrong */
export async function setText(
  client: ClientBase,
  wish: { agencyId: string; kind: Kind; text: string; by: string },
  now: Date,
): Promise<void> {
  const text = wish.text.replaceAll('\r\n', '\n').trim();
  const [fault] = text === '' ? [] : faultsIn(wish.kind, text);
  if (fault) throw new Refusal(`papers.fault.${fault.code}`, 422, { line: fault.line, word: fault.word });
  const { agencyId, kind, by } = wish;
  await exec(client, sql.addText, { agencyId, kind, text, by, at: now });
  await recorded(client, {
    ...{ agencyId, caseId: null, at: now, actor: by },
    kind: 'channel.paperText',
    data: { paper: kind, own: text !== '' },
  });
}
