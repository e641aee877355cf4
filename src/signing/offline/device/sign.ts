import type { QueueItem, QueueSent } from '../shapes.ts';
import { itemsText, type Statement, sendingText, statementText } from '../statement.ts';
import { hex, utf8 } from './bytes.ts';
import { signWith } from './keys.ts';

/** What a device says under its own signature about one person's act. */
export function signStatement(key: CryptoKey, said: Statement): Promise<string> {
  return signWith(key, statementText(said));
}

/** The queue under the device's signature, which stands for a cookie that may be gone. */
export async function signQueue(
  key: CryptoKey,
  { agency, tablet }: Pick<QueueSent, 'agency' | 'tablet'>,
  sentAt: string,
  items: QueueItem[],
): Promise<QueueSent> {
  const digest = hex(await crypto.subtle.digest('SHA-256', utf8(itemsText(items))));
  const signature = await signWith(key, sendingText({ agency, tablet, sentAt }, digest));
  return { format: 'ikrar/queue/v1', agency, tablet, sentAt, items, signature };
}
