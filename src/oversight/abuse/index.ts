/**
 * Against floods, without a CAPTCHA and without knowing anybody: what is scarce is counted by channel (institution), never by
 * person or address. Nothing is written down; each server process counts for itself.
 *
 * With script. The browser asks `GET /lapor/soal?untuk=report|reply|box&lembaga=ID&berat=N` (`prove.ts` does all of it):
 *   report  a report of this institution, and its files (`berat` = parts of the file)
 *   reply   what a reporter sends into their own case
 *   box     opening a mailbox (lembaga=-)
 * and sends the proof in the header `Ikrar-Proof`, before the body is read. The server calls, FIRST in its handler,
 *   admitProof(platform, { kind, channel, subject }, c.req.header(PROOF_HEADER))
 * with `subject` = what is sent, an id that can be stored once only: `report:CASE`, `file:CASE:FILE`, `reply:CASE:MESSAGE`,
 * `box:LOOKUP`. So a proof needs no table: used again it brings the same thing again, which answers the same. It throws a
 * Refusal (abuse.noProof 403; abuse.harder, abuse.stale, abuse.again 429); `sendProved` of prove.ts solves again by itself.
 * It returns the weight that was proved: a file has no more parts than that.
 *
 * Without script. The form carries `waitToken(platform, { kind, channel, subject })` in a hidden field, with the id the server
 * chose for what will be sent; its POST calls `admitWait(platform, sent, token)`: 0 when it is admitted, else how many
 * seconds are missing: show the form again, everything typed kept, the SAME token in it, with `<WaitNotice>` on top (429).
 * Buckets of this path are apart: flooding it never makes the other one harder.
 */
export { abusePages } from './abuse.page.ts';
export { admitProof, admitWait, type Sent, waitToken } from './admit.ts';
export { type Kind, PROOF_HEADER } from './puzzle.ts';
export { WaitNotice } from './wait.view.tsx';
