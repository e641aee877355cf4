import { messages } from '../platform/i18n.ts';
import en from './messages.en.ts';
import id from './messages.id.ts';
import rosterEn from './roster/messages.en.ts';
import rosterId from './roster/messages.id.ts';

/** The slice's own words, and those of its roster files. */
export const t = messages({ ...id, ...rosterId }, { ...en, ...rosterEn });

/** What is wrong with roster files, by language, for `explain`. */
export const rosterWords = { id: rosterId, en: rosterEn } as const;
