import type { App } from '../src/platform/http/visit.ts';

/** Asks an application as one browser does: with the cookies it was given before. */
export function oneBrowser(app: () => Pick<App, 'request'>) {
  const cookies = new Map<string, string>();
  return async (address: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    const kept = [...cookies].map(([name, value]) => `${name}=${value}`);
    headers.set('cookie', [...kept, headers.get('cookie') ?? ''].filter(Boolean).join('; '));
    const answer = await app().request(address, { ...init, headers });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] as string).split('=');
      cookies.set(name, value);
    }
    return answer;
  };
}
