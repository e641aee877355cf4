import type { Lang } from '../../platform/i18n.ts';
import type { Field } from '../corrections/fields.ts';
import { writeValue, writingOf } from '../corrections/write-value.ts';
import type { Article, DatedFact, Instrument, Register, Status } from '../index.ts';
import { t } from '../messages.ts';
import { formatPartial } from './parts.view.tsx';

/** A field's value in words; a dash where nothing is known. */
export function fieldText(lang: Lang, field: Field, value: unknown, register: Register): string {
  const tr = t(lang);
  if (value === null || value === undefined) return '–';
  if (field === 'instrument') return (value as Instrument).name;
  if (field === 'article') return (value as Article).gist[lang];
  if (field === 'gist') return (value as Article['gist'])[lang];
  if (field === 'status') return tr(`law.status.${value as Status}`);
  if (field === 'confidence') return tr(`law.confidence.${value as Instrument['confidence']}`);
  if (field === 'about') return (value as Article['about']).map((one) => tr(`law.subject.${one}`)).join(', ');
  const writing = writingOf(field);
  const text = writeValue(writing, value, register).replaceAll('\n', '; ');
  if (writing !== 'dated' && writing !== 'pasal') return text;
  const sure = tr(`law.confidence.${(value as DatedFact).confidence}`);
  return `${writing === 'dated' ? formatPartial(lang, text) : text} (${sure})`;
}
