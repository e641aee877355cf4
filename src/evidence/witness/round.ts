import { z } from 'zod';
import { exec, many } from '../../platform/db/index.ts';
import {
  consistencyProof,
  formatWitnessVkey,
  type PolicyWitness,
  signatureLine,
} from '../../verify/index.ts';
import { holdsLease } from '../lease.ts';
import { tileReader } from '../log/tile-reader.ts';
import { lastCheckpoint } from '../store.ts';
import { type Asking, NewestHead } from './asking.ts';
import { keepIncident } from './incident.ts';
import { offer, type Said } from './offer.ts';
import { witnessSql } from './store.ts';

const SIDE_BY_SIDE = 8;

/**
 * Offers the newest head of every log to every witness that has not cosigned it: all at the same time, so that one
 * head gathers them all, and none of them waits for another. A process that has just started asks once more about heads
 * cosigned before: so a log that was set back is found before it grows.
 * @returns how many heads a witness cosigned. @throws AggregateError of the logs that failed, after the others
 */
export async function askAll(asking: Asking): Promise<number> {
  const waiting = await many(asking.platform.pool, witnessSql.newestHeads, {}, NewestHead);
  let cosigned = 0;
  const failed: Error[] = [];
  const work = async () => {
    for (let head = waiting.shift(); head && !asking.patience.stop.aborted; head = waiting.shift())
      cosigned += await askAbout(asking, head).catch((error: Error) => {
        asking.resting.failed(head?.origin ?? '', asking.platform.now());
        return failed.push(error) && 0;
      });
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
  if (failed.length > 0) throw new AggregateError(failed, failed.map(({ message }) => message).join('; '));
  return cosigned;
}

async function askAbout(asking: Asking, head: NewestHead): Promise<number> {
  const now = asking.platform.now();
  if (asking.resting.rests(head.origin, now)) return 0;
  const due = asking.witnesses.policy.witnesses.filter((witness) => {
    const place = placeOf(witness, head);
    if (witness.url === null || asking.confirmed.get(place) === head.size) return false;
    return !asking.resting.rests(witness.name, now) && !asking.resting.rests(place, now);
  });
  if (due.length === 0 || !(await holdsLease(witnessSql.takeLease, asking, head))) return 0;
  const sizes = await lastSizes(asking, head);
  const answers = await Promise.all(
    due.map((witness) => askWitness(asking, head, witness, sizes.get(vkeyOf(witness)) ?? 0)),
  );
  return answers.filter(Boolean).length;
}

/** @returns whether it cosigned */
async function askWitness(
  asking: Asking,
  head: NewestHead,
  witness: PolicyWitness,
  known: number,
): Promise<boolean> {
  let old = known;
  let answer = await offerFrom(asking, head, witness, old);
  if (answer.said === 'holds' && answer.size !== old && answer.size <= head.size) {
    old = answer.size;
    answer = await offerFrom(asking, head, witness, old);
  }
  if (answer.said === 'cosigned') {
    await keep(asking, head, witness, answer.cosignature);
    return true;
  }
  if (asking.patience.stop.aborted || (await isOutrun(asking, head, answer))) return false;
  const { resting, platform } = asking;
  const silent = answer.said === 'nothing';
  const news = resting.failed(silent ? witness.name : placeOf(witness, head), platform.now());
  if (news) asking.log(`witness ${witness.name}, ${head.origin}: ${sayingOf(answer)}`);
  if (answer.said !== 'nothing') await keepIncident(asking, head, witness, answer, old);
  return false;
}

async function offerFrom(
  asking: Asking,
  head: NewestHead,
  witness: PolicyWitness,
  old: number,
): Promise<Said> {
  const from = Math.min(old, head.size);
  const proof = await consistencyProof(from, head.size, tileReader(asking.platform.pool, head));
  return offer(witness, head.note, from, proof, asking.patience);
}

async function keep(
  { platform, confirmed, resting, log }: Asking,
  head: NewestHead,
  witness: PolicyWitness,
  { line, time }: Extract<Said, { said: 'cosigned' }>['cosignature'],
): Promise<void> {
  const { agencyId, campaignId, size } = head;
  await exec(platform.pool, witnessSql.addCosignature, {
    ...{ agencyId, campaignId, size, witness: vkeyOf(witness), line: signatureLine(line) },
    ...{ cosignedAt: new Date(time * 1000), now: platform.now() },
  });
  confirmed.set(placeOf(witness, head), size);
  const back = [resting.well(witness.name), resting.well(placeOf(witness, head))];
  if (back.includes(true)) log(`witness ${witness.name} cosigns again`);
}

/** Another process, or the publisher, was faster: the witness holds a newer head of ours, and that is as it should be. */
async function isOutrun({ platform }: Asking, head: NewestHead, answer: Said): Promise<boolean> {
  if (answer.said !== 'holds' || answer.size <= head.size) return false;
  const newest = await lastCheckpoint(platform.pool, head.agencyId, head.campaignId);
  return newest !== null && newest.size >= answer.size;
}

const LastSize = z.object({ witness: z.string(), size: z.number().nullable() });

async function lastSizes({ platform, witnesses }: Asking, head: NewestHead): Promise<Map<string, number>> {
  const { agencyId, campaignId } = head;
  const asked = { agencyId, campaignId, witnesses: witnesses.vkeys };
  const rows = await many(platform.pool, witnessSql.lastSizes, asked, LastSize);
  return new Map(rows.map(({ witness, size }) => [witness, size ?? 0]));
}

function vkeyOf({ key }: PolicyWitness): string {
  return formatWitnessVkey(key);
}

function placeOf({ name }: PolicyWitness, { origin }: NewestHead): string {
  return `${name} ${origin}`;
}

function sayingOf(answer: Exclude<Said, { said: 'cosigned' }>): string {
  if (answer.said === 'nothing') return `no answer (${answer.why})`;
  if (answer.said === 'holds') return `it holds size ${answer.size}`;
  return answer.said === 'refused' ? `refused with ${answer.status}` : 'an answer that is no cosignature';
}
