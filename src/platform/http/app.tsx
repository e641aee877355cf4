import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { getCookie } from 'hono/cookie';
import { csrf } from 'hono/csrf';
import { urls } from '../../urls.ts';
import { isApi, problem } from '../api/problem.ts';
import type { Config } from '../config.ts';
import { isConnectionLoss, narrowTo, OutcomeUnknown, outOfReach } from '../db/index.ts';
import { Notice } from '../html/parts.view.tsx';
import { refusalText } from '../i18n.ts';
import { t } from '../messages.ts';
import { Refusal } from '../refusal.ts';
import { peerOf } from './address.ts';
import { apartLang, inLang, isApart, keepOrigins } from './apart.ts';
import { assetRoutes } from './assets.ts';
import { sendSafeHeaders } from './headers.ts';
import { show, wantsJson } from './respond.tsx';
import type { App, Ctx, Env } from './visit.ts';

const MB = 1024 * 1024;

/** What a browser on this machine never sends; a proxy that is not told otherwise sends some of them. */
const PROXY_HEADERS = [
  ...['forwarded', 'via', 'x-real-ip', 'cf-connecting-ip', 'true-client-ip'],
  ...['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto'],
];
const OWN_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/** The bare application: headers, limits, language, and the one border where refusals become pages. */
export function createApp(config: Config, log: (line: string) => void): App {
  const app = new Hono<Env>();
  const compressed = compress();
  app.use((c, next) => outOfReach(() => reaching(c, next)));
  app.use(async (c, next) => {
    await next();
    if (!c.get('whole')) await compressed(c, async () => {});
  });
  // Outside the page's own headers, which would otherwise be written last.
  app.use(async (c, next) => {
    await next();
    if (c.get('alone')) c.header('Content-Security-Policy', "default-src 'none'; sandbox");
  });
  sendSafeHeaders(app, config);
  app.use(async (c, next) => {
    if (config.proxies) c.set('proxies', config.proxies);
    const apart = isApart(c.req.path);
    c.set('visit', {
      lang: apartLang(apart ? c.req.query('bahasa') : getCookie(c, 'bahasa')),
      account: null,
      apart,
      get local() {
        return isLocal(c, config);
      },
    });
    await next();
    if (!c.get('whole') && !c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
  });
  keepOrigins(app, config);
  app.use(limit());
  const ownForms = csrf({ origin: (origin, c) => isOwn(origin, config.publicUrl, c.req.url) });
  // Programs send a token with each request, never a cookie: nobody's browser can be made to.
  app.use((c, next) => {
    if (isApart(c.req.path)) {
      if (fromElsewhere(c)) throw new Refusal('platform.crossSite', 403);
      return next();
    }
    return isApi(c) ? next() : ownForms(c, next);
  });
  assetRoutes(app);
  app.get(urls.language, (c) => {
    const lang = c.req.param('lang') === 'en' ? 'en' : 'id';
    c.header('Set-Cookie', `bahasa=${lang}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly`);
    return c.redirect(ownPath(c.req.query('ke')), 303);
  });
  app.notFound((c) => refused(c, new Refusal('platform.notFound', 404)));
  app.onError((error, c) => fault(c as Ctx, error, log));
  return app;
}

/** What is public of one institution is asked as that institution; its work pages wait until it is known who asks. */
function reaching({ req }: Ctx, next: () => Promise<void>): Promise<void> {
  const agency = /^\/(?:v|log|rilis|saksi\/kejadian)\/([^/]+)\/./.exec(req.path)?.[1];
  if (agency) narrowTo(agency);
  return next();
}

/**
 * Where nobody is known by their browser, and careful ones hide where a form comes from: by the one header that hides
 * nothing and that no page can set. Attacker: a site that posts a form filled in by it, under whose code a reporter goes on.
 */
function fromElsewhere({ req }: Ctx): boolean {
  const from = req.header('sec-fetch-site');
  return req.method !== 'GET' && req.method !== 'HEAD' && (from === 'cross-site' || from === 'same-site');
}

/** Addresses are parsed only where they do not agree letter for letter. */
function isOwn(origin: string, publicUrl: string | undefined, url: string): boolean {
  if (publicUrl) return origin === publicUrl;
  const spelled = /^https?:\/\/[^/]+$/.test(origin) && url.startsWith(`${origin}/`);
  return spelled || origin === new URL(url).origin;
}

/** Only a path of ours, never another site's address. Browsers drop tabs and line ends: `/\t/` is `//` to them. */
export function ownPath(path: string | undefined): string {
  return path && /^\/(?![/\\])\P{Cc}*$/u.test(path) ? path : '/';
}

/** Only staff send large files. Attacker: anybody, whose form is read before it is refused. */
function limit() {
  const upTo = (megabytes: number, room = 0) =>
    bodyLimit({
      maxSize: megabytes * MB + room,
      onError: (c) => refused(c as Ctx, new Refusal('platform.tooLarge', 413, { limit: `${megabytes} MB` })),
    });
  const [plain, publicFile, staffFile] = [upTo(1), upTo(5, MB), upTo(50, 2 * MB)];
  // Goes to the disk as it comes (agencies/stream/upload.ts).
  const rosterFile = upTo(2048, MB);
  const roster = /^\/kerja\/[^/]+\/pegawai\/aliran$/;
  return (c: Ctx, next: () => Promise<void>) => {
    if (isKnownSmall(c)) return next();
    if (!c.req.header('content-type')?.startsWith('multipart/form-data')) return plain(c, next);
    if (roster.test(c.req.path)) return rosterFile(c, next);
    return (c.req.path.startsWith('/kerja/') ? staffFile : publicFile)(c, next);
  };
}

/**
 * A body whose length was told beforehand, and is short: Node reads no byte more. The limits above would make a stream
 * of it first, which costs as much as all the rest of a small form.
 */
function isKnownSmall({ req }: Ctx): boolean {
  const length = req.header('content-length') ?? '';
  return req.header('transfer-encoding') === undefined && /^\d{1,6}$/.test(length);
}

/**
 * From this machine by its own name: a proxy's header or another host name (DNS rebinding) is not local. Where people
 * come by another name (IKRAR_URL) nobody is: a proxy as nginx has it by default tells neither host nor visitor.
 */
function isLocal(c: Ctx, { publicUrl, proxies }: Config): boolean {
  if (proxies || (publicUrl && !OWN_NAMES.includes(new URL(publicUrl).hostname))) return false;
  if (PROXY_HEADERS.some((name) => c.req.header(name) !== undefined)) return false;
  if (!OWN_NAMES.includes(new URL(c.req.url).hostname)) return false;
  const address = peerOf(c);
  return address === '127.0.0.1' || address === '::1' || address === '::ffff:127.0.0.1';
}

/** What a person may do wrong, on a page that says what to do. */
export function refused(c: Ctx, refusal: Refusal): Response {
  if (isApi(c)) return problem(c, refusal);
  const { lang } = c.get('visit');
  const tr = t(lang);
  const text = refusalText(lang, refusal);
  const title = tr(refusal.status === 404 ? 'platform.notFoundTitle' : 'platform.refusedTitle');
  if (refusal.status === 503 || refusal.status === 429) c.header('Retry-After', '2');
  if (wantsJson(c)) return c.json({ code: refusal.code, message: text }, refusal.status);
  return show(c, {
    title,
    narrow: true,
    status: refusal.status,
    body: (
      <>
        <h1>{title}</h1>
        <Notice tone="warn">
          <p>{text}</p>
        </Notice>
        <p class="row">
          {waysOn(c, refusal.status).map(([href, key]) => (
            <a key={key} href={href}>
              {tr(key)}
            </a>
          ))}
        </p>
      </>
    ),
  });
}

/** Links out of a refusal: to sign in, back to the form or the page above it, and to the front page. */
function waysOn(c: Ctx, status: number): (readonly [string, Parameters<ReturnType<typeof t>>[0]])[] {
  const { apart, lang } = c.get('visit');
  if (apart) return [[inLang(lang, urls.report), 'platform.toFront']];
  const front = ['/', 'platform.toFront'] as const;
  if (status === 401) return [['/masuk', 'platform.signIn'], front];
  const above = status === 403 ? null : pageAbove(c, status);
  return above ? [[above, 'platform.back'], front] : [front];
}

/** Only from the pages of an institution, whose paths are nested: a form's own page, else what it belongs to. */
function pageAbove({ req }: Ctx, status: number): string | null {
  const inside = /^(\/kerja\/(?!hukum\/)[^/]+)(\/[^/]+\/[^/]+)?(\/.*)?$/.exec(req.path);
  if (!inside) return null;
  const [path, agency, thing, below] = inside;
  if (status === 404) return path === agency ? null : (agency as string);
  if (req.method === 'POST') return path;
  return thing && below ? `${agency}${thing}` : (agency as string);
}

function fault(c: Ctx, error: Error, log: (line: string) => void): Response {
  if (error instanceof Refusal) {
    if (error.cause instanceof Error)
      log(`${error.code} ${c.req.method} ${c.req.routePath}: ${indented(error.cause.message)}`);
    return refused(c, error);
  }
  if ('getResponse' in error && (error as { status?: number }).status === 403)
    return refused(c, new Refusal('platform.crossSite', 403));
  if (isUnreadable(error)) return refused(c, new Refusal('platform.unreadable', 400));
  if (isConnectionLoss(error) || error instanceof OutcomeUnknown) {
    log(`database away ${c.req.method} ${c.req.routePath}: ${indented(error.message)}`);
    return refused(c, new Refusal('platform.databaseAway', 503));
  }
  const id = randomBytes(4).toString('hex');
  log(`fault ${id} ${c.req.method} ${c.req.routePath}: ${indented(error.stack ?? error.message)}`);
  if (isApi(c)) return problem(c, { code: 'platform.fault', params: { id } });
  const tr = t(c.get('visit').lang);
  if (wantsJson(c)) return c.json({ code: 'platform.fault', message: tr('platform.fault', { id }) }, 500);
  return show(c, {
    title: tr('platform.faultTitle'),
    narrow: true,
    status: 500,
    body: (
      <>
        <h1>{tr('platform.faultTitle')}</h1>
        <p>{tr('platform.fault', { id })}</p>
      </>
    ),
  });
}

/** Bytes that no form of ours sends: a NUL in a text (SQLSTATE 22021, in JSON 22P05), or a form that is none. */
function isUnreadable(error: Error): boolean {
  const { code } = error as { code?: unknown };
  return (
    code === '22021' ||
    code === '22P05' ||
    (error instanceof TypeError && error.message === 'Failed to parse body as FormData.')
  );
}

/** Attacker: an error that quotes what was sent must not begin a line of the log, nor speak to the terminal. */
function indented(text: string): string {
  return text.replace(/\s*\n\s*/g, '\n    ').replace(/[^\P{Cc}\n]/gu, '\ufffd');
}
