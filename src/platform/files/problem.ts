/** Every way an uploaded file can be unreadable. The message of a code says what to do; see the slice that reads it. */
export const FILE_CODES = [
  'file.empty',
  'file.too-big',
  'file.is-pdf',
  'file.is-image',
  'file.is-xls',
  'file.is-xlsb',
  'file.is-ods',
  'file.is-html',
  'file.is-zip',
  'file.is-binary',
  'file.encrypted',
  'file.damaged',
  'file.bomb',
  'file.xml-dtd',
  'file.no-sheet',
  'file.too-many-rows',
  'file.too-many-columns',
  'file.cell-too-long',
  'file.csv-quote',
] as const;

export type FileCode = (typeof FILE_CODES)[number];
export type Params = Readonly<Record<string, string | number>>;

/**
 * What is wrong with a file that a person gave us. It is never a bug of ours: readers in this folder throw
 * nothing else, whatever the bytes. `params` fill the placeholders of the message for `code`.
 */
export class FileProblem extends Error {
  readonly code: FileCode;
  readonly params: Params;

  constructor(code: FileCode, params: Params = {}) {
    super(code);
    this.name = 'FileProblem';
    this.code = code;
    this.params = params;
  }
}
