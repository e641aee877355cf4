import { enter, isClaimed, startSession } from '../../access/index.ts';
import { REGIONS } from '../../elections/index.ts';
import { forAll } from '../../platform/db/index.ts';
import { lineField, oneLine } from '../../platform/http/form.ts';
import { show } from '../../platform/http/respond.tsx';
import type { App, Ctx } from '../../platform/http/visit.ts';
import { messageOf } from '../../platform/i18n.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { urls } from '../../urls.ts';
import { LEVELS, ZONES } from '../agency.ts';
import { type Claim, claimInstallation } from '../claim.ts';
import { t } from '../messages.ts';
import { parseRegionCode } from '../roster/index.ts';
import { ClaimPage, type ClaimTyped } from './claim.view.tsx';
import { field } from './staff.ts';

export const EMPTY: ClaimTyped = {
  ...{ name: '', level: 'kabupaten', regionCode: '', zone: 'Asia/Jakarta', place: '', letterhead: '' },
  ...{ personName: '', username: '' },
};

const FIELD_OF: Readonly<Record<string, string>> = {
  'access.usernameForm': 'username',
  'access.usernameTaken': 'username',
  'access.passwordShort': 'password',
};

const LONGEST = 200;

/** Taking the installation as one's own: once, and only from the machine that it runs on. */
export function claimPages(app: App, platform: Platform): void {
  const { pool, now } = platform;
  app.get(urls.claim, async (c) => {
    await mayClaim(c, platform);
    return form(c, EMPTY, {});
  });

  app.post(urls.claim, async (c) => {
    await mayClaim(c, platform);
    const body = await c.req.parseBody();
    const typed = readTyped(body);
    const { errors, claim } = check(c, typed, String(body.password ?? ''));
    if (!claim) return form(c, typed, errors);
    try {
      const { accountId } = await forAll(() => claimInstallation(pool, claim, now()));
      return enter(c, platform, await startSession(pool, accountId, now()));
    } catch (error) {
      const at = error instanceof Refusal ? FIELD_OF[error.code] : undefined;
      if (!(error instanceof Refusal) || !at) throw error;
      return form(c, typed, { [at]: said(c, error.code) });
    }
  });
}

/** Attacker: whoever reaches a fresh installation over the network before its owner does. */
async function mayClaim(c: Ctx, { pool }: Platform): Promise<void> {
  if (!c.get('visit').local) throw new Refusal('agencies.claimOnlyHere', 403);
  if (await isClaimed(pool)) throw new Refusal('access.alreadyClaimed', 409);
}

const PROVINCES = new Set(REGIONS.filter(({ level }) => level === 'province').map(({ code }) => code));

export function readTyped(body: Record<string, unknown>): ClaimTyped {
  const line = (name: string) => lineField(body, name);
  return {
    ...{ name: line('name'), level: line('level'), regionCode: line('regionCode'), zone: line('zone') },
    ...{
      place: line('place'),
      letterhead: field(body, 'letterhead').slice(0, 2000),
      personName: line('personName'),
    },
    username: line('username').toLowerCase(),
  };
}

export function check(
  c: Ctx,
  typed: ClaimTyped,
  password: string,
): { errors: Record<string, string>; claim: Claim | null } {
  const errors: Record<string, string> = {};
  const level = LEVELS.find((known) => known === typed.level);
  const zone = ZONES.find((known) => known === typed.zone);
  const region = typed.regionCode ? parseRegionCode(typed.regionCode) : null;
  const letterhead = typed.letterhead.split(/\r?\n/).map(oneLine).filter(Boolean);
  if (typed.name.length < 3 || typed.name.length > 200) errors.name = said(c, 'agencies.claimNameLength');
  if (!level) errors.level = said(c, 'agencies.claimLevelMissing');
  if (!zone) errors.zone = said(c, 'agencies.claimZoneMissing');
  if (region && !region.ok) errors.regionCode = said(c, `agencies.roster.${region.code}`);
  if (region?.ok && !PROVINCES.has(region.code.slice(0, 2)))
    errors.regionCode = said(c, 'agencies.claimNoProvince');
  if (letterhead.length > 6 || letterhead.some((line) => line.length > LONGEST))
    errors.letterhead = said(c, 'agencies.claimLetterheadLong');
  if (typed.personName === '') errors.personName = said(c, 'agencies.claimPersonMissing');
  if (!/^[a-z0-9][a-z0-9._-]{2,39}$/.test(typed.username)) errors.username = said(c, 'access.usernameForm');
  if (password.length < 10) errors.password = said(c, 'access.passwordShort');
  if (!level || !zone || Object.keys(errors).length > 0) return { errors, claim: null };
  const officer = { name: typed.personName, username: typed.username, password };
  const lines = letterhead.length > 0 ? letterhead : [typed.name];
  const { name, place } = typed;
  const regionCode = region?.ok ? region.code : null;
  return {
    errors,
    claim: { name, level, zone, regionCode, place: place || null, letterhead: lines, officer },
  };
}

function said(c: Ctx, code: string): string {
  return messageOf(c.get('visit').lang, code) ?? code;
}

function form(c: Ctx, typed: ClaimTyped, errors: Record<string, string>): Response {
  const { lang } = c.get('visit');
  return show(c, {
    title: t(lang)('agencies.claimTitle'),
    narrow: true,
    status: Object.keys(errors).length > 0 ? 422 : 200,
    body: <ClaimPage {...{ lang, typed, errors }} />,
  });
}
