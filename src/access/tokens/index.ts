export { A_MINUTE, callers, TOKEN_CODES } from './caller.ts';
export { t as tokenText } from './messages.ts';
export { tokensPage } from './pages/tokens.page.tsx';
export { SCOPES, type Scope } from './scopes.ts';
export { makeToken } from './tokens.ts';
