import { describe, expect, it } from 'vitest';
import { FILE_CODES } from '../../platform/files/index.ts';
import { ROSTER_CODES } from './codes.ts';
import { explain, messageKey } from './explain.ts';
import en from './messages.en.ts';
import id from './messages.id.ts';

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

describe('messages', () => {
  it('has one for every code, with the same placeholders in both languages', () => {
    for (const code of [...ROSTER_CODES, ...FILE_CODES]) expect(id[messageKey({ code })]).toBeTruthy();
    for (const key of Object.keys(id) as (keyof typeof id)[])
      expect([key, placeholders(en[key])]).toEqual([key, placeholders(id[key])]);
  });

  it('says fields and categories in the reader’s words', () => {
    expect(explain({ code: 'columns.missing', params: { field: 'unit' } }, id)).toContain(
      'Kolom Unit tidak ada',
    );
    expect(explain({ code: 'category.inferred', params: { category: 'pppk-pw' } }, en)).toContain(
      'Part-time PPPK',
    );
    expect(explain({ code: 'category.unknown', params: { value: 'missing' } }, id)).toContain('"missing"');
  });
});
