export { afterCursor, cursorOf } from './cursor.ts';
export { type Api, BASE, type Caller, type Described, describe } from './describe.ts';
export { answerOnce, idempotencyKey } from './once.ts';
export { openapiOf } from './openapi.ts';
export { apiPages } from './pages.tsx';
export { apiLang } from './problem.ts';
