import { compilePact, type OpenRecord, openInFrame, openRecord, type PactTemplate } from './pdf/index.ts';

/** A record with the template of its campaign's pact. */
export interface OpenPact extends OpenRecord {
  readonly template: PactTemplate;
}

/** The static parts of pacts, compiled once, the one used last in front; a few campaigns are signed at a time. */
const templates: PactTemplate[] = [];
const MOST = 32;

/** Reads a record; the template is found by the bytes that all records of its campaign share. @throws FormatError */
export function openPact(bytes: Buffer): OpenPact {
  for (const [at, template] of templates.entries()) {
    const opened = openInFrame(bytes, template.frame, template.shared);
    if (!opened) continue;
    if (at > 0) templates.unshift(...templates.splice(at, 1));
    return { ...opened, template };
  }
  const template = compilePact(openRecord(bytes).record);
  templates.splice(MOST - 1);
  templates.unshift(template);
  const opened = openInFrame(bytes, template.frame, template.shared);
  if (!opened) throw new Error('a record does not stand in its own frame');
  return { ...opened, template };
}
