/** What is told of an event: kind, ids and time. Names and numbers of people never leave this way. */
export interface Told {
  id: string;
  agencyId: string;
  kind: string;
  subject: string;
  at: Date;
}

/** The body, byte for byte as it is signed (docs/formats/webhook.md). */
export function payload({ id, agencyId, kind, subject, at }: Told): string {
  return JSON.stringify({ id, kind, agency: agencyId, subject, at: at.toISOString() });
}
