import { z } from 'zod';
import { queries } from '../platform/db/index.ts';
import type { PledgeText } from '../verify/index.ts';
import sqlText from './campaigns.sql';

export const sql = queries(sqlText);

export type TextKind = 'pledge' | 'pact';
export const CATEGORIES = ['pns', 'cpns', 'pppk', 'pppk-pw', 'non-asn'] as const;
export type Category = (typeof CATEGORIES)[number];

export interface TextVersion extends PledgeText {
  kind: TextKind;
  version: number;
  /** `textDigest` of verify, hexadecimal */
  digest: string;
  draft: boolean;
  source: string;
  withdrawn: { reason: string; at: Date } | null;
}

export interface Campaign {
  agencyId: string;
  id: string;
  title: string;
  electionId: string;
  circular: { number: string | null; date: string | null; issuer: string | null; text: string | null };
  bases: string[];
  deadline: Date;
  place: string | null;
  isExample: boolean;
  /** Derived from the rows of opening and closing; a deadline that passed closes nothing by itself. */
  state: 'preparing' | 'open' | 'closed';
  opening: { categories: Category[]; unitIds: string[] | null; audienceSize: number; openedAt: Date } | null;
  closing: { reason: string; closedAt: Date } | null;
  /** The newest version, null where there is none or it was withdrawn: an older text never comes back by itself. */
  pledge: TextVersion | null;
  pact: TextVersion | null;
}

export const TextRow = z.object({
  kind: z.enum(['pledge', 'pact']),
  version: z.number(),
  digest: z.string(),
  draft: z.boolean(),
  source: z.string(),
  title: z.string(),
  opener: z.string(),
  points: z.array(z.string()),
  closing: z.string(),
  language: z.enum(['id', 'en']),
  withdrawn: z.object({ reason: z.string(), at: z.coerce.date() }).nullable(),
});

const Row = z.object({
  agencyId: z.string(),
  id: z.string(),
  title: z.string(),
  electionId: z.string(),
  circular: z.object({
    number: z.string().nullable(),
    date: z.string().nullable(),
    issuer: z.string().nullable(),
    text: z.string().nullable(),
  }),
  bases: z.array(z.string()),
  deadline: z.date(),
  place: z.string().nullable(),
  isExample: z.boolean(),
  opening: z
    .object({
      categories: z.array(z.enum(CATEGORIES)),
      unitIds: z.array(z.string()).nullable(),
      audienceSize: z.number(),
      openedAt: z.coerce.date(),
    })
    .nullable(),
  closing: z.object({ reason: z.string(), closedAt: z.coerce.date() }).nullable(),
  pledge: TextRow.nullable(),
  pact: TextRow.nullable(),
});

/** A campaign as its rows say. */
export const CampaignRow = Row.transform((row): Campaign => ({ ...row, state: stateOf(row) }));

function stateOf({ opening, closing }: z.output<typeof Row>): Campaign['state'] {
  if (closing) return 'closed';
  return opening ? 'open' : 'preparing';
}
