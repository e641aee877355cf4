import type { Configuration, IDToken, UserInfoResponse } from 'openid-client';
import type { OidcConfig } from '../../../platform/config/oidc.ts';
import { publicAddress } from '../../../platform/config.ts';
import { isLoopback } from '../../../platform/loopback.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { urls } from '../../../urls.ts';

/** What must come back with the provider's answer; kept in the browser that began. */
interface Flow {
  state: string;
  nonce: string;
  verifier: string;
}

/** Whom the provider says this is. */
export interface Claimed {
  issuer: string;
  subject: string;
  /** The claim by which accounts are found, where it is another than the subject. */
  value: string | null;
  /** For people to know it again by. */
  label: string;
  /** When they last proved it there, in seconds; null where the provider does not say. */
  authTime: number | null;
}

export interface Provider {
  /** Where to send the browser. @throws Refusal access.oidcAway (503) */
  begin(flow: Flow, again: boolean): Promise<URL>;
  /** @param search of the address to which the browser came back. @throws Refusal access.oidcAway (503), access.oidcWrong (403) */
  finish(search: string, flow: Flow): Promise<Claimed>;
}

const PATIENCE_SECONDS = 10;
/** Providers change their keys and addresses; the library asks for unknown keys by itself. */
const KNOWN_FOR_MS = 60 * 60_000;

/** Authorization code with PKCE, state and nonce (OpenID Connect Core 1.0 §3.1, RFC 9700). */
export function oidcProvider({ config, now }: Platform, oidc: OidcConfig): Provider {
  const back = publicAddress(config) + urls.signInOidcBack;
  let known: { at: number; discovered: Promise<Configuration> } | undefined;
  const discovered = () => {
    const at = now().getTime();
    if (!known || at - known.at > KNOWN_FOR_MS) {
      known = { at, discovered: discover(oidc) };
      known.discovered.catch(() => {
        known = undefined;
      });
    }
    return known.discovered.catch((cause) => {
      throw away(cause);
    });
  };
  return {
    async begin({ state, nonce, verifier }, again) {
      const { buildAuthorizationUrl, calculatePKCECodeChallenge } = await import('openid-client');
      return buildAuthorizationUrl(await discovered(), {
        ...{ redirect_uri: back, scope: 'openid profile email', state, nonce },
        ...{ code_challenge: await calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' },
        ...(again ? { max_age: '0', prompt: 'login' } : {}),
      });
    },
    async finish(search, { state, nonce, verifier }) {
      const { authorizationCodeGrant } = await import('openid-client');
      const provider = await discovered();
      try {
        const tokens = await authorizationCodeGrant(provider, new URL(back + search), {
          ...{
            expectedState: state,
            expectedNonce: nonce,
            pkceCodeVerifier: verifier,
            idTokenExpected: true,
          },
        });
        const token = tokens.claims();
        if (!token) throw new Error('no ID token');
        return claimed(oidc, token, await moreOf(provider, token, tokens.access_token));
      } catch (error) {
        throw isAway(error) ? away(error) : wrong(error);
      }
    },
  };
}

export async function newFlow(): Promise<Flow> {
  const { randomNonce, randomPKCECodeVerifier, randomState } = await import('openid-client');
  return { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
}

async function discover({ issuer, client, secret }: OidcConfig): Promise<Configuration> {
  const { allowInsecureRequests, ClientSecretBasic, ClientSecretPost, discovery } = await import(
    'openid-client'
  );
  const [basic, post] = [ClientSecretBasic(secret), ClientSecretPost(secret)];
  const here = isLoopback(new URL(issuer).hostname);
  return discovery(
    new URL(issuer),
    client,
    secret,
    // As the provider takes it; one that does not say takes the first (OpenID Connect Discovery §3).
    (server, ...rest) => {
      const takes = server.token_endpoint_auth_methods_supported;
      return (!takes || takes.includes('client_secret_basic') ? basic : post)(server, ...rest);
    },
    { timeout: PATIENCE_SECONDS, ...(here ? { execute: [allowInsecureRequests] } : {}) },
  );
}

/** Many providers tell most of what they know at a second address only. */
async function moreOf(
  provider: Configuration,
  token: IDToken,
  accessToken: string,
): Promise<UserInfoResponse | null> {
  if (!provider.serverMetadata().userinfo_endpoint) return null;
  const { fetchUserInfo } = await import('openid-client');
  return fetchUserInfo(provider, accessToken, token.sub);
}

function claimed({ claim }: OidcConfig, token: IDToken, more: UserInfoResponse | null): Claimed {
  const all: Record<string, unknown> = { ...more, ...token };
  const text = (name: string) => (typeof all[name] === 'string' ? (all[name] as string) : '');
  // Attacker: somebody at a provider where anybody may write any address beside their name.
  const trusted = claim !== 'email' || all.email_verified === true;
  return {
    issuer: token.iss,
    subject: token.sub,
    value: claim !== 'sub' && trusted ? text(claim) || null : null,
    label: (text('preferred_username') || text('email') || text('name') || token.sub).slice(0, 200),
    authTime: typeof token.auth_time === 'number' ? token.auth_time : null,
  };
}

function isAway(error: unknown): boolean {
  const { code, name, message, status, cause } = error as Record<string, unknown>;
  const far = (cause as { status?: unknown } | undefined)?.status ?? status;
  return (
    code === 'OAUTH_TIMEOUT' ||
    name === 'TimeoutError' ||
    message === 'fetch failed' ||
    (typeof far === 'number' && far >= 500)
  );
}

function away(cause: unknown): Refusal {
  return Object.assign(new Refusal('access.oidcAway', 503), { cause });
}

/** The log tells what was wrong; a visitor, who may have made it up, only that it was. */
function wrong(error: unknown): Refusal {
  const { message, error: said, code } = error as Record<string, unknown>;
  const cause = new Error([message, said ?? code].filter(Boolean).join(': ').slice(0, 300));
  return Object.assign(new Refusal('access.oidcWrong', 403), { cause });
}
