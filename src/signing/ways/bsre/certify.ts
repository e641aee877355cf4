import type { Platform } from '../../../platform/platform.ts';
import type { Outcome, Signer as Writer } from '../../batch.ts';
import type { Signatory } from '../../may-sign.ts';
import { recordOf, type Submission, sign } from '../../sign.ts';
import { requireWay } from '../way-setting.ts';
import { type CertifiedFile, evidenceOf, fileOfForm, keepFile } from './certified-file.ts';
import { requireOwnName } from './own-certificate.ts';
import type { Service, Signer } from './service.ts';
import { readSignedFile } from './signed-file.ts';
import { statementPdf } from './statement.ts';
import { requireSigner } from './tries.ts';

/** Forms whose answer is under way: sent twice at once, the service is asked once by this process. */
const underWay = new Map<string, Promise<CertifiedFile>>();

/**
 * One person signs with the provider's certificate: our statement is handed over, what comes back is kept, and then
 * the pact is sealed over it. Crash points: before the file is kept nothing has happened here (the provider may have
 * signed a file that nobody holds); after it, the same form goes on without asking again.
 * @throws Refusal signing.*, bsre.* ; none of them quotes NIK or passphrase
 */
export async function certify(
  platform: Platform,
  writer: Writer,
  service: Service,
  signatory: Signatory,
  submission: Submission,
  given: Signer,
): Promise<Outcome> {
  const { agency, campaign, person } = signatory;
  const holder = { agencyId: agency.id, campaignId: campaign.id, personId: person.personId };
  await requireWay(platform.pool, agency.id, campaign.id, 'bsre');
  const record = recordOf(signatory, submission, platform.now());
  const form = { ...holder, formKey: submission.key, textDigest: submission.textDigest };
  const file =
    (await fileOfForm(platform.pool, form)) ??
    (await once(JSON.stringify(form), async () => {
      const signer = requireSigner(given, JSON.stringify(holder), platform.now());
      const pdf = statementPdf(record);
      const until = service.deadline();
      await service.requireReady(signer.nik, until);
      const reason = record.text.title;
      const bytes = await service.sign({ ...signer, pdf, reason, location: record.act.place }, until);
      const { continues, names } = readSignedFile(bytes, pdf);
      requireOwnName(names, person.name);
      const { api, host, trial } = service;
      return keepFile(
        platform.pool,
        { ...form, api, service: host, trial, continues, bytes },
        platform.now(),
      );
    }));
  return sign(platform, writer, signatory, { ...submission, evidence: evidenceOf(file) });
}

function once(form: string, ask: () => Promise<CertifiedFile>): Promise<CertifiedFile> {
  const running = underWay.get(form) ?? ask().finally(() => underWay.delete(form));
  underWay.set(form, running);
  return running;
}
