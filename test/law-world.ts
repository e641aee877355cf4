import type { Pool } from 'pg';
import { agenciesOf } from '../src/agencies/index.ts';
import type { CitedHere } from '../src/law/index.ts';
import { lawPages } from '../src/law/pages/index.ts';
import type { App } from '../src/platform/http/visit.ts';
import type { Platform } from '../src/platform/platform.ts';
import { testApp } from './staff.ts';

const nobody: CitedHere = async () => [];

/** The pages of law over a test database. */
export function lawApp(pool: Pool, now: Date, citedHere = nobody): { app: App; platform: Platform } {
  const made = testApp(pool, now);
  lawPages(made.app, made.platform, { institutions: (ids) => agenciesOf(pool, ids), citedHere });
  return made;
}
