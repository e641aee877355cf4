/** What a person may do wrong. Caught once, at the border, and shown with the message of its code. */
export class Refusal extends Error {
  readonly code: string;
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 503;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: string, status: Refusal['status'] = 422, params: Refusal['params'] = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.status = status;
    this.params = params;
  }
}
