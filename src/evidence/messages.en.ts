import type id from './messages.id.ts';

export default {
  'verify.title': 'Check a pact',
  'verify.intro':
    'Upload the PDF of a pact or of minutes sealed by Ikrar. Each check is named on its own. The file is not kept.',
  'verify.file': 'PDF file',
  'verify.check': 'Check',
  'verify.byReceipt': 'Or type the receipt number',
  'verify.receiptHint':
    'Sixteen letters and digits at the foot of the document, such as 7Q2M-9F4K-T1XA-0B3C.',
  'verify.find': 'Find',
  'verify.noFile': 'First choose the PDF of the pact to check.',
  'verify.badReceipt': 'That is not a receipt number. Check its sixteen characters again.',
  'verify.erased': 'The record of this pact has been erased',
  'verify.erasedText':
    'A pact with this number was held here. Its content and salt were erased by rule, with the consent of two people. Its place in the log stands, so the proofs of others do not change; who it was can no longer be opened from here. A PDF that the person kept can still be checked with the offline checker.',
  'verify.erasedAt': 'Erased on',
  'verify.erasedWhy': 'By',
  'verify.erasedWhy.asked': 'request of the person',
  'verify.erasedWhy.period': 'a retention period that is over',
  'verify.erasedWhy.court': 'order of a court or competent official',
  'verify.erasedWhy.mistake': 'data that should not have been held',
  'verify.erasedIndex': 'Place in the log',
  'verify.another': 'Check another document',
  'verify.whole': 'See the full check of this document',
  'verify.knownRoots': 'Roots of seals that are known here',
  'verify.withoutUs': 'Check without us',
  'verify.withoutUsText':
    'This checker page works from disk without a network: for PDFs, proofs and photos of QR codes. It holds our certificates and keys, so it is only as honest as the place you take it from.',
  'verify.offlinePage': 'Download the checker page',
  'verify.program': 'Program for the command line',
  'verify.plainDigest': 'SHA-256 of that page before our certificates and keys were put in:',
  'verify.own': 'To check without trusting us, take',
  'verify.root': 'the root certificate of the seals',
  'verify.logKey': 'the key of the log',
  'evidence.noSuchReceipt':
    'There is no document of that number here. Check the number at the foot of the document.',
  'evidence.noSuchLog': 'That log does not exist, or is still empty.',
  'evidence.noSuchTile': 'That part of the log does not exist.',
  'evidence.recordDiffers':
    'The stored record is not the one that the log holds, so it is neither sealed nor shown. Tell whoever runs this: ikrar log check.',
  'evidence.sealUnavailable':
    'The seal of the institution cannot be used at the moment. What was signed stays recorded and stands; fetch the document later.',
  'evidence.noTimestamps': 'Documents with a time stamp are not offered here.',
  'evidence.timestampUnavailable':
    'No time stamp can be had at the moment. The pact without one can be downloaded and is sealed all the same; try again later.',
  'event.seal.replaced': 'Seal of the institution replaced',
} satisfies Record<keyof typeof id, string>;
