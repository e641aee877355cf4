/**
 * The service worker, at /luring.js for the whole origin. It keeps only the pages that a page of ours asks it to keep,
 * until the moment that page names, and answers with them only when the network does not. Nothing is kept by itself.
 * Owner of what is kept: `keep.ts`, called by the pages for the yard.
 */
const scope = self as unknown as Scope;
const CACHE = 'ikrar-luring';
const UNTIL = 'X-Ikrar-Until';
/** Longer than this the network counts as away: one bar of signal may hold a request for minutes. */
const PATIENCE = 4000;

/** Sent by `keep.ts`; answered on the port with whether it was done. */
export type Asked =
  | { kind: 'keep'; paths: string[]; until: number }
  | { kind: 'forget'; paths: string[] | null };

scope.addEventListener('install', () => void scope.skipWaiting());
scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()));

scope.addEventListener('message', (event) => {
  const asked = event.data as Asked;
  const work = asked.kind === 'keep' ? keep(asked.paths, asked.until) : forget(asked.paths);
  event.waitUntil(
    work.then(
      () => event.ports[0]?.postMessage(true),
      () => event.ports[0]?.postMessage(false),
    ),
  );
});

scope.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  if (method !== 'GET' || !url.startsWith(`${scope.location.origin}/`)) return;
  if (event.request.headers.get('accept')?.includes('text/event-stream')) return;
  event.respondWith(answer(event.request));
});

async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request.url);
  if (!kept) return fetch(request);
  const until = Number(kept.headers.get(UNTIL));
  if (until < Date.now()) {
    await cache.delete(request.url);
    return fetch(request);
  }
  try {
    const fresh = await fetch(request, { signal: patience() });
    if (fresh.ok && !fresh.redirected) await put(cache, request.url, fresh.clone(), until);
    // A gateway that has lost the server behind it answers as well.
    return fresh.status >= 500 ? kept : fresh;
  } catch {
    return kept;
  }
}

/** Browsers of before 2022 wait as long as the network makes them. */
function patience(): AbortSignal | null {
  return AbortSignal.timeout?.(PATIENCE) ?? null;
}

async function keep(paths: string[], until: number): Promise<void> {
  const cache = await caches.open(CACHE);
  for (const path of paths) {
    const url = new URL(path, scope.location.origin).href;
    // A script is the one that the page has just loaded; a page is asked for anew.
    const fresh = await fetch(url, { cache: path.startsWith('/aset/') ? 'default' : 'no-store' });
    if (!fresh.ok || fresh.redirected) throw new Error(`${path}: ${fresh.status}`);
    await put(cache, url, fresh, until);
  }
}

async function put(cache: Cache, url: string, fresh: Response, until: number): Promise<void> {
  const headers = new Headers(fresh.headers);
  headers.set(UNTIL, String(until));
  await cache.put(url, new Response(await fresh.blob(), { status: 200, headers }));
}

async function forget(paths: string[] | null): Promise<void> {
  if (paths === null) return void (await caches.delete(CACHE));
  const cache = await caches.open(CACHE);
  for (const path of paths) await cache.delete(new URL(path, scope.location.origin).href);
}

/** What we use of ServiceWorkerGlobalScope: the types of workers and of pages cannot stand in one program. */
interface Scope {
  location: Location;
  clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(kind: 'install' | 'activate', hear: (event: Lasting) => void): void;
  addEventListener(kind: 'message', hear: (event: Lasting & MessageEvent) => void): void;
  addEventListener(
    kind: 'fetch',
    hear: (event: Lasting & { request: Request; respondWith(answer: Promise<Response>): void }) => void,
  ): void;
}

interface Lasting {
  waitUntil(work: Promise<unknown>): void;
}
