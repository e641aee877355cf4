import { messages } from '../../../platform/i18n.ts';
import en from './messages.en.ts';
import id from './messages.id.ts';

export const t = messages(id, en);
