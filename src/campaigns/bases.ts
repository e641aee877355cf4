import { type IsoDate, inForce, parseCitation, type Register, SHIPPED, type Standing } from '../law/index.ts';

export interface BasisCheck {
  /** The line as it will be printed. */
  line: string;
  /** Canonical short name where the register knows it: `PP 94/2021`. */
  name: string | null;
  standing: Standing | 'unrecognised';
}

/** What the register says of each line on that day ('YYYY-MM-DD'). A line it does not know is told, never refused. */
export function checkBases(
  lines: readonly string[],
  on: IsoDate,
  register: Register = SHIPPED,
): BasisCheck[] {
  return lines.map((line) => {
    const instrument = parseCitation(line, on, register)?.instrument;
    return instrument
      ? { line, name: instrument.name, standing: inForce(instrument, on) }
      : { line, name: null, standing: 'unrecognised' };
  });
}

/** The joint decree of five agencies of 2022 as five lines, each agency with its own number. */
export function jointDecreeLines(register: Register = SHIPPED): string[] {
  const numbers = register.findInstrument('skb-netralitas-2022')?.numbers ?? [];
  return numbers.map(({ issuer, number, year }) =>
    [`Keputusan Bersama ${issuer} Nomor ${number}`, ...(year === null ? [] : [`Tahun ${year}`])].join(' '),
  );
}
