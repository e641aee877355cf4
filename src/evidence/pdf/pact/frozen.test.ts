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
    version: 1,
    digest: '3284142eed5fca26878664edd3895ad02c83aebd4ecd506d5c480b1e11e09fb6',
  });
});
