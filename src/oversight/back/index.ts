export { backPages } from './back.page.tsx';
