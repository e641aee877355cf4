import { expect, it } from 'vitest';
import type { RunStep } from '../../ceremonies/index.ts';
import { cardsOf } from './cards.ts';

const pledge = {
  ...{
    title: 'Ikrar Contoh',
    opener: 'Kami berikrar:',
    points: ['Netral.', `${'Tidak memihak, '.repeat(18)}ya.`],
  },
  ...{ closing: '', language: 'id' as const },
};
const run = (step: RunStep['step'], title = '', who = ''): RunStep => ({ step, title, minutes: null, who });
const ids = (runSheet: RunStep[], text: typeof pledge | null = pledge) =>
  cardsOf({ pledge: text, bases: ['PP 94/2021'], runSheet }).map(({ id }) => id);
const READING = ['title.1', 'opener.1', 'point-1.1', 'point-2.1', 'point-2.2'];

it('has its usual order where there is no run sheet', () => {
  expect(ids([])).toEqual(['title', 'basis.1', ...READING, 'sign', 'counts', 'end']);
});

it('follows the run sheet, and keeps what it leaves out in its usual place', () => {
  const sheet = [run('opening'), run('head-signs'), run('reading'), run('symbolic'), run('closing')];
  expect(ids(sheet)).toEqual(['title', 'basis.1', 'act-2', ...READING, 'act-4', 'sign', 'counts', 'end']);
  expect(ids([run('all-sign'), run('other', 'Doa')])).toEqual([
    'title',
    'basis.1',
    ...READING,
    'sign',
    'counts',
    'act-2',
    'end',
  ]);
});

it('reads once, even where the sheet says it twice', () => {
  expect(ids([run('reading'), run('reading'), run('closing'), run('closing')])).toEqual([
    'title',
    'basis.1',
    ...READING,
    'sign',
    'counts',
    'end',
  ]);
});

it('says that there is no text where none is pinned', () => {
  expect(ids([], null)).toEqual(['title', 'basis.1', 'missing', 'sign', 'counts', 'end']);
});
