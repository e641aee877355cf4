import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { exec, one, transaction } from '../../../platform/db/index.ts';
import { happened } from '../../../platform/events.ts';
import { sendMail } from '../../../platform/mail/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { pactToSign, type Signatory } from '../../may-sign.ts';
import type { SlipHolder } from '../../slip.ts';
import { requireWay } from '../way-setting.ts';
import { addressHash, CODE, codeHash, holderOf, mailAddressOf, sql } from './code.ts';
import { codeMail } from './mail.ts';

const HOUR = 3_600_000;
/** Codes an hour; and seconds between two for one person, unless the mail server refused the first. */
const MOST = { person: 5, address: 10 };
const PAUSE_S = 60;

/**
 * Makes a new code for this person and campaign, which ends every older one, and hands it to the mail server.
 * `mayAsk`: of whoever asks, and used up only by what the person's own limits let through: one slip must not use up what
 * a whole office shares. @throws Refusal signing.wayOff, noMail, codeSoon, codeOften, mailFailed, those of pactToSign
 */
export async function sendCode(
  platform: Platform,
  signatory: Signatory,
  mayAsk: () => boolean,
): Promise<void> {
  const { pool, config, now } = platform;
  const holder = holderOf(signatory);
  pactToSign(signatory, now());
  await requireWay(pool, holder.agencyId, holder.campaignId, 'code');
  const address = await mailAddressOf(platform, signatory);
  if (!address || !config.mail) throw new Refusal('signing.noMail', 409);
  const digits = String(randomInt(10 ** CODE.digits)).padStart(CODE.digits, '0');
  const serial = await keep(platform, holder, address, digits, mayAsk);
  try {
    await sendMail(config.mail, codeMail(signatory, address, digits));
  } catch (error) {
    await failed(platform, holder, serial, String((error as { code?: unknown }).code ?? 'unknown'));
    throw new Refusal('signing.mailFailed', 503);
  }
  await sent(platform, holder, serial);
}

const Asked = z.object({
  ofPerson: z.number(),
  ofAddress: z.number(),
  lastAt: z.date().nullable(),
});

/** Crash point: kept before it is sent, and good only once that is noted; a lost code is asked for again. */
async function keep(
  platform: Platform,
  holder: SlipHolder,
  address: string,
  digits: string,
  mayAsk: () => boolean,
): Promise<number> {
  const { pool } = platform;
  const { agencyId, personId } = holder;
  const now = platform.now();
  const hash = addressHash(platform, address);
  const since = new Date(now.getTime() - HOUR);
  // Before what was asked is counted: a code made in between then has this serial, and only one of two is kept.
  const last = await one(pool, sql.lastSerial, { ...holder }, z.object({ serial: z.number() }));
  const { ofPerson, ofAddress, lastAt } = await one(
    pool,
    sql.asked,
    { agencyId, personId, addressHash: hash, since },
    Asked,
  );
  if (ofPerson >= MOST.person || ofAddress >= MOST.address) throw new Refusal('signing.codeOften', 429);
  if (lastAt && now.getTime() - lastAt.getTime() < PAUSE_S * 1000) throw new Refusal('signing.codeSoon', 429);
  if (!mayAsk()) throw new Refusal('signing.codeOften', 429);
  const serial = last.serial + 1;
  const row = { ...holder, serial, codeHash: codeHash(platform, holder, digits), addressHash: hash, now };
  if ((await exec(pool, sql.addCode, row)) === 0) throw new Refusal('signing.codeSoon', 429);
  return serial;
}

async function sent({ pool, now }: Platform, holder: SlipHolder, serial: number): Promise<void> {
  const { agencyId, campaignId, personId: subject } = holder;
  const at = now();
  const event = { agencyId, at, actor: `person:${subject}`, subject, data: { campaignId } };
  await transaction(pool, async (client) => {
    await exec(client, sql.codeSent, { ...holder, serial, now: at });
    await happened(client, { ...event, kind: 'code.sent' });
  });
}

/** The officer sees in the audit trail why: such as EAUTH, ECONNECTION or ETIMEDOUT. */
async function failed(
  { pool, now }: Platform,
  holder: SlipHolder,
  serial: number,
  why: string,
): Promise<void> {
  const { agencyId, campaignId, personId: subject } = holder;
  const at = now();
  const event = { agencyId, at, actor: 'system', subject, data: { campaignId, why } };
  await transaction(pool, async (client) => {
    await exec(client, sql.codeFailed, { ...holder, serial, now: at });
    await happened(client, { ...event, kind: 'code.failed' });
  });
}
