import type { MinutesRecord } from '../../../verify/index.ts';
import { type Block, together } from '../../pdf/index.ts';
import { BODY, lines, numbered, passage, SMALL, section } from './sheet.ts';
import { figure, WORDS } from './words.ts';

/** Who stood in front for others, who came from elsewhere, what stands on other sheets, and what else was noted. */
export function others({ symbolic, guests, annexes, remarks }: MinutesRecord): Block[] {
  return [
    ...section(WORDS.symbolic, [
      ...numbered(
        symbolic.map(({ name, office, standsFor }) => `${name}, ${office}, ${WORDS.standsFor} ${standsFor}`),
      ),
      ...(symbolic.length === 0 ? [] : lines(WORDS.symbolicMeaning, SMALL, 3)),
    ]),
    ...section(WORDS.guests, [
      ...numbered(guests.map(guest)),
      ...(guests.length === 0 ? [] : lines(WORDS.guestsMeaning, SMALL, 3)),
    ]),
    ...section(
      WORDS.annexes,
      annexes.flatMap(({ count, commitment }) =>
        together([...lines(WORDS.absent(figure(count)), BODY, 4), ...lines(commitment, SMALL, 1)]),
      ),
    ),
    ...section(WORDS.remarks, remarks === null ? [] : lines(passage(remarks), BODY, 4)),
  ];
}

function guest({ who, employer, number }: MinutesRecord['guests'][number]): string {
  const many = number === null ? WORDS.noNumber : `${figure(number)} ${WORDS.people}`;
  return `${who} (${employer ?? WORDS.noEmployer}), ${many}`;
}
