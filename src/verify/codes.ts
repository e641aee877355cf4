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
  'seal-timestamp':
    'A time-stamping authority that leads to a trusted root saw the seal at the time it gives. Asked only of a seal that has a time stamp.',
  'record-readable':
    'The attached record is complete, in the one permitted encoding, and of a known version.',
  'text-digest': 'The pledge text inside the record has the digest that the record gives for it.',
  'text-published': 'That digest is the one published for this text and version.',
  'minutes-content': 'What the minutes say has the digest that they give for it. Asked only of minutes.',
  'minutes-counts':
    'The figures of the minutes by category and by unit give their totals. Asked only of minutes.',
  'minutes-photos':
    'The photographs in the file are those whose digests the minutes give. Asked only of minutes.',
  'act-evidence':
    'The passkey in the record signed this text for this person on the page of this address. Asked only of that way.',
  'act-offline':
    'The device that kept the act without network signed this text, name and drawing with the key in the record. Asked only of such an act.',
  'act-offline-clock':
    'The clock of that device agreed with the server when it sent the act. Asked only of such an act.',
  'log-entry': 'The proof is for the place in the log that the document names.',
  'log-inclusion':
    'The entry recomputed from the record and its salt is in the tree: the proof leads from it to the root.',
  'log-head': 'The tree head is that of the log named in the document and is signed with a known log key.',
  'log-witnessed':
    'Enough witnesses have cosigned the tree head, by the policy given. Asked only if one is given.',
  'qr-readable': 'The text is that of a QR code of a pact, in the one permitted encoding.',
  'qr-key': 'The seal key that the QR code names is one of the known seals.',
  'qr-signature': 'The claims in the QR code were signed with that seal key.',
  'qr-record': 'The record of that receipt, at that place in the log, gives exactly these claims.',
  'qr-published': 'A published tree head covers the place in the log that the QR code names.',
} as const;

/** Why a check failed, or could not be made. */
export const reasonMeanings = {
  // why a check could not be made
  'step-not-reached': 'An earlier check failed, so this one had nothing to work on; param `after` names it.',
  'no-roots': 'No trusted root certificate was given.',
  'no-proof': 'No proof of the log was given with the document.',
  'no-log-keys': 'No key of a log was given.',
  'text-not-known': 'No published digest is known for this text and version.',
  'no-seals': 'No certificate of a seal was given.',
  'seal-not-known': 'None of the given seals has the key that the QR code names; param `key` is its id.',
  'not-yet-published': 'The log has not yet published a tree head that covers this place.',

  'offline-clock':
    'The clock of the device was off by about `minutes` when it sent, so when exactly it saved the act is in doubt; what it signed is not.',
  'minutes-elsewhere':
    'The page that works from disk does not judge minutes: the site and the program that stands beside it do.',
  'no-timestamp-roots': 'No trusted root certificate of a time-stamping authority was given.',

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

  // minutes
  'content-mismatch': 'The minutes say something else than the digest that they give is for.',
  'counts-mismatch': 'Figures of the minutes do not add up; param `at` names them.',
  'photos-mismatch': 'The photographs in the file are not those that the minutes name.',

  // evidence of the act
  'passkey-malformed': 'A part of the passkey assertion cannot be read; param `at` names it.',
  'passkey-challenge': 'The passkey signed another text, person, campaign or form than the record says.',
  'passkey-origin': 'The passkey was used on a page of another address than the document names.',
  'passkey-unverified-person': 'The device did not ask the person to be present and to unlock the passkey.',
  'passkey-signature': 'The signature of the passkey does not verify with its public key.',

  'offline-key': 'The public key of the device is not one on P-256 in its one encoding.',
  'offline-signature':
    'The signature of the device does not verify over the text, names, drawing, time and number in the record.',

  // QR code
  'bad-qr': 'The text is not that of a QR code of a pact.',
  'bad-base41': 'The payload of the QR code is not canonical Base41.',
  'bad-claims': 'The claims in the QR code have a wrong length, version or value.',
  'seal-not-p256': 'The seal that the QR code names does not have a P-256 key.',
  'record-not-known': 'The log holds no record of the receipt in the QR code.',
  'claims-mismatch': 'The record gives other claims than the QR code.',

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
  'bad-policy': 'The policy of witnesses cannot be read; param `line` says where.',
  'quorum-not-met':
    'Fewer witnesses have cosigned the tree head than the policy asks for; params `have` and `needed`.',

  // PDF
  'not-a-pdf': 'The file does not begin as a PDF.',
  'pdf-structure': 'The structure of the PDF cannot be read; param `at` says where.',
  'pdf-too-complex': 'Reading the PDF takes more work than a document of this format can need.',
  'no-signature': 'The PDF carries no seal.',
  'several-signatures': 'The PDF carries more than one signature.',
  'no-attachment': 'An attachment is missing; param `name` names it.',
  'changed-after-signing': 'The file has bytes, or a revision, that the seal does not cover.',
  'archival-variant':
    'The file was lengthened by time stamps for long keeping (PAdES LTA), which this checker does not judge; check the original file, its beginning.',
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
  'seal-of-another':
    'The seal is not one of the institution in the record. Asked only where its seals are given.',
  'timestamp-refused': 'The time-stamping authority refused; param `status` is its answer.',
  'timestamp-structure':
    'The time stamp is not one of RFC 3161 in DER of the expected shape; param `at` says where.',
  'timestamp-algorithm': 'The time stamp uses an algorithm that this checker does not permit.',
  'timestamp-imprint': 'The time stamp is for other bytes.',
  'timestamp-too-early': 'The time stamp is from before the time in the record.',
  'timestamp-signature':
    'The signature of the time stamp does not verify with the certificate that it names.',
  'certificate-extension': 'A certificate has a critical extension that this checker does not know.',
} as const;

export type CheckCode = keyof typeof checkMeanings;
export type ReasonCode = keyof typeof reasonMeanings;
