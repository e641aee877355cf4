import { type Recipient, utf8 } from '../seal/index.ts';
import { type Mode, receiversOf, type Written } from './sealed-report.ts';

const MODES: readonly Mode[] = ['anonymous', 'confidential', 'identified'];
/** Of the largest padded text that a report may have, with room for the notes of its files. */
const MOST_BYTES = 56 * 1024;

/** A field of the form and the code of what is wrong with it. */
export type Wrong = Readonly<Record<string, `reporting.${string}`>>;

/** What stands in the form, in the browser and on the server alike. */
export function writtenIn(form: FormData): Written {
  const text = (name: string, most = 60_000) => {
    const value = form.get(name);
    return typeof value === 'string' ? value.normalize('NFC').replaceAll('\0', '').trim().slice(0, most) : '';
  };
  const mode = text('mode') as Mode;
  const topic = text('topic', 60);
  return {
    report: {
      what: text('what'),
      who: { name: text('name', 300), post: text('post', 300), unit: text('unit', 300) },
      when: text('when', 500),
      where: text('where', 500),
      how: text('how', 4000),
      ...(/^[a-z][a-z0-9-]*$/.test(topic) ? { topic } : {}),
    },
    mode,
    identity:
      mode === 'anonymous'
        ? { name: '', contact: '' }
        : { name: text('ownName', 200), contact: text('contact', 500) },
    involved: [...new Set(form.getAll('involved').filter((value) => typeof value === 'string'))].slice(0, 40),
  };
}

export function wrongIn(written: Written, recipients: readonly Recipient[]): Wrong {
  const { report, mode, identity, involved } = written;
  const { team, custodians } = receiversOf(recipients, involved);
  return {
    ...(report.what === '' ? { what: 'reporting.missing' as const } : {}),
    ...(utf8(JSON.stringify(report)).length > MOST_BYTES ? { what: 'reporting.tooLong' as const } : {}),
    ...(MODES.includes(mode) ? {} : { mode: 'reporting.modeUnknown' as const }),
    ...(mode === 'confidential' && custodians.length === 0 ? { mode: 'reporting.noCustodian' as const } : {}),
    ...(mode !== 'anonymous' && MODES.includes(mode) && identity.name === ''
      ? { ownName: 'reporting.nameMissing' as const }
      : {}),
    ...(team.length === 0 ? { involved: 'reporting.nobodyLeft' as const } : {}),
  };
}
