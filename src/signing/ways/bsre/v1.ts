import type { BsreConfig } from '../../../platform/config/bsre.ts';
import { badAnswer, requireIssued } from './answers.ts';
import { type Answer, call, jsonIn } from './call.ts';
import type { Api, ServiceVerdict, ToCertify } from './service.ts';

/** Multipart forms; a signed document comes at once, or is fetched by its number. */
export function v1(config: BsreConfig): Api {
  return {
    async requireReady(nik, until) {
      const path = `/api/user/status/${encodeURIComponent(nik)}`;
      requireIssued(jsonIn((await call(config, { path, method: 'GET' }, until)).body));
    },

    async sign(document, until) {
      const answer = await call(config, { path: '/api/sign/pdf', body: formOf(document) }, until);
      if (isPdf(answer)) return answer.body;
      const fetched = await call(config, { path: downloadPath(answer), method: 'GET' }, until);
      if (!isPdf(fetched)) throw badAnswer();
      return fetched.body;
    },

    async verify(pdf, until) {
      const body = new FormData();
      body.set('signed_file', fileOf(pdf));
      return verdictOf(jsonIn((await call(config, { path: '/api/sign/verify', body }, until)).body));
    },
  };
}

function formOf({ pdf, nik, passphrase, reason, location }: ToCertify): FormData {
  const form = new FormData();
  form.set('file', fileOf(pdf));
  form.set('nik', nik);
  form.set('passphrase', passphrase);
  form.set('tampilan', 'invisible');
  form.set('reason', reason);
  if (location !== null) form.set('location', location);
  return form;
}

function fileOf(pdf: Uint8Array): File {
  return new File([pdf as Uint8Array<ArrayBuffer>], 'pakta.pdf', { type: 'application/pdf' });
}

function isPdf({ body }: Answer): boolean {
  return body.toString('latin1', 0, 5) === '%PDF-';
}

/** The number stands in a header or in the answer. */
function downloadPath(answer: Answer): string {
  const json = jsonIn(answer.body);
  const id = answer.header('id_dokumen') ?? json?.id_dokumen ?? json?.id;
  if (typeof id !== 'string' || !/^[\w-]{1,100}$/.test(id)) throw badAnswer();
  return `/api/sign/download/${id}`;
}

export function verdictOf(json: Readonly<Record<string, unknown>> | null): ServiceVerdict {
  const said = String(json?.conclusion ?? json?.summary ?? '').toUpperCase();
  if (/^(VALID|WARNING)/.test(said)) return 'valid';
  return /INVALID|NO_SIGNATURE/.test(said) ? 'invalid' : 'unknown';
}
