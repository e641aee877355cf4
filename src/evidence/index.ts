export {
  append,
  type Frame,
  frameOf,
  openLog,
  type Place,
  sealInFrame,
  type ToSeal,
  toSeal,
} from './append.ts';
export { agencyOfReceipt, checkHere, checkReceipt } from './check-here.ts';
export { evidenceCommands } from './commands.ts';
export { eachRecord } from './each-record.ts';
export { type AgencySeal, type LogKey, logKey, rootOf, sealOf, trustedRoots, vkeyLine } from './keys.ts';
export { logCheck } from './log/check-command.ts';
export { checkLogs } from './log/check-installation.ts';
export type { SignatureCheck } from './log/signature-check.ts';
export { logRoutes } from './log-routes.ts';
export { t as evidenceText } from './messages.ts';
export { originOf } from './origin.ts';
export { type PactFile, pactFile, pactFileName, type SealedPact, sealPacts } from './pact-file.ts';
export { logPages } from './pages/logs.page.tsx';
export { verifyPages } from './pages/verify.page.tsx';
export { witnessPages } from './pages/witness.page.tsx';
export { isDark, qrCode, unprintableIn } from './pdf/index.ts';
export { lastCheckpoint, proofOf } from './proof.ts';
export { publishAll } from './publish.ts';
export { type Publisher, startPublisher } from './publisher.ts';
export { recordByReceipt, type StoredRecord } from './store.ts';
export { timestampRoutes } from './timestamp/routes.ts';
export { stampLogs, startStamper } from './timestamp/stamp-logs.ts';
export { stampedPact } from './timestamp/stamped-pact.ts';
export { type LogTimestamp, lastTimestamp, timestampAt, timestampsOf } from './timestamp/store.ts';
export { type WitnessPolicy, witnessPolicy } from './witness/policy-file.ts';
export { startWitnesses } from './witness/start.ts';
