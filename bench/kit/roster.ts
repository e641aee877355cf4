/** Invented people: nobody here exists. */

const FIRST = [
  'Siti',
  'Budi',
  'Yosefina',
  'Jumiati',
  'Hendra',
  'Wayan',
  'Fatimah',
  'Lukas',
  'Nurul',
  'Petrus',
];
const LAST = [
  'Rahmawati',
  'Santoso',
  'Wanggai',
  'Lestari',
  'Saputra',
  'Ginting',
  'Hutapea',
  'Mansyur',
  'Tangkere',
];

export function nameOf(at: number): string {
  const [first, last] = [FIRST[at % FIRST.length], LAST[Math.floor(at / FIRST.length) % LAST.length]];
  return `${first} ${last} Contoh ${letters(at)}`;
}

/** Base 26, so that each name is another one without a digit in it. */
function letters(at: number): string {
  const text = at.toString(26).replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 26)));
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
