import { type Config, publicAddress } from '../config.ts';

/** The site that a passkey belongs to: the public address, and its host as WebAuthn's relying party. */
export interface Site {
  origin: string;
  host: string;
}

/** Null where no browser makes a passkey: only https has them, and this machine by its name. */
export function passkeySite(config: Config): Site | null {
  const { protocol, hostname, origin } = new URL(publicAddress(config));
  const named = !/^[\d.]+$|^\[/.test(hostname);
  return (protocol === 'https:' && named) || hostname === 'localhost' ? { origin, host: hostname } : null;
}
