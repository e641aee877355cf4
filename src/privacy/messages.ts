import { messages } from '../platform/i18n.ts';
import breachEn from './breach/messages.en.ts';
import breachId from './breach/messages.id.ts';
import heldEn from './held/messages.en.ts';
import heldId from './held/messages.id.ts';
import en from './messages.en.ts';
import id from './messages.id.ts';

export const t = messages({ ...id, ...heldId, ...breachId }, { ...en, ...heldEn, ...breachEn });
