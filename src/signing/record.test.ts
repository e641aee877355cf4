import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTypedName } from './record.ts';

const LONGEST = 'Prof. Dr. Ir. H. Raden Mas Contohadi Rekaningrat Misalkan Umpamana, S.H., M.Si., M.Hum.';
const differs = expect.objectContaining({ code: 'signing.nameDiffers', status: 422 });
const accepts = (typed: string, name: string) => {
  try {
    checkTypedName(typed, name);
    return true;
  } catch (error) {
    expect(error).toEqual(differs);
    return false;
  }
};

describe('a typed name', () => {
  it.each([
    ["Ma'ruf Contoh", 'MA’RUF CONTOH'],
    ["Ma'ruf Contoh", 'Maruf  contoh'],
    ['Ma’ruf Contoh', "Ma'ruf Contoh"],
    ["Ma'ruf Contoh", 'Maʼruf Contoh'],
    ["Jum'at Rekaan", 'Jum‘at Rekaan'],
    ['Rekaningsih', ' rekaningsih '],
    ['Dr. H. Budi Contoh, S.H., M.Si.', 'Budi Contoh'],
    ['Dr. H. Budi Contoh, S.H., M.Si.', 'dr budi contoh SH'],
    ['Dr. H. Budi Contoh, S.H., M.Si.', 'Dr. H. Budi Contoh, S.H., M.Si.'],
    ['Budi Contoh', 'Budi Contoh, S.Kom'],
    ['Budi Contoh', 'Budi Contoh, A.Md.Keb., S.Kep., Ns., M.Epid, Sp.PD-KGEH'],
    ['Budi Contoh', 'budi contoh, sh, mm'],
    ['Budi Contoh, Sarjana Hukum', 'Budi Contoh, sarjana hukum'],
    ['H.M. Said Rekaan', 'HM Said Rekaan'],
    ['Muh.Ali Contoh', 'Muh. Ali Contoh'],
    ['Al-Amin Contoh', 'al amin contoh'],
    ['Ir', 'IR'],
    ['Andrè Contoh', 'Andre Contoh'],
    [LONGEST, LONGEST],
    [LONGEST, 'raden mas contohadi rekaningrat misalkan umpamana'],
  ])('of %s may be %s', (name, typed) => expect(accepts(typed, name)).toBe(true));

  it.each([
    ['Siti Contoh', 'Siti'],
    ['Siti Contoh', 'Contoh Siti'],
    ['Siti Siti', 'Siti'],
    ['Siti Contoh', 'Siti Contoh Rekawati'],
    ['Siti Contoh', 'Siti Contoh H'],
    ['Siti Contoh', ''],
    ['Siti Contoh', '   '],
    ['Siti Contoh', ', S.H.'],
    ['Siti Contoh', 'Siti Contoh, dipaksa 5 orang <b>'],
    ['Siti Contoh', 'Siti Contoh, saya dipaksa'],
    ['Siti Contoh', 'Siti Contoh, MENOLAK'],
    ['Siti Contoh', 'Siti Contoh, a.n. Kepala Dinas'],
    ['Siti Contoh', 'Siti Contoh, S.H. S.H. S.H. S.H. S.H. S.H. S.H. S.H. S.H.'],
    ['Siti Contoh', 'Siti Contoh, 漢字'],
    ['Siti Contoh', 'Siti Contoh\u0000'],
    ['Ir', 'H'],
    ['Dr. Budi', 'Dr'],
  ])('of %s may not be %s', (name, typed) => expect(accepts(typed, name)).toBe(false));

  it('is kept without what cannot be printed', () => {
    expect(checkTypedName('  Maʼruf\u00a0 \u202eContoh ', "Ma'ruf Contoh")).toBe('Ma’ruf Contoh');
  });

  const word = fc.stringMatching(/^[A-Z][a-z]{2,9}('[a-z]{2,4})?$/);
  const name = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
  const blanks = fc.constantFrom(' ', '  ', '\t', '\u00a0');

  it('is accepted in any case and spacing, with titles or without', () => {
    fc.assert(
      fc.property(
        name,
        blanks,
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        (own, blank, upper, titles, typed) => {
          const listed = titles ? `Drs. H. ${own}, M.Si.` : own;
          const spelled = (typed ? listed : own).replaceAll(' ', blank);
          expect(accepts(upper ? spelled.toUpperCase() : spelled.toLowerCase(), listed)).toBe(true);
        },
      ),
    );
  });

  it('of somebody else is refused', () => {
    const key = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '');
    fc.assert(
      fc.property(name, name, (own, other) => {
        fc.pre(key(own) !== key(other));
        expect(accepts(other, `Dr. ${own}, S.H.`)).toBe(false);
      }),
    );
  });

  it('is judged in a moment, however the roster spells it', () => {
    expect(accepts(`${'h'.repeat(99)}x`, `${'H '.repeat(90)}Budi`)).toBe(false);
  });
});
