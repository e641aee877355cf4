import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noAnchors } from './offline/anchors.ts';
import { withAnchors } from './offline-page.ts';

const folder = mkdtempSync(join(tmpdir(), 'ikrar-verifier-'));
let plain: string;
beforeAll(async () => {
  const script = pathToFileURL(join(import.meta.dirname, '../../scripts/verifier.mjs')).href;
  const { buildVerifier } = (await import(script)) as { buildVerifier(folder: string): Promise<void> };
  await buildVerifier(folder);
  plain = readFileSync(join(folder, 'ikrar-verify.html'), 'utf8');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the page that works from disk', () => {
  it('is small and names nothing outside itself', () => {
    expect(Buffer.byteLength(plain)).toBeLessThanOrEqual(150_000);
    expect(plain).toContain("default-src 'none'");
    expect(plain).not.toMatch(/unsafe|\bimport\(|@import|url\(|<link|<img|\ssrc=|\beval\(|new Function/);
    expect(plain.match(/https?:\/\/[^\s"'`/]+\.[a-z]{2,}/g)).toBeNull();
  });

  it('lets exactly its own script and style through', () => {
    for (const [tag, directive] of [
      ['script', 'script-src'],
      ['style', 'style-src'],
    ] as const) {
      const [, content = ''] = new RegExp(`<${tag}>(.*?)</${tag}>`, 's').exec(plain) ?? [];
      const digest = createHash('sha256').update(content).digest('base64');
      expect(content.length).toBeGreaterThan(1000);
      expect(plain).toContain(`${directive} 'sha256-${digest}'`);
    }
  });

  it('takes anchors as data, whatever stands in them, and gives the plain page back without them', () => {
    const anchors = { ...noAnchors, from: `</script><b>$&"'`, policy: 'a\nb' };
    const filled = withAnchors(plain, anchors);
    const [, json = ''] = /id="anchors">([^<]*)</.exec(filled) ?? [];
    expect(JSON.parse(json)).toEqual(anchors);
    expect(filled.replace(/(id="anchors">)[^<]*/, '$1null')).toBe(plain);
  });
});
