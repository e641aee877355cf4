/** How the national bodies are written, each with its name in the register and the short label of its circulars. */
export const ISSUERS: readonly { readonly name: string; readonly label: string; readonly pattern: string }[] =
  [
    {
      name: 'Menteri PANRB',
      label: 'MenPANRB',
      pattern: String.raw`Pendayagunaan\s{1,3}Aparatur(?:\s{1,3}Negara)?(?:\s{1,3}dan\s{1,3}Reformasi\s{1,3}Birokrasi)?|(?:Men)?PAN[\s-]?RB|KemenPAN[\s-]?RB|MenPAN`,
    },
    {
      name: 'Menteri Dalam Negeri',
      label: 'Mendagri',
      pattern: String.raw`Dalam\s{1,3}Negeri|Mendagri|Kemendagri|MDN`,
    },
    { name: 'Kepala BKN', label: 'BKN', pattern: String.raw`Badan\s{1,3}Kepegawaian\s{1,3}Negara|BKN` },
    {
      name: 'Ketua KASN',
      label: 'KASN',
      pattern: String.raw`Komisi\s{1,3}Aparatur\s{1,3}Sipil\s{1,3}Negara|KASN`,
    },
    {
      name: 'Ketua Bawaslu',
      label: 'Bawaslu',
      pattern: String.raw`Badan\s{1,3}Pengawas\s{1,3}(?:Pemilihan\s{1,3}Umum|Pemilu)|Bawaslu`,
    },
  ];

const ANY = new RegExp(ISSUERS.map(({ pattern }) => `(${pattern})`).join('|'), 'gi');

/** The bodies named in a short piece of text, in order, each once. */
export function issuersIn(text: string): string[] {
  const names = [...text.matchAll(ANY)].map((match) => {
    const index = ISSUERS.findIndex((_, i) => match[i + 1] !== undefined);
    return (ISSUERS[index] as { name: string }).name;
  });
  return [...new Set(names)];
}

export function labelOf(issuer: string): string {
  return ISSUERS.find(({ name }) => name === issuer)?.label ?? issuer;
}
