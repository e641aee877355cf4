export { afterCursor, cursorOf } from './cursor.ts';
export { type Api, BASE, type Caller, describe } from './describe.ts';
export { answerOnce, idempotencyKey } from './once.ts';
export { apiPages } from './pages.tsx';
export { apiLang } from './problem.ts';
