/** The part of the signing page that is needed only without network; loaded after the page. */
export { overLater, startLater } from './later.ts';
