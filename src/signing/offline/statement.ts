/**
 * Every text that a prepared device signs or binds, for the device as for the server: it imports nothing. The bytes are
 * their UTF-8. `docs/formats/offline.md`
 */

/** `typedName` as it will be sealed: {@link sealedName} of what was typed. */
export interface Statement {
  agency: string;
  campaign: string;
  /** Digest of the pact. */
  text: string;
  /** As the person is called in the pack. */
  name: string;
  typedName: string;
  drawing: string | null;
  /** The device's clock, `2024-09-18T01:02:03.004Z`. */
  at: string;
  seq: number;
  /** The tablet; null for a person's own phone. */
  device: string | null;
}

/** What the device signs of one person's act. Members stand in canonical order, all strings in NFC. */
export function statementText(said: Statement): string {
  const { agency, at, campaign, device, drawing, name, seq, text, typedName } = said;
  const format = 'ikrar/offline-act/v1';
  return JSON.stringify({ agency, at, campaign, device, drawing, format, name, seq, text, typedName });
}

/** What is hashed of the items of a queue as they are sent. */
export function itemsText(items: readonly { seq: number; sealed: string }[]): string {
  return JSON.stringify(items.map(({ sealed, seq }) => ({ sealed, seq })));
}

/** What the device signs of one sending. `sha256`: of {@link itemsText}, in lower-case hexadecimal. */
export function sendingText(
  { agency, tablet, sentAt }: { agency: string; tablet: string; sentAt: string },
  sha256: string,
): string {
  return `ikrar/queue/v1\n${agency}\n${tablet}\n${sentAt}\n${sha256}`;
}

/** Additional data of AES-GCM: for the pack's key, the pack's contents, and an item of the queue. */
export const bound = {
  key: (tablet: string, rounds: number) => `ikrar/pack-key/v1\n${tablet}\n${rounds}`,
  pack: (tablet: string, expires: string) => `ikrar/pack/v1\n${tablet}\n${expires}`,
  item: (tablet: string, seq: number) => `ikrar/queue-item/v1\n${tablet}\n${seq}`,
};
