import { type Certificate, parsePolicy, parseVkey, readPem } from '../../verify/index.ts';

/** What a checker believes. An installation writes its own into the page that it hands out. */
export interface Anchors {
  /** The address that the page was taken from; null in the plain build. */
  from: string | null;
  /** PEM. */
  roots: readonly string[];
  /** PEM, for codes, which carry no certificate. */
  seals: readonly string[];
  /** PEM, of time-stamping authorities. */
  timestampRoots: readonly string[];
  /** C2SP vkeys. */
  logKeys: readonly string[];
  /** A tlog-policy: the witnesses without whose signatures a tree head is not believed. */
  policy: string | null;
}

export const noAnchors: Anchors = {
  from: null,
  roots: [],
  seals: [],
  timestampRoots: [],
  logKeys: [],
  policy: null,
};

/** The anchors together with those in a file of them, or null where the file holds none. @throws FormatError */
export function withFile(anchors: Anchors, text: string): Anchors | null {
  if (text.includes('-----BEGIN CERTIFICATE-----')) return withCertificates(anchors, text);
  const lines = text.split('\n').map((line) => line.trim());
  if (lines.some((line) => /^quorum\s/.test(line))) {
    parsePolicy(text);
    return { ...anchors, policy: text };
  }
  const vkeys = lines.filter((line) => line !== '');
  if (vkeys.length === 0 || !vkeys.every((line) => /^[^+\s]+\+[0-9a-f]{8}\+\S+$/.test(line))) return null;
  for (const vkey of vkeys) parseVkey(vkey);
  return { ...anchors, logKeys: joined(anchors.logKeys, vkeys) };
}

/** Authorities are roots; the others are seals, each with what stands in the file above it. */
function withCertificates(anchors: Anchors, pem: string): Anchors {
  const certificates = readPem(pem);
  if (certificates.every(({ authority }) => authority !== null))
    return { ...anchors, roots: joined(anchors.roots, [pem]) };
  return { ...anchors, seals: joined(anchors.seals, [pem]) };
}

function joined(known: readonly string[], more: readonly string[]): string[] {
  return [...new Set([...known, ...more])];
}

/** Each certificate of the lists, the first of a file only where it is a seal's. */
export function certificatesOf(pems: readonly string[]): Certificate[] {
  return pems.map((pem) => readPem(pem)[0] as Certificate);
}
