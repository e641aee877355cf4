export { bsrePages } from './bsre/bsre.page.tsx';
export { CertifiedLink } from './bsre/bsre.view.tsx';
export { fileOfRecord } from './bsre/certified-file.ts';
export { createWays } from './by-way.ts';
export { codePages } from './code/code.page.tsx';
export { t as waysText } from './messages.ts';
export { offerOf } from './offer.ts';
export { passkeyPages } from './passkey/passkey.page.tsx';
export { CodeField, OtherWays, PasskeyButton } from './ways.view.tsx';
