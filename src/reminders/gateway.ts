import { createHmac } from 'node:crypto';
import { hookSignature } from '../platform/hook-signature.ts';
import { postOut } from '../platform/outbound.ts';
import type { Platform } from '../platform/platform.ts';
import type { Outcome } from './message.ts';
import type { Plan } from './plan.ts';

/** What a gateway is told, and no more: it knows by the person's id, from its own list, where to send. */
export interface GatewayMessage {
  /** The same for every try of one message. */
  id: string;
  kind: 'reminder' | 'test';
  /** The how-maniest to this person. */
  number: number;
  institution: { id: string; name: string };
  campaign: { id: string; title: string; deadline: string };
  person: { id: string; name: string };
  link: string | null;
  text: { id: string; en: string };
}

const PATIENCE_MS = 10_000;

/** Posts one message, signed. It counts as sent once the gateway has answered with success. */
export async function postMessage(
  platform: Platform,
  plan: Pick<Plan, 'hookUrl' | 'hookSerial'>,
  message: GatewayMessage,
): Promise<Outcome> {
  const body = JSON.stringify(message);
  const secret = gatewaySecret(platform, message.institution.id, message.campaign.id, plan.hookSerial);
  const at = Math.floor(platform.now().getTime() / 1000);
  const sent = await postOut({
    address: plan.hookUrl ?? '',
    headers: {
      'Content-Type': 'application/json',
      'Ikrar-Signature': hookSignature([secret], at, body),
      'Idempotency-Key': message.id,
    },
    body,
    allowPrivate: platform.config.privateHooks === true,
    timeoutMs: PATIENCE_MS,
  });
  if (sent.ok) return { ok: true };
  if ('fault' in sent) return { ok: false, fault: 'server', why: sent.fault };
  // Of this person alone: not known there, no longer there, cannot be written to.
  const refused = [404, 410, 422].includes(sent.status);
  return { ok: false, fault: refused ? 'refused' : 'server', why: `HTTP-${sent.status}` };
}

/** Derived, in no table; a new serial makes a new one. */
export function gatewaySecret(
  platform: Platform,
  agencyId: string,
  campaignId: string,
  serial: number,
): string {
  const text = ['ikrar/reminder-gateway/v1', agencyId, campaignId, serial].join('\n');
  return createHmac('sha256', platform.secret('reminder')).update(text).digest('base64url');
}
