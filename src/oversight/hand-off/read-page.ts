import type { HandOff } from './package.ts';
import { MISSING, TO } from './words.ts';

/** The package for human eyes: one page without script, without anything from elsewhere. */
export function readablePage(handOff: HandOff): string {
  const {
    case: { code, arrived },
    from,
    reported,
    facts,
    acts,
    steps,
    clocks,
    evidence,
    missing,
  } = handOff;
  const title = `Penyerahan perkara ${code}`;
  const body = [
    `<h1>${safe(title)}</h1>`,
    ...(from.example ? ['<p><strong>CONTOH</strong></p>'] : []),
    pairs([
      ['Kepada', TO[handOff.destination]],
      ['Dari', from.agency],
      ['Disiapkan', handOff.made],
      ['Laporan diterima', arrived],
    ]),
    missing.length > 0
      ? section('Belum ada dalam paket ini', list(missing.map((name) => MISSING[name] ?? name)))
      : '',
    section(
      'Yang dilaporkan',
      pairs([
        ['Nama', reported.name],
        ['Jabatan', reported.post],
        ['Unit kerja', reported.unit],
        ['NIP', reported.nip],
        ['NIK', reported.nik],
      ]),
    ),
    section(
      'Perbuatan',
      pairs([
        ['Apa', facts.what],
        ['Kapan', facts.when],
        ['Di mana', facts.where],
        ['Bagaimana diketahui', facts.how],
      ]),
    ),
    section(
      'Penggolongan',
      list(
        acts.map(
          ({ item, words, actOn, level, bases }) =>
            `${item} (${actOn}), tingkat ${level}: ${words} ${bases.join('; ')}`,
        ),
      ),
    ),
    section(
      'Tahapan',
      list(
        steps.map(
          ({ day, words, basis }) => `${day}: ${words}${basis.length > 0 ? ` (${basis.join(', ')})` : ''}`,
        ),
      ),
    ),
    section(
      'Tenggat',
      list(clocks.map(({ words, from: start, due }) => `${words} Dari ${start} sampai ${due}.`)),
    ),
    section(
      'Bukti',
      list(evidence.map(({ name, length, sha256 }) => `${name}, ${length} bita, SHA-256 ${sha256}`)),
    ),
    section('Pelapor', `<p>${safe(reporterLine(handOff))}</p>`),
    '<p>Paket ini tidak dikirim ke mana pun dengan sendirinya. Berkas bukti diserahkan terpisah; sidiknya di atas.</p>',
  ];
  const style =
    'body{font:16px/1.5 serif;max-width:44rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}dt{font-weight:bold}';
  return `<!doctype html>\n<html lang="id">\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>${safe(title)}</title>\n<style>${style}</style>\n</head>\n<body>\n${body.filter((part) => part !== '').join('\n')}\n</body>\n</html>\n`;
}

function reporterLine({ reporter }: HandOff): string {
  if ('leftOut' in reporter) return 'Identitas pelapor tidak disertakan.';
  return `${reporter.name}${reporter.contact === '' ? '' : `, ${reporter.contact}`}`;
}

function section(title: string, body: string): string {
  return `<h2>${safe(title)}</h2>\n${body}`;
}

function pairs(rows: readonly (readonly [string, string])[]): string {
  return `<dl>${rows.map(([term, value]) => `<dt>${safe(term)}</dt><dd>${safe(value || '–')}</dd>`).join('')}</dl>`;
}

function list(items: readonly string[]): string {
  return items.length === 0
    ? '<p>–</p>'
    : `<ul>${items.map((item) => `<li>${safe(item)}</li>`).join('')}</ul>`;
}

/** Attacker: words of a report that would run as markup with whoever receives the package; or turn the reading direction. */
function safe(text: string): string {
  const plain = text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
  return plain.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
