import { checkPact, checkQr, type PactReport, type QrReport } from '../../verify/index.ts';
import { fingerprint } from '../fingerprint.ts';
import type { Anchors } from './anchors.ts';
import type { Given } from './given.ts';

/** What is looked at now; `proof` belongs to `pdf`. */
export interface Subject {
  pdf?: Extract<Given, { kind: 'pdf' }>;
  proof?: Extract<Given, { kind: 'proof' }>;
  code?: Extract<Given, { kind: 'code' }>;
}

export type Found =
  | { of: 'verify'; report: PactReport; name: string; digest: string; hasProof: boolean }
  | { of: 'qr'; report: QrReport; name: string };

/** What came last decides: a PDF, or a code. A proof joins the PDF that is there, or that comes with it. */
export function subjectAfter(before: Subject, given: readonly Given[]): Subject {
  const last = <K extends Given['kind']>(kind: K) =>
    given.findLast((one): one is Extract<Given, { kind: K }> => one.kind === kind);
  const [pdf, proof, code] = [last('pdf'), last('proof'), last('code')];
  if (pdf !== undefined) return proof === undefined ? { pdf, ...waiting(before) } : { pdf, proof };
  if (code !== undefined && proof === undefined) return { code };
  if (proof === undefined) return before;
  return before.pdf === undefined ? { proof } : { pdf: before.pdf, proof };
}

/** A proof that was read before any PDF. */
function waiting({ pdf, proof }: Subject): Pick<Subject, 'proof'> {
  return pdf === undefined && proof !== undefined ? { proof } : {};
}

export async function check({ pdf, proof, code }: Subject, anchors: Anchors): Promise<Found | null> {
  const { roots, seals, timestampRoots, logKeys, policy } = anchors;
  if (code !== undefined)
    return { of: 'qr', name: code.name, report: checkQr({ text: code.text, seals, roots }) };
  if (pdf === undefined) return null;
  const report = await checkPact({
    ...{ pdf: pdf.bytes, roots, timestampRoots, logKeys },
    ...(proof && { proof: proof.text }),
    ...(policy !== null && { policy }),
  });
  const digest = fingerprint(pdf.bytes);
  return { of: 'verify', report, name: pdf.name, digest, hasProof: proof !== undefined };
}
