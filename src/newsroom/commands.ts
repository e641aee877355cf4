import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Command } from '../platform/command.ts';
import type { Lang } from '../platform/i18n.ts';
import { Refusal } from '../platform/refusal.ts';
import { checkAside } from './aside/check-aside.ts';
import type { Checked } from './aside/check-given.ts';
import { kindOf } from './checker/files/kind-of.ts';
import { DOCUMENT_LIMIT, readDocument } from './checker/files/read-document.ts';
import { checkDocument } from './checker/index.ts';
import { t } from './checker/messages.ts';
import { printCheck } from './checker/print-check.ts';
import { isoDate } from './checker/read/calendar.ts';
import type { CheckOptions } from './checker/types.ts';

/** Needs no database and no configuration. Exit code 0 when the check ran, findings or not; 2 on bad input. */
export const lawCheckCommand: Command = {
  name: 'law check',
  usage: 'FILE [--on DATE] [--lang id|en] [--json]',
  summary:
    'Checks a circular, a pledge text or an article (TXT, HTML, DOCX, PDF with text): citations, dates, points, terms; as of DATE (YYYY-MM-DD) or of the day that the text gives. Positions are UTF-16 units. Findings do not make it fail.',
  async run(args, io) {
    const lang: Lang = args[args.indexOf('--lang') + 1] === 'en' ? 'en' : 'id';
    try {
      io.stdout.write(`${await check(args, lang)}\n`);
      return 0;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      io.stderr.write(`${t(lang)(error.code as Parameters<ReturnType<typeof t>>[0], error.params)}\n`);
      return 2;
    }
  },
};

async function check(args: string[], lang: Lang): Promise<string> {
  const { values, positionals } = parse(args);
  if (values.help) return t(lang)('newsroom.check.cli.help');
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new Refusal('newsroom.check.cli.usage');
  if (values.lang !== undefined && !/^(?:id|en)$/.test(values.lang)) {
    throw new Refusal('newsroom.check.cli.lang', 422, { lang: values.lang });
  }
  const on = values.on === undefined ? undefined : validDate(values.on);
  const options: CheckOptions = { lang, ...(on ? { on } : {}) };
  const { text, result } = await checked(await bytesOf(file), file, options);
  return values.json ? JSON.stringify(result, null, 2) : printCheck(text, result, lang);
}

/** A PDF in a thread of its own, which ends in time and by its memory whatever the file does. */
async function checked(bytes: Uint8Array, name: string, options: CheckOptions): Promise<Checked> {
  if (kindOf(bytes, name) === 'pdf') {
    const given = { bytes: new Uint8Array(bytes), name, limit: DOCUMENT_LIMIT };
    return checkAside(given, options).catch((error) => {
      // A page speaks of waiting and of other people's files; here is one person with one file.
      const aside = error instanceof Refusal && error.code.startsWith('newsroom.given.');
      throw aside ? new Refusal('newsroom.check.file.tooSlow', 422) : error;
    });
  }
  const text = await readDocument(bytes, name);
  return { text, result: checkDocument(text, options) };
}

function parse(args: string[]) {
  const options = {
    on: { type: 'string' },
    json: { type: 'boolean' },
    lang: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch {
    const option = args.find((arg) => arg.startsWith('-') && !/^(?:--on|--json|--lang|--help|-h)$/.test(arg));
    throw option
      ? new Refusal('newsroom.check.cli.option', 422, { option })
      : new Refusal('newsroom.check.cli.usage');
  }
}

function validDate(text: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const date = isoDate(Number(year), Number(month), Number(day));
  if (!date) throw new Refusal('newsroom.check.cli.date', 422, { date: text });
  return date;
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch {
    throw new Refusal('newsroom.check.file.absent', 404, { file });
  }
}
