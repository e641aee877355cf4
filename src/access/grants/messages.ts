import { messages } from '../../platform/i18n.ts';
import en from './messages.en.ts';
import id from './messages.id.ts';

/** Words of rights: the table of who may do what, what takes two people, and wide grants. */
export const t = messages(id, en);
