import type { ClientBase } from 'pg';
import { exec } from '../../platform/db/index.ts';
import { happened } from '../../platform/events.ts';
import { newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { openDoor } from '../door/door.ts';
import { codeOf, hashOf, sql } from './screen.ts';

const HOUR = 3_600_000;
const MOST_HOURS = 24;

/** Opens the screen of a site, and its door, for one to 24 hours. @returns its identifier */
export async function openScreen(
  client: ClientBase,
  platform: Platform,
  of: { agencyId: string; ceremonyId: string; site: string | null; hours: number; by: string },
): Promise<string> {
  const { agencyId, ceremonyId, site, by } = of;
  const now = platform.now();
  const id = newId(now);
  const expires = new Date(now.getTime() + Math.min(Math.max(of.hours, 1), MOST_HOURS) * HOUR);
  const doorCode = await openDoor(client, { agencyId, ceremonyId, site, until: expires, by }, now);
  const screenHash = hashOf(platform, codeOf(platform, { agencyId, id }, 'screen'));
  const clickerHash = hashOf(platform, codeOf(platform, { agencyId, id }, 'clicker'));
  const row = { agencyId, id, ceremonyId, site, doorCode, screenHash, clickerHash, by, now, expires };
  await exec(client, sql.addScreen, row);
  const data = { site, until: expires.toISOString() };
  await happened(client, { agencyId, at: now, actor: by, kind: 'screen.opened', subject: ceremonyId, data });
  return id;
}
