/** The part of the signing page that is needed only without network; loaded after the page. */
export { startLater } from './later.ts';
