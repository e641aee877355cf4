import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
// @ts-expect-error: it comes without types
import Provider from 'oidc-provider';

/** A real provider of OpenID Connect on the loopback, where whoever comes is `user` without being asked. */
export interface TestProvider {
  issuer: string;
  client: string;
  secret: string;
  /** Who sits before the browser from now on: a subject, and what is known of them. */
  user(subject: string, claims?: Record<string, unknown>): void;
  /** Follows the provider's own redirects from there, as a browser with cookies does. @returns where it leads in the end */
  visit(url: string): Promise<URL>;
  close(): Promise<void>;
}

export async function startProvider(redirectUri: string): Promise<TestProvider> {
  const [client, secret] = ['ikrar', 'rahasia-klien-untuk-uji-coba'];
  let now: { subject: string; claims: Record<string, unknown> } = { subject: '', claims: {} };
  let handle: (req: IncomingMessage, res: ServerResponse) => unknown = () => {};
  const server = createServer((req, res) => void handle(req, res));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const known = new Map<string, Record<string, unknown>>();
  const provider = quietly(
    () =>
      new Provider(issuer, {
        clients: [{ client_id: client, client_secret: secret, redirect_uris: [redirectUri] }],
        claims: {
          openid: ['sub'],
          profile: ['name', 'preferred_username', 'nip'],
          email: ['email', 'email_verified'],
        },
        ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
        cookies: { keys: ['uji'] },
        features: { devInteractions: { enabled: false } },
        interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaksi/${uid}` },
        findAccount: (_: unknown, sub: string) => ({
          accountId: sub,
          claims: () => ({ sub, ...known.get(sub) }),
        }),
        loadExistingGrant: async (ctx: GrantContext) => {
          const grant = new ctx.oidc.provider.Grant({
            clientId: ctx.oidc.client.clientId,
            accountId: ctx.oidc.session.accountId,
          });
          grant.addOIDCScope('openid profile email');
          await grant.save();
          return grant;
        },
      }),
  );
  const callback = provider.callback();
  handle = (req, res) => {
    if (!req.url?.startsWith('/interaksi/')) return callback(req, res);
    known.set(now.subject, now.claims);
    return provider.interactionFinished(req, res, { login: { accountId: now.subject } });
  };
  return {
    ...{ issuer, client, secret },
    user: (subject, claims = {}) => {
      now = { subject, claims };
    },
    visit: (url) => follow(url, issuer),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface GrantContext {
  oidc: {
    client: { clientId: string };
    session: { accountId: string };
    provider: {
      Grant: new (of: {
        clientId: string;
        accountId: string;
      }) => {
        addOIDCScope(scope: string): void;
        save(): Promise<string>;
      };
    };
  };
}

async function follow(url: string, issuer: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let at = new URL(url);
  for (let steps = 0; at.origin === issuer && steps < 10; steps += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(at, { redirect: 'manual', headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const next = answer.headers.get('location');
    if (!next) throw new Error(`the provider said ${answer.status}: ${(await answer.text()).slice(0, 2000)}`);
    at = new URL(next, at);
  }
  return at;
}

/** It warns of what is meant for trying out; that is what it does here. */
function quietly<T>(make: () => T): T {
  const { warn, info } = console;
  Object.assign(console, { warn: () => {}, info: () => {} });
  try {
    return make();
  } finally {
    Object.assign(console, { warn, info });
  }
}
