import { type ReasonCode, reasonMeanings } from './codes.ts';

/**
 * The only error that reading hostile bytes may throw. `code` is from the catalogue in `codes.ts`;
 * `params` holds names of fields or places, never values of the document.
 */
export class FormatError extends Error {
  override readonly name = 'FormatError';
  readonly code: ReasonCode;
  readonly params: Readonly<Record<string, string>>;

  constructor(code: ReasonCode, params: Record<string, string> = {}) {
    const detail = Object.entries(params).map(([key, value]) => ` [${key}: ${value}]`);
    super(reasonMeanings[code] + detail.join(''));
    this.code = code;
    this.params = params;
  }
}
