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
export { appendEntries, holdLog } from './append-entries.ts';
export { checkHere } from './check-here.ts';
export { evidenceCommands } from './commands.ts';
export { WHYS, type Why } from './erasure.ts';
export { type AgencySeal, type LogKey, logKey, rootOf, sealOf, vkeyLine } from './keys.ts';
export type { CheckedLog, LogCheck, LogReport } from './log/check.ts';
export { logCheck } from './log/check-command.ts';
export { checkLogs } from './log/check-installation.ts';
export type { TileCheck } from './log/check-tiles.ts';
export type { Contents, OtherLogs } from './log/contents.ts';
export { Difference } from './log/difference.ts';
export { OVERSIGHT_LOG } from './log/oversight-log.ts';
export type { SignatureCheck } from './log/signature-check.ts';
export { logRoutes } from './log-routes.ts';
export { minutesFile, minutesFileName, type SealedMinutes, sealMinutes } from './minutes/index.ts';
export { originOf } from './origin.ts';
export { pactFile, pactFileName, sealPacts } from './pact-file.ts';
export { logPages } from './pages/logs.page.tsx';
export { timesOf } from './pages/report.view.tsx';
export { verifyPages } from './pages/verify.page.tsx';
export { witnessPages } from './pages/witness.page.tsx';
export { isDark, jpegHeader, qrCode, sealDigest, sealReserve, unprintableIn } from './pdf/index.ts';
export { proofOf } from './proof.ts';
export { publishAll } from './publish.ts';
export { type Publisher, startPublisher } from './publisher.ts';
export { recordByReceipt, type StoredRecord } from './store.ts';
export { timestampRoutes } from './timestamp/routes.ts';
export { startStamper } from './timestamp/stamp-logs.ts';
export { stampedPact } from './timestamp/stamped-pact.ts';
export { witnessPolicy } from './witness/policy-file.ts';
export { startWitnesses } from './witness/start.ts';
