import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { publicAddress } from '../platform/config.ts';
import { many } from '../platform/db/index.ts';
import { storedFile } from '../platform/http/stored-file.ts';
import type { App } from '../platform/http/visit.ts';
import type { Platform } from '../platform/platform.ts';
import { Refusal } from '../platform/refusal.ts';
import { packageRoot } from '../platform/root.ts';
import { urls } from '../urls.ts';
import { fingerprint } from './fingerprint.ts';
import { type LogKey, trustedRoots, vkeyLine } from './keys.ts';
import type { Anchors } from './offline/anchors.ts';
import { sql } from './store.ts';
import { timestampRoots } from './timestamp/authority.ts';
import { witnessPolicy } from './witness/policy-file.ts';

const EMPTY = '<script type="application/json" id="anchors">null</script>';

/** The page that checks without a network and the program that does, as files to keep. */
export function offlineRoutes(app: App, platform: Platform, key: LogKey): void {
  app.get(urls.verifyOffline, async (c) => {
    const plain = built('ikrar-verify.html');
    if (plain === null) throw new Refusal('platform.notFound', 404);
    const page = withAnchors(plain.toString('utf8'), await anchorsHere(platform, key));
    return storedFile(c, Buffer.from(page, 'utf8'), 'text/html; charset=utf-8', 'ikrar-periksa.html');
  });
  app.get(urls.verifyProgram, (c) => {
    const program = built('ikrar-verify.mjs');
    if (program === null) throw new Refusal('platform.notFound', 404);
    return storedFile(c, program, 'text/javascript; charset=utf-8', 'ikrar-verify.mjs');
  });
}

/** SHA-256 of the page before any anchors are put in, or null where it has not been built. */
export function plainPageDigest(): string | null {
  const plain = built('ikrar-verify.html');
  return plain === null ? null : fingerprint(plain);
}

/**
 * The page with what it is to believe, on one line and without `<`, so that nothing ends the element early and anybody
 * can put `null` back and compare the digest.
 */
export function withAnchors(plain: string, anchors: Anchors): string {
  const json = JSON.stringify(anchors).replaceAll('<', '\\u003c');
  return plain.replace(EMPTY, () => EMPTY.replace('null', () => json));
}

async function anchorsHere({ pool, config, now }: Platform, key: LogKey): Promise<Anchors> {
  const seals = await many(pool, sql.allCertificates, {}, z.object({ pem: z.string() }));
  return {
    from: publicAddress(config),
    roots: await trustedRoots(config, now()),
    seals: seals.map(({ pem }) => pem),
    timestampRoots: timestampRoots(config),
    logKeys: [vkeyLine(key)],
    policy: witnessPolicy(config)?.text ?? null,
  };
}

function built(name: string): Buffer | null {
  const path = join(packageRoot(), 'dist', name);
  return existsSync(path) ? readFileSync(path) : null;
}
