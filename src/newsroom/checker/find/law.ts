import { type FoundInstrument, type Garble, type IsoDate, inForce, type Source } from '../../../law/index.ts';
import type { Reading } from '../read/reading.ts';
import { judgedOn } from '../read/time.ts';
import type { RawFinding } from '../types.ts';

const PAST =
  /\b(?:dicabut|mencabut|diganti|digantikan|menggantikan|pengganti|tidak\sberlaku|sebelumnya|dahulu|semula|saat\situ|perubahan\satas|lama)\b/i;
const LOCAL = /^(?:Perda|SE \d)/;

/** Citations of law that was not in force on the day, or that the register does not hold. */
export function findLaw(reading: Reading, on: IsoDate | undefined): RawFinding[] {
  const day = judgedOn(reading.time, on);
  const floor = reading.time.notBefore?.date;
  return reading.instruments.flatMap((cited) => {
    if (!cited.instrument) return unknownLaw(cited);
    return [
      ...standing(reading, cited, day, floor),
      ...cited.garbles.map((garble) => garbled(cited, garble)),
    ];
  });
}

function standing(
  reading: Reading,
  cited: FoundInstrument,
  day: IsoDate | undefined,
  floor: IsoDate | undefined,
): RawFinding[] {
  const { instrument, start, end } = cited;
  if (!instrument) return [];
  const around = reading.doc.clean.slice(Math.max(0, start - 90), end + 90);
  const answer = day ? inForce(instrument, day) : floor && inForce(instrument, floor);
  const date = day ?? floor;
  // Without a day of its own the text is only known to be later than its papers: too late for a revoked law, no more.
  const isOut = answer === 'revoked' || (answer === 'not-yet' && day !== undefined);
  if (!isOut || !date || PAST.test(around)) return [];
  const successor = instrument.revokedBy && reading.register.findInstrument(instrument.revokedBy)?.name;
  const variant = answer === 'not-yet' ? 'not-yet' : successor ? 'replaced' : 'revoked';
  const since = (answer === 'not-yet' ? instrument.inForceFrom : instrument.inForceUntil)?.date ?? '';
  return [
    {
      code: 'law-not-in-force',
      variant,
      start,
      end,
      params: { name: instrument.name, date, since, successor: successor ?? '' },
      sources: instrument.sources,
    },
  ];
}

function unknownLaw({ name, start, end }: FoundInstrument): RawFinding[] {
  return LOCAL.test(name) ? [] : [{ code: 'law-unknown', start, end, params: { name }, sources: [] }];
}

function garbled(cited: FoundInstrument, { kind, start, end, printed, expected }: Garble): RawFinding {
  const right = expected
    ? `${expected.issuer} Nomor ${expected.number}${expected.year ? ` Tahun ${expected.year}` : ''}`
    : '';
  const sources: readonly Source[] = cited.instrument?.sources ?? [];
  return {
    code: 'citation-garbled',
    variant: kind,
    start,
    end,
    params: { name: cited.name, printed, right },
    sources,
  };
}
