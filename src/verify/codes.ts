/**
 * The one catalogue of what the checker can say. Codes are part of the public interface: they are never
 * renamed or reused, only added. The meanings are the English reference line from which the manual is printed;
 * sentences for people are written elsewhere, from the code and its parameters.
 */

/** The named checks, in the order in which they are made. Each proves one thing. */
export const checkMeanings = {
  'pdf-readable': 'The file is one sealed PDF with the two attachments of this format.',
  'document-whole': 'The seal covers every byte of the file except the seal value itself.',
  'document-unchanged': 'The bytes of the file are those whose digest the seal holds.',
  'seal-signature': 'The seal was made with the private key of the certificate that it names.',
  'seal-certificate': 'The certificate leads to a trusted root and was valid at the time in the record.',
  'record-readable':
    'The attached record is complete, in the one permitted encoding, and of a known version.',
  'text-digest': 'The pledge text inside the record has the digest that the record gives for it.',
  'text-published': 'That digest is the one published for this text and version.',
  'log-entry': 'The proof is for the place in the log that the document names.',
  'log-inclusion':
    'The entry recomputed from the record and its salt is in the tree: the proof leads from it to the root.',
  'log-head': 'The tree head is that of the log named in the document and is signed with a known log key.',
} as const;

/** Why a check failed, or could not be made. */
export const reasonMeanings = {
  // why a check could not be made
  'step-not-reached': 'An earlier check failed, so this one had nothing to work on; param `after` names it.',
  'no-roots': 'No trusted root certificate was given.',
  'no-proof': 'No proof of the log was given with the document.',
  'no-log-keys': 'No key of a log was given.',
  'text-not-known': 'No published digest is known for this text and version.',

  // encoding
  'not-utf8': 'The bytes are not well-formed UTF-8.',
  'not-nfc': 'A string is not in Unicode normalization form C, or not well-formed.',
  'not-json': 'The bytes are not JSON.',
  'not-canonical': 'The bytes are not the one permitted encoding of their value.',
  'not-encodable': 'The value holds something that the encoding does not permit.',
  'too-large': 'The input is larger than the format permits.',
  'too-deep': 'The input is nested more deeply than the format permits.',
  'bad-base64': 'Text is not canonical base64.',

  // record, text, seal, entry, receipt
  'unknown-format': 'The format name is not known to this checker.',
  'unknown-field': 'A field is not part of the format; param `field` names it.',
  'missing-field': 'A field is missing; param `field` names it.',
  'bad-field': 'A field has a wrong type or a value outside its limits; param `field` names it.',
  'bad-receipt': 'The receipt number is not 16 characters of the receipt alphabet.',
  'bad-entry': 'The log entry has a wrong length, prefix, version or kind.',
  'bad-digest': 'A digest or salt does not have 32 bytes.',
  'text-digest-mismatch': 'The text has another digest than the record gives.',
  'text-not-published': 'Another digest is published for this text and version.',

  // tree and log
  'bad-index': 'An index or size is not a whole number in range.',
  'bad-tile': 'A tile has another width than its place in the tree demands.',
  'bad-bundle': 'An entry bundle is cut short or too long.',
  'inclusion-mismatch': 'The proof does not lead from the entry to the root.',
  'entry-index-mismatch': 'The proof is for another place in the log than the document names.',
  'bad-note': 'A signed note is not well-formed.',
  'bad-key': 'A verifier key is not well-formed or not of the Ed25519 type.',
  'note-bad-signature': 'A signature by a known key does not verify.',
  'note-unsigned': 'No known key has signed.',
  'bad-checkpoint': 'A tree head is not well-formed.',
  'bad-proof': 'A proof is not well-formed.',
  'origin-mismatch': 'The tree head is of another log than the one expected.',

  // PDF
  'not-a-pdf': 'The file does not begin as a PDF.',
  'pdf-structure': 'The structure of the PDF cannot be read; param `at` says where.',
  'pdf-too-complex': 'Reading the PDF takes more work than a document of this format can need.',
  'no-signature': 'The PDF carries no seal.',
  'several-signatures': 'The PDF carries more than one signature.',
  'no-attachment': 'An attachment is missing; param `name` names it.',
  'changed-after-signing': 'The file has bytes, or a revision, that the seal does not cover.',
  'range-not-whole': 'The byte range of the seal does not enclose exactly the seal value.',
  'contents-not-canonical': 'The seal value is not lower-case hexadecimal DER followed by zeros.',

  // CMS and certificates
  'digest-mismatch': 'The digest in the seal is not the digest of the document.',
  'cms-structure': 'The seal is not CMS signed data in DER of the expected shape; param `at` says where.',
  'cms-algorithm': 'The seal uses an algorithm that this format does not permit.',
  'cms-attribute': 'A signed attribute is missing, double or malformed; param `attribute` names it.',
  'cms-signing-time': 'The seal holds a signing-time attribute, which PAdES baseline forbids.',
  'cms-unsigned-part': 'The seal holds a part that no signature covers.',
  'signer-missing': 'The seal does not carry the certificate that it names as signer.',
  'signing-certificate-mismatch': 'The signing-certificate attribute names another certificate.',
  'signature-mismatch': 'The signature does not verify with the public key of the certificate.',
  'bad-certificate': 'A certificate cannot be read.',
  'untrusted-root': 'The certificates do not lead to a trusted root.',
  'certificate-unused': 'The seal carries a certificate that is not part of the chain.',
  'certificate-not-valid-then': 'A certificate was not valid at the time in the record.',
  'certificate-usage': 'A certificate may not be used for this.',
  'certificate-extension': 'A certificate has a critical extension that this checker does not know.',
} as const;

export type CheckCode = keyof typeof checkMeanings;
export type ReasonCode = keyof typeof reasonMeanings;
