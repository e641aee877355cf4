import { guard } from '../../access/index.ts';
import { type Agency, agencyOn } from '../../agencies/index.ts';
import { download } from '../../platform/http/respond.tsx';
import type { App, Ctx } from '../../platform/http/visit.ts';
import type { Lang } from '../../platform/i18n.ts';
import type { Platform } from '../../platform/platform.ts';
import { urls } from '../../urls.ts';
import { type PaperFacts, paperFacts } from './facts.ts';
import { invitation } from './invitation.ts';
import { runSheet } from './run-sheet.ts';

/** Invitation and run sheet as PDF. Neither is sealed: they say what is planned, not what happened. */
export function paperPages(app: App, platform: Platform): void {
  app.get(urls.ceremonyInvitation, (c) => paper(c, platform, 'undangan', invitation));
  app.get(urls.ceremonyRunSheet, (c) => paper(c, platform, 'susunan', runSheet));
}

/** Who signs first is named for those alone who see names of the whole institution. */
async function paper(
  c: Ctx,
  { pool, now }: Platform,
  name: string,
  write: (lang: Lang, facts: PaperFacts, now: Date) => Buffer,
): Promise<Response> {
  const staff = guard(c, 'ceremony.read');
  const agency: Agency = await agencyOn(pool, staff.agencyId, null);
  const withNames = staff.unitIds === null && (staff.has('officer') || staff.has('leader'));
  const facts = await paperFacts(pool, agency, c.req.param('ceremony') ?? '', withNames);
  const bytes = new Uint8Array(write(c.get('visit').lang, facts, now()));
  const day = facts.head.heldOn ?? 'tanpa-tanggal';
  return download(c, bytes, 'application/pdf', `${name}-${day}.pdf`);
}
