import { z } from 'zod';
import { actor } from '../../../access/index.ts';
import { dateIn } from '../../../platform/format.ts';
import { answerJson } from '../../../platform/http/respond.tsx';
import type { App } from '../../../platform/http/visit.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { urls } from '../../../urls.ts';
import { bytesIn } from '../../cases/contents/posted.ts';
import { caseFrame, caseWork, showOversight } from '../../pages/frame.tsx';
import { RANDOM_ID } from '../../seal/index.ts';
import { addDocument, documentsOf, makersOf } from '../documents.ts';
import { KINDS, type Kind, neededNow } from '../kinds.ts';
import { t } from '../messages.ts';
import { notesFor } from '../notes.ts';
import { roomForSeal, sealFor } from '../seal.ts';
import { PaperPage } from './paper.view.tsx';
import { PapersPage } from './papers.view.tsx';
import { groupOf, papersFrame } from './papers-frame.ts';

const Digest = z.string().regex(/^[0-9a-f]{64}$/);
const Asked = z.discriminatedUnion('act', [
  z.object({ act: z.literal('seal'), kind: z.enum(KINDS), digest: Digest }),
  z.object({
    act: z.literal('store'),
    kind: z.enum(KINDS),
    digest: Digest,
    pdf: z.string().regex(RANDOM_ID),
    docx: z.string().regex(RANDOM_ID),
    text: z.number().int().min(0).nullable(),
    n: z.number().int().min(0),
    sealed: z.string().max(1_500_000),
  }),
]);

/** The documents of a case: which are needed, what was made, and the desk at which one is made. */
export function casePapers(app: App, platform: Platform): void {
  const { pool, now } = platform;

  app.get(urls.caseDocuments, async (c) => {
    const frame = await papersFrame(c, platform, 'case.read');
    const { lang, agency, seen, history, steps } = frame;
    const documents = await documentsOf(pool, agency.id, seen.id);
    const makers = await makersOf(pool, documents);
    const needed = neededNow(
      history.stage,
      steps.map(({ what }) => what),
      groupOf(frame),
    );
    const body = <PapersPage {...frame} {...{ documents, makers, needed }} caseId={seen.id} />;
    return showOversight(c, frame, { title: t(lang)('papers.title'), body, islands: ['unlock', 'papers'] });
  });

  app.get(urls.caseDocument, async (c) => {
    const kind = kindOf(c.req.param('document'));
    const frame = await papersFrame(c, platform, 'case.read');
    const { lang, agency, texts } = frame;
    const notes = notesFor(kind, texts[kind].own === null);
    const room = await roomForSeal(platform, agency.id);
    const body = <PaperPage {...frame} {...{ kind, notes, room }} />;
    return showOversight(c, frame, {
      title: t(lang)(`papers.kind.${kind}`),
      body,
      islands: ['unlock', 'papers'],
    });
  });

  app.post(urls.caseDocuments, async (c) => {
    const frame = await caseFrame(c, platform, 'case.work');
    const { staff, seen, agency } = frame;
    const read = Asked.safeParse(await c.req.json().catch(() => null));
    if (!read.success) throw new Refusal('platform.unreadable', 400);
    const asked = read.data;
    const digest = Buffer.from(asked.digest, 'hex');
    if (asked.act === 'seal')
      return c.json({
        container: await sealFor(platform, staff, { caseId: seen.id, kind: asked.kind, digest }),
      });
    const at = now();
    const message = { n: asked.n, sealed: bytesIn(asked.sealed), day: dateIn(at, agency.zone) };
    const wish = {
      ...{ agencyId: agency.id, caseId: seen.id, kind: asked.kind, sha256: digest, textN: asked.text },
      ...{ pdfFile: asked.pdf, docxFile: asked.docx, message, by: actor(staff) },
    };
    return answerJson(c, {
      document: await caseWork(platform, frame, (client) => addDocument(client, wish, at)),
    });
  });
}

/** @throws Refusal platform.notFound (404) */
function kindOf(name: string): Kind {
  const kind = KINDS.find((one) => one === name);
  if (!kind) throw new Refusal('platform.notFound', 404);
  return kind;
}
