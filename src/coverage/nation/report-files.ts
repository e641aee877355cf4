import { csvBytes, writeXlsx, type XlsxSheet } from '../../platform/files/index.ts';
import type { Lang } from '../../platform/i18n.ts';
import { t } from './messages.ts';
import { cellValue, type Report, type Sheet, type Value } from './report.ts';
import { reportPdf } from './report-pdf.ts';

export const FORMATS = ['xlsx', 'csv', 'json', 'pdf'] as const;
export type Format = (typeof FORMATS)[number];

const TYPES: Record<Format, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  pdf: 'application/pdf',
};

/** The report as a file; every format carries the moment, the source and the meanings with the figures. */
export async function reportFile(
  lang: Lang,
  report: Report,
  format: Format,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; type: string; name: string }> {
  const bytes = new Uint8Array(await bytesOf(lang, report, format));
  return { bytes, type: TYPES[format], name: `${report.file}.${format}` };
}

async function bytesOf(lang: Lang, report: Report, format: Format): Promise<Uint8Array> {
  if (format === 'xlsx') return workbook(lang, report);
  if (format === 'csv') return csvBytes([...csvRows(report)]);
  if (format === 'json') return Buffer.from(`${JSON.stringify(jsonOf(report), null, 1)}\n`);
  return reportPdf(lang, report);
}

function workbook(lang: Lang, report: Report): Promise<Uint8Array> {
  const tr = t(lang);
  const preamble = [report.title, ...report.facts.map(([label, text]) => `${label}: ${text}`)];
  const tables = report.sheets.map(
    (sheet): XlsxSheet => ({
      name: sheet.title,
      preamble,
      columns: sheet.columns.map(({ head, kind }) => ({
        header: kind === 'share' ? `${head} (%)` : head,
        width: kind === 'text' ? 40 : 16,
        text: kind === 'text',
      })),
      rows: [...valuesOf(sheet)],
    }),
  );
  const meanings: XlsxSheet = {
    name: tr('nation.definitions'),
    preamble,
    columns: [
      { header: tr('nation.word'), width: 30 },
      { header: tr('nation.meaning'), width: 100 },
    ],
    rows: report.definitions.map(([word, meaning]) => [word, meaning]),
  };
  return writeXlsx([...tables, meanings]);
}

/** What it is about first, then each table under its title with a heading of machine names. */
export function* csvRows(report: Report): Generator<readonly Value[]> {
  yield [report.title];
  yield ['as_of', report.asOf.toISOString()];
  yield* report.facts;
  yield* report.definitions;
  for (const sheet of report.sheets) {
    yield [];
    yield [sheet.title];
    yield sheet.columns.map(({ key }) => key);
    yield* valuesOf(sheet);
  }
}

export function jsonOf(report: Report) {
  return {
    title: report.title,
    as_of: report.asOf.toISOString(),
    facts: Object.fromEntries(report.facts),
    definitions: Object.fromEntries(report.definitions),
    tables: Object.fromEntries(
      report.sheets.map((sheet) => [
        sheet.key,
        [...valuesOf(sheet)].map((row) =>
          Object.fromEntries(sheet.columns.map(({ key }, at) => [key, row[at] ?? null])),
        ),
      ]),
    ),
  };
}

function* valuesOf({ columns, rows, total }: Sheet): Generator<Value[]> {
  for (const row of total ? [...rows, total] : rows)
    yield columns.map((column, at) => cellValue(column, row[at] ?? null));
}
