import { messages } from '../platform/i18n.ts';
import en from './check-messages.en.ts';
import id from './check-messages.id.ts';

/** What the checks of a document say, on a page of ours as on the page that works from disk. */
export const checkText = messages(id, en);
