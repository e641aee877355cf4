import type { Config } from '../../platform/config.ts';
import { passkeySite } from '../../platform/passkey/site.ts';

/** Which ways this installation has beside name and password. */
export interface Offers {
  passkey: boolean;
  /** What the provider is called; null where there is none. */
  oidc: string | null;
  mail: boolean;
}

export function offersOf(config: Config): Offers {
  return {
    passkey: passkeySite(config) !== null,
    oidc: config.oidc?.name ?? null,
    mail: config.mail !== undefined,
  };
}
