import { describe, expect, it } from 'vitest';
import {
  type CeremonyValues,
  checkCeremony,
  checkParticipation,
  type ParticipationValues,
} from './check-ceremony.ts';
import { participationValues } from './pages/form.ts';

const ceremony = (change: Partial<CeremonyValues> = {}): CeremonyValues => ({
  kind: 'apel',
  title: 'Apel ikrar',
  heldOn: '2023-11-27',
  heldOnStatus: 'stated',
  heldOnNote: null,
  startsAt: '07:15',
  place: null,
  organiser: 'Pemerintah Provinsi Contoh',
  minutes: null,
  ...change,
});
const codes = (change: Partial<CeremonyValues>) => checkCeremony(ceremony(change)).map(({ code }) => code);

describe('the date of a ceremony', () => {
  it('is stated, derived with a reason, or honestly unknown', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ heldOn: null, heldOnStatus: 'unknown' })).toEqual([]);
    expect(codes({ heldOnStatus: 'derived', heldOnNote: 'Kamis (23/02), surat 15 Februari 2023' })).toEqual(
      [],
    );
    expect(codes({ heldOnStatus: 'derived' })).toEqual(['ceremonies.derivedWithoutNote']);
    expect(codes({ heldOnStatus: 'unknown' })).toEqual(['ceremonies.dateButUnknown']);
    expect(codes({ heldOn: null })).toEqual(['ceremonies.noDate']);
    expect(codes({ heldOn: '2023-02-29' })).toEqual(['ceremonies.noDate']);
  });

  it('stands beside a plain clock, a title and an organiser', () => {
    expect(codes({ startsAt: 'pagi', title: '', organiser: '' })).toEqual([
      'ceremonies.needed',
      'ceremonies.needed',
      'ceremonies.badTime',
    ]);
    expect(codes({ minutes: 'x'.repeat(50_001) })).toEqual(['campaigns.tooLong']);
  });
});

describe('a group of participants', () => {
  const group = (change: Partial<ParticipationValues>) =>
    checkParticipation({
      fact: 'attended',
      who: 'ASN',
      employer: null,
      number: 252,
      qualifier: 'at-least',
      source: 'Kesbangpol Provinsi',
      ...change,
    }).map(({ code }) => code);

  it('has a number exactly where its qualifier means one', () => {
    expect(group({})).toEqual([]);
    expect(group({ number: null })).toEqual(['ceremonies.noNumber']);
    expect(group({ number: null, qualifier: 'some' })).toEqual([]);
    expect(group({ qualifier: 'some' })).toEqual(['ceremonies.numberNotMeant']);
    expect(group({ qualifier: 'all' })).toEqual([]);
    expect(group({ number: -1 })).toEqual(['ceremonies.badNumber']);
    expect(group({ source: '' })).toEqual(['ceremonies.needed']);
  });

  it('reads the thousands’ dot, and takes no other number', () => {
    const number = (text: string) => participationValues({ number: text, qualifier: 'exact' }).number;
    expect([number('1.234'), number('252'), number('')]).toEqual([1234, 252, null]);
    expect(number('ratusan')).toBeNaN();
    expect(group({ number: number('ratusan') })).toEqual(['ceremonies.badNumber']);
    expect(group({ number: number('1.5') })).toEqual(['ceremonies.badNumber']);
  });
});
