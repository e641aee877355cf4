import { messages } from '../i18n.ts';
import en from './messages.en.ts';
import id from './messages.id.ts';

messages(id, en);
