import { z } from 'zod';
import { actor } from '../../../access/index.ts';
import { dateIn } from '../../../platform/format.ts';
import type { FieldErrors } from '../../../platform/html/form.view.tsx';
import { type Body, field } from '../../../platform/http/form.ts';
import { answerJson } from '../../../platform/http/respond.tsx';
import type { App, Ctx } from '../../../platform/http/visit.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { to, urls } from '../../../urls.ts';
import { sealedField } from '../../cases/contents/posted.ts';
import { formErrors } from '../../cases/pages/errors.ts';
import { isDay } from '../../cases/workflow/may-follow.ts';
import { caseFrame, caseWork, showOversight } from '../../pages/frame.tsx';
import { documentsOf } from '../../papers/documents.ts';
import { papersFrame } from '../../papers/pages/papers-frame.ts';
import { knownOf } from '../facts.ts';
import { t } from '../messages.ts';
import { DESTINATIONS } from '../package.ts';
import { handOffMade, madeOf, RESULTS, type Result, resultCame } from '../record.ts';
import { HandOffPage } from './hand-off.view.tsx';

const Posted = z.object({ destination: z.enum(DESTINATIONS), digest: z.string().regex(/^[0-9a-f]{64}$/) });

/** Packages for other bodies: made in the browser, recorded here by their digest, and what came of them. */
export function handOffPages(app: App, platform: Platform): void {
  const { pool, now } = platform;

  async function shown(c: Ctx, action: 'case.read' | 'case.work', sent: Sent) {
    const frame = await papersFrame(c, platform, action);
    const { lang, agency, seen } = frame;
    const known = knownOf(frame, seen.origin);
    const made = await madeOf(pool, agency.id, seen.id);
    const documents = await documentsOf(pool, agency.id, seen.id);
    const papers = documents.flatMap(({ pdfFile, docxFile }) => [pdfFile, docxFile]);
    return showOversight(c, frame, {
      title: t(lang)('handOff.title'),
      status: sent.status,
      body: <HandOffPage {...frame} {...{ known, papers, made, sent }} />,
      islands: ['unlock', 'hand-off'],
    });
  }

  app.get(urls.caseHandOff, (c) => shown(c, 'case.read', { errors: {}, typed: {}, status: 200 }));

  app.post(urls.caseHandOff, async (c) => {
    const frame = await caseFrame(c, platform, 'case.work');
    const { staff, seen, agency, lang } = frame;
    const place = { agencyId: agency.id, caseId: seen.id, by: actor(staff) };
    const today = dateIn(now(), agency.zone);
    if (c.req.header('content-type')?.startsWith('application/json')) {
      const read = Posted.safeParse(await c.req.json().catch(() => null));
      if (!read.success) throw new Refusal('platform.unreadable', 400);
      const { destination, digest } = read.data;
      const made = { ...place, destination, sha256: Buffer.from(digest, 'hex'), madeOn: today };
      return answerJson(c, {
        handOff: await caseWork(platform, frame, (client) => handOffMade(client, made, now())),
      });
    }
    const body = await c.req.parseBody();
    try {
      const came = { ...place, ...resultIn(body, today) };
      const bound = {
        agency: agency.id,
        case: seen.id,
        purpose: 'note',
        from: place.by,
        to: 'team',
      } as const;
      const note = await sealedField(body, 'number', { publicKey: seen.teamPublic, bound });
      await caseWork(platform, frame, (client) => resultCame(client, { ...came, note }, now()));
    } catch (error) {
      return shown(c, 'case.work', { ...formErrors(lang, error, fieldOf(error)), typed: body });
    }
    return c.redirect(to('caseHandOff', { agency: agency.id, case: seen.id }), 303);
  });
}

export interface Sent {
  errors: FieldErrors;
  typed: Body;
  status: 200 | 409 | 422;
}

/** @throws Refusal handOff.dayWrong (422) */
function resultIn(body: Body, today: string): { handOffId: string; onDate: string; result: Result } {
  const result = RESULTS.find((one) => one === field(body, 'result'));
  const onDate = field(body, 'onDate');
  if (!result) throw new Refusal('platform.unreadable', 400);
  if (!isDay(onDate) || onDate > today) throw new Refusal('handOff.dayWrong', 422);
  return { handOffId: field(body, 'handOff'), onDate, result };
}

function fieldOf(error: unknown): string {
  const fields: Readonly<Record<string, string>> = {
    'handOff.dayWrong': 'onDate',
    'handOff.unknown': 'onDate',
    'cases.textLong': 'number',
  };
  return (error instanceof Refusal && fields[error.code]) || '';
}
