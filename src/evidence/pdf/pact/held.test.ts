import { extractText } from 'unpdf';
import { expect, it } from 'vitest';
import { heldRecord } from '../../../verify/fixtures/offline.ts';
import type { OfflineAct, SealedRecord } from '../../../verify/index.ts';
import { sampleKeys } from '../fixtures/keys.ts';
import { longestRecord } from '../fixtures/longest-record.ts';
import { sampleRecord, sampleSeal } from '../fixtures/sample-record.ts';
import { sealDocument } from '../seal-document.ts';
import { preparePact } from './pact.ts';

async function wordsOf(record: SealedRecord): Promise<string> {
  const { signer } = await sampleKeys('p256');
  const { bytes } = await sealDocument(preparePact(record, sampleSeal), signer);
  const { text } = await extractText(new Uint8Array(bytes), { mergePages: true });
  return text.replace(/\s+/g, ' ');
}

/** Kept an hour before it was recorded, and sent when the server recorded it. */
function held(record: SealedRecord, change: Partial<OfflineAct> = {}): SealedRecord {
  const { at } = record.act;
  const before = new Date(Date.parse(at) - 3_600_000).toISOString();
  return heldRecord(record, { at: before, sentAt: at, ...change });
}

it('a pact that a device had kept says when it was recorded, and what the device’s clock said', async () => {
  const words = await wordsOf(held(sampleRecord()));
  expect(words).toMatch(/Dicatat \d+ \w+ \d{4} pukul [\d.]+ WI/);
  expect(words).toMatch(
    /di tablet bersama, disimpan di perangkat tanpa jaringan .* menurut jam perangkat\. /,
  );
  expect(words).not.toContain('diragukan');
  expect(words).not.toContain('Ditandatangani');
});

it('says so where that clock is in doubt, in the language of the text', async () => {
  const at = Date.parse(sampleRecord().act.at);
  const sentAt = new Date(at + 30 * 60_000).toISOString();
  expect(await wordsOf(held(sampleRecord(), { sentAt }))).toContain(
    'diragukan: selisihnya sekitar 30 menit dari jam server.',
  );
  const { text, ...rest } = sampleRecord();
  const english: SealedRecord = { ...rest, text: { ...text, language: 'en' } };
  expect(await wordsOf(held(english, { sentAt }))).toMatch(
    /saved on a device without network .* by its own clock\. That device's clock is in doubt: off by about 30 minutes/,
  );
});

it('has room for it beside the longest of everything', async () => {
  const sentAt = '2199-01-01T00:00:00.000Z';
  const words = await wordsOf(held(longestRecord(), { sentAt }));
  expect(words.replaceAll(' ', '')).toContain('menitdarijamserver.');
});
