import type { ClientBase } from 'pg';
import { unprintable } from '../../campaigns/index.ts';
import { exec, textArray } from '../../platform/db/index.ts';
import { happened } from '../../platform/events.ts';
import type { Platform } from '../../platform/platform.ts';
import { randomPart } from '../../platform/random.ts';
import { Refusal } from '../../platform/refusal.ts';
import { canonicalJson, FormatError, type MinutesContent, minutesContent } from '../../verify/index.ts';
import { absentNow } from './absent.ts';
import { factsNow } from './facts.ts';
import { type Draft, draftOf, type NewSigner, type Signer, signersOf, sql, type Where } from './minutes.ts';
import { signerCode, signerHash } from './signer-code.ts';
import type { Told } from './told.ts';

/**
 * Freezes what is known now as the draft after `draft`, which the page had shown (0: none). The same facts a second
 * time make no second draft.
 * @returns the number of the draft
 * @throws Refusal ceremonies.unknown (404), minutes.draftChanged (409), minutes.unprintable (409)
 */
export async function freezeMinutes(
  client: ClientBase,
  platform: Platform,
  where: Where & { by: string },
  { draft, told }: { draft: number; told: Told },
): Promise<number> {
  const { agencyId, ceremonyId, by } = where;
  const at = { agencyId, ceremonyId };
  await exec(client, sql.hold, at);
  const [newest, now] = [await draftOf(client, at), platform.now()];
  // The salt of the draft before, where its list is the same: only so are the same facts the same content.
  const list = await absentNow(client, at);
  const salt = newest && sameJson(newest.absent, list) ? newest.salt : randomPart(32);
  const content = await factsNow(client, at, told, { list, salt }, now);
  const signers = signersFor(content, told);
  if (newest && (await isSame(client, at, newest, content, signers))) return newest.draft;
  if ((newest?.draft ?? 0) !== draft) throw new Refusal('minutes.draftChanged', 409);
  const next = draft + 1;
  const digest = digestOf(content);
  const row = { ...at, draft: next, digest, salt, by, now };
  const json = { content: JSON.stringify(content), absent: JSON.stringify(list) };
  await exec(client, sql.addDraft, { ...row, ...json });
  await addSigners(client, platform, at, next, signers);
  const data = { draft: next, digest, signers: signers.length, absent: list.length };
  await happened(client, { agencyId, at: now, actor: by, kind: 'minutes.frozen', subject: ceremonyId, data });
  return next;
}

/** Who led the reading, who kept the minutes, and every witness from outside. */
function signersFor({ agency, officers }: MinutesContent, { witnesses }: Told): NewSigner[] {
  const of = (role: 'reader' | 'clerk', as: 'leader' | 'clerk') =>
    officers
      .filter((officer) => officer.role === role)
      .map(({ name, office, employer }) => ({
        ...{ role: as, name, office },
        institution: employer ?? agency.name,
      }));
  const outside = witnesses.map((one) => ({ role: 'witness' as const, ...one }));
  return [...of('reader', 'leader'), ...of('clerk', 'clerk'), ...outside];
}

/** The same but for the moment at which people were counted. */
async function isSame(
  client: ClientBase,
  at: Where,
  newest: Draft,
  content: MinutesContent,
  signers: readonly NewSigner[],
): Promise<boolean> {
  const before = await signersOf(client, at, newest.draft);
  const { asOf } = newest.content.counts;
  const counted = { ...content, counts: { ...content.counts, asOf } };
  return sameJson(newest.content, counted) && sameJson(before.map(asNew), signers.map(asNew));
}

function asNew({ role, name, office, institution }: Signer | NewSigner): NewSigner {
  return { role, name, office, institution };
}

function sameJson(one: unknown, other: unknown): boolean {
  return Buffer.compare(canonicalJson(one), canonicalJson(other)) === 0;
}

/** What no document can show is found before anybody signs it. */
function digestOf(content: MinutesContent): string {
  const char = unprintable(JSON.stringify(content).replaceAll('\\n', ' '));
  if (char) throw new Refusal('minutes.unprintable', 409, { what: char });
  try {
    return minutesContent(content);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    throw new Refusal('minutes.unprintable', 409, { what: String(error.params.field ?? error.code) });
  }
}

async function addSigners(
  client: ClientBase,
  platform: Platform,
  at: Where,
  draft: number,
  signers: readonly NewSigner[],
): Promise<void> {
  await exec(client, sql.addSigners, {
    ...{ ...at, draft },
    roles: signers.map(({ role }) => role),
    names: signers.map(({ name }) => name),
    offices: signers.map(({ office }) => office),
    institutions: textArray(signers.map(({ institution }) => institution)),
    hashes: signers.map((_, i) => signerHash(platform, signerCode(platform, { ...at, draft, seq: i + 1 }))),
  });
}
