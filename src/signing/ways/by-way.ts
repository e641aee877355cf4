import type { Platform } from '../../platform/platform.ts';
import type { Signatory } from '../may-sign.ts';
import { recordOf, type Submission } from '../sign.ts';
import { codeEvidence } from './code/use-code.ts';
import { createPasskeyDesk } from './passkey/use-passkey.ts';

/** What a form brings beside the typed name. */
interface Proof {
  /** The answer of a passkey; empty where none was used. */
  passkey: string;
  /** What was typed as the code from an e-mail; null where the form did not ask for one. */
  otp: string | null;
}

/**
 * A form as it will be signed: by the way that it proves, with the evidence checked. What else may be wrong with the form
 * is found first, so that no code is tried and no passkey asked about for a form that cannot be signed anyway.
 */
export function createWays(platform: Platform) {
  const passkeys = createPasskeyDesk(platform);
  return {
    /** @throws Refusal signing.* */
    async proven(signatory: Signatory, plain: Submission, proof: Proof): Promise<Submission> {
      const { passkey, otp } = proof;
      if (passkey === '' && otp === null) return plain;
      const record = recordOf(signatory, plain, platform.now());
      if (passkey === '')
        return { ...plain, method: 'code', evidence: await codeEvidence(platform, signatory, otp ?? '') };
      const evidence = await passkeys.evidence(signatory, record, { passkey, key: plain.key });
      return { ...plain, method: 'passkey', evidence };
    },
  };
}
