import type { BsreConfig } from '../../../platform/config/bsre.ts';
import { badAnswer, requireIssued } from './answers.ts';
import { call, jsonIn } from './call.ts';
import type { Api } from './service.ts';
import { verdictOf } from './v1.ts';

/** JSON both ways, documents in base64. */
export function v2(config: BsreConfig): Api {
  const ask = async (path: string, body: object, until: AbortSignal) =>
    jsonIn((await call(config, { path, body: JSON.stringify(body) }, until)).body);
  return {
    async requireReady(nik, until) {
      requireIssued(await ask('/api/v2/user/check/status', { nik }, until));
    },

    async sign({ pdf, nik, passphrase, reason, location }, until) {
      const signatureProperties = [{ tampilan: 'INVISIBLE', page: 1, reason, location }];
      const file = [Buffer.from(pdf).toString('base64')];
      const json = await ask('/api/v2/sign/pdf', { nik, passphrase, signatureProperties, file }, until);
      const [signed] = Array.isArray(json?.file) ? json.file : [];
      if (typeof signed !== 'string') throw badAnswer();
      const bytes = Buffer.from(signed, 'base64');
      if (bytes.toString('latin1', 0, 5) !== '%PDF-') throw badAnswer();
      return bytes;
    },

    async verify(pdf, until) {
      return verdictOf(await ask('/api/v2/verify/pdf', { file: Buffer.from(pdf).toString('base64') }, until));
    },
  };
}
