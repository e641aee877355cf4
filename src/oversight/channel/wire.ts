import { toText } from '../seal/index.ts';
import type { SealedReport } from './sealed-report.ts';

/** A sealed report as JSON: bytes as base64url. Read by `read-report.ts`. */
export function toWire(report: SealedReport) {
  const { caseId, mode, mailbox, involved, files } = report;
  return {
    format: 'ikrar/send-report/v1',
    ...{ caseId, mode, involved, files },
    dialoguePublic: toText(report.dialoguePublic),
    teamPublic: toText(report.teamPublic),
    mailbox: {
      lookupHash: toText(mailbox.lookupHash),
      reporterPublic: toText(mailbox.reporterPublic),
      sealedDialogue: toText(mailbox.sealedDialogue),
    },
    text: toText(report.text),
    identity: report.identity.map(({ keyId, sealed }) => ({ keyId, sealed: toText(sealed) })),
    access: report.access.map(({ keyId, sealed }) => ({ keyId, sealed: toText(sealed) })),
  };
}
