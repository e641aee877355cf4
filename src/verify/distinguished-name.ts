import { fromUtf8, view } from './bytes.ts';
import { childrenOf, type Der, oidOf, tags } from './der.ts';

/** RFC 4514 §3 and RFC 5280 appendix A; others are shown by their number. */
const shortNames: Record<string, string> = {
  '2.5.4.3': 'CN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '0.9.2342.19200300.100.1.25': 'DC',
  '1.2.840.113549.1.9.1': 'emailAddress',
};

/** A Name (RFC 5280 §4.1.2.4) for people, such as `O=Dinas Contoh, CN=Segel`. Never compared. @throws FormatError */
export function distinguishedName(name: Der | undefined): string {
  const parts = childrenOf(name, tags.sequence).flatMap((set) => childrenOf(set, tags.set));
  return parts.map(attribute).join(', ');
}

function attribute(part: Der): string {
  const [type, value] = childrenOf(part, tags.sequence);
  const oid = oidOf(type);
  return `${shortNames[oid] ?? oid}=${textOf(value)}`;
}

/** UTF8String as it is; the older kinds as far as they hold Latin letters. */
function textOf(value: Der | undefined): string {
  const { tag, content } = value ?? { tag: 0, content: new Uint8Array() };
  if (tag === 0x0c) return fromUtf8(content);
  const wide = tag === 0x1e;
  return view(wide ? content.filter((_, at) => at % 2 === 1) : content).toString('latin1');
}
