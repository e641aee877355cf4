import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { sampleRecord, sampleSeal } from '../fixtures/sample-record.ts';
import { WRITER_VERSION } from '../kit/paper.ts';
import { preparePact } from './pact.ts';

/** Stored signatures are put back into rebuilt bytes: a writer that writes other bytes is another version. */
it('writes the bytes of its version', () => {
  const { series, body } = preparePact(sampleRecord(), sampleSeal);
  const digest = createHash('sha256').update(series.bytes).update(body).digest('hex');
  expect({ version: WRITER_VERSION, digest }).toEqual({
    version: 2,
    digest: 'a0b35f09325428f3d570218b93a23cd368f35e67c62f440f1d5bd92444c9c6c4',
  });
});
