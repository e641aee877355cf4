import { hash, randomBytes } from 'node:crypto';
import { sampleRecord } from '../src/evidence/pdf/fixtures/sample-record.ts';
import { append, logKey, openLog, originOf, publishAll, type StoredRecord, type ToSeal, toSeal } from '../src/evidence/index.ts';
import { proofOf } from '../src/evidence/proof.ts';
import { recordByReceipt } from '../src/evidence/store.ts';
import { transaction } from '../src/platform/db/index.ts';
import type { Platform } from '../src/platform/platform.ts';
import { formatReceipt, leafHash, parseTlogProof, type VerifierKey, verifyInclusion, verifyTlogProof } from '../src/verify/index.ts';
import { withSite } from './kit/database.ts';
import type { Bench } from './kit/report.ts';
import { interleaved, perCpuSecond } from './kit/rounds.ts';

const AGENCY = 'contoh';
const CAMPAIGN = 'gerakan-contoh';
/** As many as the signing path writes at most in one transaction. */
const BATCH = 500;
const PROOFS = 500;

/**
 * One log grown to its full size in equal parts: each round appends a part durably, publishes it (tiles and a signed
 * tree head), makes proofs and checks them. All are held against raw SHA-256 of one entry by node:crypto.
 */
export function benchLog(bench: Bench): Promise<void> {
  return withSite(bench, async ({ platform }) => {
    const size = bench.people ?? (bench.quick ? 20_000 : 100_000);
    const rounds = bench.quick ? 4 : 5;
    const log = await openBenchLog(platform, Math.ceil(size / rounds));
    const rates = await interleaved(
      rounds,
      {
        sha256: () => perCpuSecond(300, rawHash),
        appended: log.appendPart,
        published: log.publish,
        proved: log.prove,
        checked: () => perCpuSecond(500, log.check),
        included: () => perCpuSecond(500, log.checkInclusion),
      },
      bench.say,
    );
    bench.say(`${log.size()} entries; a proof holds ${log.proofLength()} hashes`);
    const raw = { anchor: 'raw SHA-256 of one entry by node:crypto', anchorValue: rates.sha256 };
    const made = (figure: string, value: number, unit: string) => bench.report({ figure, value, unit, ...raw });
    made('entries appended, durable, in batches of 500', rates.appended, 'entries per second');
    made('entries published under a signed tree head', rates.published, 'entries per second');
    made('proofs made from stored tiles', rates.proved, '.tlog-proof per second');
    made('proofs checked, signature and all', rates.checked, '.tlog-proof per processor second');
    made('inclusions checked, hashes alone', rates.included, 'inclusions per processor second');
  });
}

const ENTRY = randomBytes(33);

function rawHash(): void {
  for (let i = 0; i < 100; i += 1) hash('sha256', ENTRY, 'buffer');
}
