import type { TsaConfig } from '../../platform/config/tsa.ts';
import { stampDigest } from './authority.ts';

export interface Archived {
  bytes: Uint8Array;
  /** What the library could not gather, as answers on revocation that no authority gives. */
  warnings: string[];
}

/**
 * A long-term variant of a sealed file (PAdES B-LTA): the certificates and answers on revocation that a later reader
 * needs, and a time stamp over the whole, each as an addition behind the file. Our own checker judges the file before.
 * @throws TimestampFault @throws Error where the library is not installed
 */
export async function archive(tsa: TsaConfig, pdf: Uint8Array): Promise<Archived> {
  const { PDF } = await library();
  const document = await PDF.load(pdf);
  const { bytes, warnings } = await document.addArchivalData({
    timestampAuthority: {
      timestamp: async (digest) => (await stampDigest(tsa, digest)).token,
    },
    digestAlgorithm: 'SHA-256',
  });
  return { bytes, warnings: warnings.map(({ code, message }) => `${code}: ${message}`) };
}

async function library(): Promise<typeof import('@libpdf/core')> {
  try {
    return await import('@libpdf/core');
  } catch {
    throw new Error('long-term variants need the package @libpdf/core, which is not installed here');
  }
}
