import type { TextVersion } from '../../campaigns/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Signatory } from '../may-sign.ts';
import { openService } from './bsre/service.ts';
import { mailAddressOf, masked } from './code/code.ts';
import { siteOf } from './passkey/passkey.ts';
import { requestOptions } from './passkey/use-passkey.ts';
import { waysOn } from './way-setting.ts';

/** Ways beside the typed name that the page of this person offers now. */
export interface Offer {
  /** For somebody who has a passkey: the address it works at, and what the browser is asked for, in JSON. */
  passkey: { origin: string; options: string } | null;
  /** Whether one can be made here. */
  passkeys: boolean;
  /** Where a code would go, masked. */
  mail: string | null;
  /** Where a certificate of a provider can be used; at a service for trying out nothing is certified. */
  bsre: { trial: boolean } | null;
}

/** `formKey`: of the form that is shown; a passkey's answer is good for that form alone. */
export async function offerOf(
  platform: Platform,
  signatory: Signatory,
  pact: TextVersion,
  formKey: string,
): Promise<Offer> {
  const { agency, campaign } = signatory;
  const on = await waysOn(platform.pool, agency.id, campaign.id);
  const site = on.passkey ? siteOf(platform.config) : null;
  const options = site && (await requestOptions(platform, signatory, pact, formKey));
  const address = on.code ? await mailAddressOf(platform, signatory) : null;
  return {
    passkey: site && options ? { origin: site.origin, options: JSON.stringify(options) } : null,
    passkeys: site !== null,
    mail: address && masked(address),
    bsre: on.bsre && platform.config.bsre ? { trial: openService(platform.config.bsre).trial } : null,
  };
}
