import { type Article, printArticle, type Subject } from '../../../law/index.ts';
import type { AttachedArticle } from '../read/citations.ts';
import type { Reading } from '../read/reading.ts';
import type { RawFinding } from '../types.ts';

const REACH = 320;
const SAYS =
  /\b(?:berbunyi|menyebut(?:kan)?|menyatakan|mengatur|diatur|menegaskan|melarang|dilarang|bahwa|mewajibkan|diwajibkan|mengamanatkan|isinya|yaitu|yakni|tentang|disebutkan|dijelaskan)\b/i;
const LEAD_IN =
  /^[\s,:"]{0,4}(?:bahwa\s|yakni\s|yaitu\s)?(?:tentang\s)?(?:(?:sanksi|pidana|larangan|ketentuan)\s(?:pidana\s)?(?:bagi|untuk|terhadap)\s)?(?:setiap\s|seluruh\s|para\s|seorang\s)?/i;
const SUBJECTS: readonly (readonly [RegExp, readonly Subject[]])[] = [
  [
    /\b(?:ASN|Aparatur\sSipil\sNegara|PNS|Pegawai\sNegeri\sSipil|PPPK|aparatur|pegawai)\b/i,
    ['asn', 'pns', 'pppk', 'non-asn'],
  ],
  [
    /\b(?:presiden|menteri|gubernur|bupati|wali\s?kota|kepala\sdaerah|pejabat\snegara)\b/i,
    ['state-official', 'official', 'ppk'],
  ],
  [/\bkepala\sdesa\b|\bperangkat\sdesa\b/i, ['village-head']],
  [/\b(?:TNI|Polri|prajurit)\b/i, ['tni-polri']],
  [/\b(?:pelaksana|tim|peserta|petugas)\skampanye\b/i, ['campaign-executor']],
  [/\bpasangan\scalon\b|\bcalon\b/i, ['candidate']],
];

/** Articles that do not say what the text lets them say: another subject, another matter, or no such number. */
export function findMisquoted(reading: Reading): RawFinding[] {
  return reading.articles.flatMap((article, i) => {
    const next = reading.articles[i + 1]?.start ?? Number.MAX_SAFE_INTEGER;
    return article.of?.instrument ? check(reading, article, next) : [];
  });
}

function check(reading: Reading, cited: AttachedArticle, next: number): RawFinding[] {
  const instrument = cited.of?.instrument;
  if (!instrument) return [];
  const { register } = reading;
  const { lastPasal } = instrument;
  const base = { code: 'article-misquoted' as const, start: cited.start, end: cited.end };
  const params = { article: printArticle(cited.ref), name: instrument.name };
  if (lastPasal && Number.parseInt(cited.ref.pasal, 10) > lastPasal.number) {
    return [
      {
        ...base,
        variant: 'no-such',
        params: { ...params, last: lastPasal.number },
        sources: instrument.sources,
      },
    ];
  }
  const known = register.findArticle(instrument.id, cited.ref);
  const outer = known ? undefined : register.nearestArticle(instrument.id, cited.ref);
  if (outer && isBeyond(register.articlesOf(instrument.id), outer, cited)) {
    return [
      {
        ...base,
        variant: 'no-number',
        params: { ...params, outer: printArticle(outer.ref) },
        sources: outer.sources,
      },
    ];
  }
  const article = known ?? outer;
  if (!article) return [];
  const said = textAfter(reading, cited, next);
  if (said === undefined) return [];
  if (wrongSubject(article, said)) {
    return [
      {
        ...base,
        variant: 'subject',
        params: { ...params, gist: article.gist.id, gistEn: article.gist.en },
        sources: article.sources,
      },
    ];
  }
  const better = betterArticle(register.articlesOf(instrument.id), article, said);
  return better
    ? [
        {
          ...base,
          variant: 'matter',
          params: {
            ...params,
            better: printArticle(better.ref),
            gist: article.gist.id,
            gistEn: article.gist.en,
          },
          sources: article.sources,
        },
      ]
    : [];
}

/** The article's numbers are all in the register and this is none of them. */
function isBeyond(articles: readonly Article[], outer: Article, { ref }: AttachedArticle): boolean {
  if (ref.angka === undefined || outer.ref.angka !== undefined || outer.ref.huruf === undefined) return false;
  const held = articles.filter(
    (a) => a.ref.pasal === ref.pasal && a.ref.huruf === outer.ref.huruf && a.ref.angka,
  );
  return held.length > 1 && Number(ref.angka) > Math.max(...held.map((a) => Number(a.ref.angka)));
}

/** What the text says of the article: the rest of its sentence, where it reports at all. */
function textAfter(reading: Reading, cited: AttachedArticle, next: number): string | undefined {
  const { clean } = reading.doc;
  const after = clean.slice(cited.end, Math.min(next, cited.end + REACH));
  const stop = after.search(/[.;](?:\s|["']|$)|\n/);
  const rest = (stop < 0 ? after : after.slice(0, stop)).replace(/^[\s,]{0,3}(?:dari|dalam|pada)?\s?/, '');
  const own =
    cited.of && cited.of.start >= cited.end ? rest.slice(Math.max(0, cited.of.end - cited.end)) : rest;
  return SAYS.test(own.slice(0, 120)) ? own : undefined;
}

/** Only a subject right after the reporting word counts: "melarang dukungan kepada calon" names no subject. */
function wrongSubject(article: Article, said: string): boolean {
  const verb = SAYS.exec(said);
  if (!verb || article.about.includes('anyone')) return false;
  const after = said.slice(verb.index + verb[0].length).replace(LEAD_IN, '');
  const first = SUBJECTS.find(([pattern]) => pattern.exec(after)?.index === 0);
  return first !== undefined && !first[1].some((subject) => article.about.includes(subject));
}

/** Another article of the same law that fits what is said, where this one shares nothing with it. */
function betterArticle(articles: readonly Article[], article: Article, said: string): Article | undefined {
  const words = new Set(said.toLowerCase().match(/[\p{L}\d.]+/gu) ?? []);
  const score = (a: Article) => a.keywords.filter((keyword) => words.has(keyword)).length;
  if (score(article) > 0 || words.size < 5) return undefined;
  const rivals = articles.filter((a) => a.ref.pasal !== article.ref.pasal);
  const best = [...rivals].sort((a, b) => score(b) - score(a))[0];
  return best && score(best) >= 3 ? best : undefined;
}
