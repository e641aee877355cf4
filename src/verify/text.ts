import { hex, sha256 } from './bytes.ts';
import { canonicalJson } from './canonical-json.ts';

/** The words that a person pledges: what the digest covers, and nothing else. */
export interface PledgeText {
  title: string;
  /** The sentence before the points. */
  opener: string;
  /** In order; their number is data (2019 had six, 2024 four). */
  points: string[];
  /** The sentence after the points. */
  closing: string;
  language: 'id' | 'en';
}

/** `docs/formats/text.md`: hex SHA-256 of `ikrar/text/v1\n` and the canonical JSON of exactly these five fields. */
export function textDigest(text: PledgeText): string {
  const { closing, language, opener, points, title } = text;
  return hex(sha256('ikrar/text/v1\n', canonicalJson({ closing, language, opener, points, title })));
}
