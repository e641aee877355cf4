import { messages } from '../platform/i18n.ts';
import correctionsEn from './corrections/messages.en.ts';
import correctionsId from './corrections/messages.id.ts';
import en from './messages.en.ts';
import id from './messages.id.ts';

export const t = messages({ ...id, ...correctionsId }, { ...en, ...correctionsEn });
