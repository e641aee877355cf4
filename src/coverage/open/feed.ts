import { formatDate, formatNumber, formatShare } from '../../platform/format.ts';
import { to, urls } from '../../urls.ts';
import { t } from './messages.ts';
import { LICENCE } from './open-report.ts';
import type { Daily } from './read-open.ts';

/** Atom (RFC 4287): of each institution that shows its figures one entry for each day on which they moved. */
export function feedXml(address: string, rows: readonly Daily[], today: Date): string {
  const tr = t('id');
  const updated = rows[0]?.asOf ?? today;
  const entries = rows.map((row) => {
    const href = address + to('openAgency', { agency: row.id });
    const text = tr('open.feedEntry', {
      ...{ signed: formatNumber('id', row.signed), audience: formatNumber('id', row.audience) },
      ...{ share: formatShare('id', row.signed / row.audience), day: formatDate('id', row.day) },
    });
    return `<entry><id>${xml(`${href}#${row.campaignId}-${row.day}`)}</id><title>${xml(row.name)}</title><updated>${row.asOf.toISOString()}</updated><link href="${xml(href)}"/><summary>${xml(text)}</summary></entry>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="id"><id>${xml(address + urls.openFeed)}</id><title>${xml(tr('open.feedTitle'))}</title><updated>${updated.toISOString()}</updated><author><name>Ikrar</name></author><rights>${LICENCE}</rights><link rel="self" href="${xml(address + urls.openFeed)}"/><link href="${xml(address + urls.open)}"/>
${entries.join('\n')}
</feed>
`;
}

/** Attacker: a name with markup in it, or a character that XML cannot hold. */
function xml(text: string): string {
  const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (found) => escapes[found]!);
}
