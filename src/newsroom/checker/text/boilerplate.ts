import type { Span } from '../types.ts';
import { linesOf } from './lines.ts';

const RELATED =
  /^\W{0,4}(?:baca\s?(?:juga|lagi|selengkapnya)|simak\s?juga|lihat\s?juga|(?:tonton|saksikan)\s?juga|berita\s?terkait\s?:|artikel\s?terkait\s?:)/i;
const RELATED_INLINE = /\(?\bbaca\s?juga\s{0,2}:/gi;
const HEADING =
  /^\W{0,4}(?:pos(?:t|tingan)?\s?terkait|berita\s?(?:terkait|lainnya|terbaru|populer)|artikel\s?(?:terkait|lainnya)|bacaan\s?lainnya|related\s?(?:posts?|articles?|news)|rekomendasi(?:\s?untuk\s?anda)?|terpopuler|terkini|trending|berita\s?pilihan|kabar\s?lainnya)\W{0,4}$/i;
const COMMENTS =
  /^\W{0,4}(?:tinggalkan\s?(?:balasan|komentar)|tidak\s?ada\s?komentar|posting\s?komentar|leave\s?a\s?(?:reply|comment)|tulis\s?komentar|\d{0,4}\s?komentar|alamat\s?email\s?anda\s?tidak\s?akan|your\s?email\s?address\s?will\s?not|kirim\s?komentar|post\s?a\s?comment|no\s?comments?)\b/i;
const FURNITURE =
  /^\W{0,4}(?:advertisement|iklan|scroll\s?to\s?continue|bagikan(?:\s?(?:ini|berita|artikel))?|share(?:\s?this)?|tweet|facebook|twitter|whatsapp|telegram|tags?\s?:|tagar\s?:|label\s?:|kategori\s?:|dilihat\s?:?|views?\s?:|ikuti\s?(?:kami|berita|saluran)|dapatkan\s?(?:update|berita)|copyright|hak\s?cipta|sumber\s?foto|keterangan\s?foto|ket\.?\s?foto|foto\s?:|\[?gambas:|cari\s?untuk:|home\s?[>/»]|beranda\s?[>/»])/i;
const CREDIT =
  /^\W{0,4}(?:editor|pewarta|penulis|reporter|redaktur|uploader|fotografer|laporan|kontributor)\s?:/i;
const CAPTION = /\((?:foto\b|dok\b|ist\b|antara\/ho|antara\s?foto)[^()\n]{0,80}\)/gi;
const BODY_LENGTH = 160;

/**
 * What stands around an article and is not it: related links, comment forms, sharing buttons, captions. The spans are
 * to be ignored, not cut, so that offsets stay those of the input. Credits are ignored too, once the byline was read.
 */
export function boilerplateOf(text: string): Span[] {
  const spans: Span[] = [];
  const lines = linesOf(text);
  let mode: 'body' | 'links' | 'comments' | 'next' = 'body';
  for (const line of lines) {
    const words = text.slice(line.start, Math.min(line.end, line.start + 400)).trim();
    if (words === '') continue;
    mode = nextMode(mode, words);
    if (mode !== 'body') spans.push(line);
    if (mode === 'next' || isLone(words)) mode = mode === 'next' && /:\s*$/.test(words) ? 'next' : 'body';
  }
  return [...spans, ...inlineOf(text)];
}

function nextMode(
  mode: 'body' | 'links' | 'comments' | 'next',
  words: string,
): 'body' | 'links' | 'comments' | 'next' {
  if (COMMENTS.test(words) && words.length < BODY_LENGTH) return 'comments';
  if (HEADING.test(words)) return 'links';
  if (RELATED.test(words) && words.length < 260) return 'next';
  if (FURNITURE.test(words) || CREDIT.test(words)) return words.length < 260 ? 'next' : 'body';
  if (mode === 'next') return words.length < 140 && !/[.!?]["')]?$/.test(words) ? 'next' : 'body';
  const isBody = words.length > BODY_LENGTH && /[.,"]/.test(words);
  return isBody && mode !== 'comments' ? 'body' : mode;
}

/** A related line that carries its own link ends there; one that ends in a colon takes the next line with it. */
function isLone(words: string): boolean {
  return (RELATED.test(words) || FURNITURE.test(words) || CREDIT.test(words)) && !/:\s*$/.test(words);
}

function inlineOf(text: string): Span[] {
  const captions = [...text.matchAll(CAPTION)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
  const links = [...text.matchAll(RELATED_INLINE)].map((m) => {
    const rest = text.slice(m.index, m.index + 180);
    const stop = m[0].startsWith('(') ? rest.indexOf(')') + 1 : rest.search(/\n|[.!?](?:\s|$)/);
    return { start: m.index, end: m.index + (stop > 0 ? stop : Math.min(rest.length, 120)) };
  });
  return [...captions, ...links];
}
