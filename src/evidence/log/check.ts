import { z } from 'zod';
import { type Client, one } from '../../platform/db/index.ts';
import type { LogKey } from '../keys.ts';
import { checkHeads } from './check-heads.ts';
import { createTileCheck, type TileCheck } from './check-tiles.ts';
import { checkWitnesses } from './check-witnesses.ts';
import { type Contents, type OtherLogs, recordContents } from './contents.ts';
import { Difference } from './difference.ts';
import { headContents } from './head-contents.ts';
import { ALL_LOGS } from './head-log.ts';
import type { SignatureCheck } from './signature-check.ts';
import { logSql } from './store.ts';
import type { LogId } from './tile-reader.ts';

export type CheckedLog = LogId & { origin: string };

/** What was compared, and the first difference that was found. */
export interface LogReport extends CheckedLog {
  /** Entries in the log, and how many of them the newest tree head covers. */
  size: number;
  published: number;
  heads: number;
  cosignatures: number;
  tiles: number;
  /** Records erased, by the decision that said so: their entries stand, and were compared with the tiles. */
  erased: Readonly<Record<string, number>>;
  difference: Difference | null;
}

/** What somebody has signed about the log at one of its sizes. */
export interface Stated {
  size: number;
  /** When it was said. */
  at: Date;
  /** Called when the tree has this size. @throws Difference where the entries say something else */
  check(): Promise<void>;
}

/** What the client reads is one moment of the database, or a log that grows meanwhile would look changed. */
export interface LogCheck {
  client: Client;
  key: LogKey;
  signatures: SignatureCheck;
  others?: OtherLogs;
}

const Extent = z.object({ size: z.number(), stored: z.number(), published: z.number(), opened: z.boolean() });
/** Places read at once: whole tiles, and never more than some megabytes. */
const PAGE = 1024;

/** Recomputes one log from its records on and compares it with everything that is stored of it. */
export async function checkLog(check: LogCheck, log: CheckedLog): Promise<LogReport> {
  const { agencyId, campaignId } = log;
  const extent = await one(check.client, logSql.extent, { agencyId, campaignId }, Extent);
  const report: LogReport = {
    ...log,
    ...extentOf(extent),
    heads: 0,
    cosignatures: 0,
    tiles: 0,
    erased: {},
    difference: null,
  };
  try {
    await recompute(check, log, extent, report);
  } catch (error) {
    if (!(error instanceof Difference)) throw error;
    report.difference = error;
  }
  return report;
}

function extentOf({ size, published }: z.output<typeof Extent>) {
  return { size, published: Math.max(published, 0) };
}

async function recompute(
  check: LogCheck,
  log: CheckedLog,
  extent: z.output<typeof Extent>,
  report: LogReport,
): Promise<void> {
  const contents = contentsOf(check, log, extent);
  const tiles = createTileCheck(check.client, log, extent.published);
  const heads = checkHeads(check, log, tiles);
  const witnesses = checkWitnesses(check, log, tiles);
  const { size } = extent;
  for (let low = 0; low <= size; low += PAGE) {
    const high = Math.min(low + PAGE, size);
    const found = await heads.between(low, low + PAGE);
    const seen = await witnesses.between(low, low + PAGE);
    await page(contents, tiles, [...found, ...seen], low, high);
    await tiles.compare();
    report.heads += found.length;
    report.cosignatures += seen.length;
  }
  report.erased = Object.fromEntries(contents.erased());
  report.tiles = tiles.compared();
  await heads.requireNoneBeyond(size);
  await witnesses.requireNoneBeyond(size);
  if (extent.stored > size) throw new Difference('beyond-end', { index: size });
  await tiles.requireNoStray();
  await contents.end();
}

function contentsOf(check: LogCheck, log: CheckedLog, extent: z.output<typeof Extent>): Contents {
  if (log.agencyId === ALL_LOGS) return headContents(check, log);
  const other = check.others?.[log.campaignId];
  return other ? other(check.client, log) : recordContents(check, log, extent);
}

async function page(
  contents: Contents,
  tiles: TileCheck,
  stated: Stated[],
  low: number,
  high: number,
): Promise<void> {
  const leaves = await contents.leaves(low, high, tiles);
  const waiting = stated.sort((a, b) => a.size - b.size);
  for (let size = low; ; size += 1) {
    for (; waiting[0]?.size === size; waiting.shift()) {
      await waiting[0].check();
      contents.stated(waiting[0].at);
    }
    if (size === high) return;
    contents.judge(size);
    tiles.push(leaves[size - low] as Uint8Array);
  }
}
