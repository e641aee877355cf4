/** Short forms of messages, one a line of `short=long`. */
const SHORT = `yg=yang dgn=dengan sm=sama brg=bareng utk=untuk krn=karena jd=jadi klo=kalau kl=kalau bgt=banget sy=saya
org=orang tmn=teman tdk=tidak blh=boleh gk=gak dr=dari pd=pada sdh=sudah blm=belum hrs=harus kpd=kepada ttg=tentang
pake=pakai make=pakai dateng=datang liat=lihat ngeliat=lihat denger=dengar temen=teman ama=sama mobdin=mobil_dinas
rumdin=rumah_dinas walkot=wali_kota bup=bupati gub=gubernur ngasih=kasih dikasi=dikasih
nanya=tanya`;

const LONG = new Map(
  SHORT.split(/\s+/).map((pair) => {
    const [short, long] = pair.split('=') as [string, string];
    return [short, long.replace('_', ' ')];
  }),
);

/**
 * The words of a question: lower case, without accents, signs and stretched letters; `bagi2` and `bagi-bagi` become
 * `bagi bagi`, short forms their long ones. At most 40 words of at most 30 letters.
 */
export function wordsOf(text: string): string[] {
  return text
    .slice(0, 400)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\b([a-z]{3,})2\b/g, '$1 $1')
    .replace(/([a-z])\1{2,}/g, '$1')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
    .flatMap((word) => (LONG.get(word) ?? word).split(' '))
    .filter((word) => word !== '' && word.length <= 30)
    .slice(0, 40);
}
