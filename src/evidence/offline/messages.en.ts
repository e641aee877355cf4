import type id from './messages.id.ts';

export default {
  'offline.title': 'Check a pact',
  'offline.brand': 'checker without a network',
  'offline.language': 'Bahasa Indonesia',
  'offline.intro': 'Choose what is to be checked. All work is done on this device; nothing is sent anywhere.',
  'offline.pick': 'PDF of a pact, proof (.tlog-proof), or photo of a QR code',
  'offline.pickHint': 'Several at once if you like, or drag them here.',
  'offline.working': 'Checking…',
  'offline.camera': 'Scan a QR code with the camera',
  'offline.cameraHint': 'Point the camera at the QR code at the foot of the document.',
  'offline.cameraStop': 'Stop the camera',
  'offline.cameraNone':
    'The camera cannot be used from this page. Take a photo of the QR code and choose it above.',
  'offline.cameraRefused':
    'Use of the camera was refused. Allow it in the browser, or take a photo of the QR code and choose it above.',
  'offline.noCode':
    'No QR code of a pact can be read in {name}. Take the photo closer, straight and in good light, and try again.',
  'offline.strange': '{name} is not a PDF, proof, picture, certificate or key that is known.',
  'offline.proofAlone': 'The proof {name} has been read. Now choose the PDF of the pact.',
  'offline.anchorsRead': '{name} is now trusted by this page, until it is closed.',
  'offline.anchorsBelow':
    '{name} holds a certificate or key, and is not trusted yet. If you know where it is from, add it below, under “What this page trusts”.',
  'offline.addProof':
    'To have its place in the public log checked as well, choose the proof (.tlog-proof) of this document too.',
  'offline.noProof': 'No proof (.tlog-proof) has been chosen.',
  'offline.codeOnly':
    'What is checked here is the signature in the code. Whether its record is in the public log is checked with the PDF and its proof, or by opening the address in the code.',
  'offline.file': 'File',
  'offline.digest': 'SHA-256 of the file',
  'offline.number': 'Staff number',
  'offline.post': 'Position',
  'offline.text': 'The pledged text',
  'offline.trustTitle': 'What this page trusts',
  'offline.trustFrom':
    'This page was downloaded from {from} and holds the certificates and keys of that institution.',
  'offline.trustWarning':
    'A page from the institution itself is only as honest as the place you took it from. If the institution is in doubt, take the page and the root certificate from somebody else, and compare the SHA-256 below with what a witness or overseer has published.',
  'offline.trustNone':
    'There is no certificate or key yet. Without them this page can only check whether a document has changed since it was sealed, not who sealed it.',
  'offline.trustAdd': 'Add a certificate (.pem), log key (.vkey) or witness policy',
  'offline.root': 'Root of seals',
  'offline.seals': 'Seals of institutions: {count}',
  'offline.timestampRoot': 'Root of time stamps',
  'offline.logKey': 'Log key',
  'offline.policy': 'Witness policy',
} satisfies Record<keyof typeof id, string>;
