export { Bytes as Buffer } from './bytes.ts';

/** Telephones from before 2023 do not have it. */
if (typeof String.prototype.isWellFormed !== 'function')
  Object.defineProperty(String.prototype, 'isWellFormed', {
    value(this: string): boolean {
      return !/\p{Cs}/u.test(this);
    },
  });
