export default {
  'bsre.title': 'Sign through BSrE',
  'bsre.back': 'Sign without BSrE',
  'bsre.intro':
    'For staff who hold a BSrE electronic certificate. Your statement is sent to the signing service of your institution, signed there with your certificate, and then the pact is sealed here.',
  'bsre.trialStrength':
    'This service is for trying out: it makes an uncertified electronic signature. Your document is then sealed by the institution.',
  'bsre.trial':
    'The signing service here is a trial service. What it makes is not a certified signature, and is recorded as such.',
  'bsre.nik': 'NIK',
  'bsre.nikHint': 'Sixteen digits, as enrolled at BSrE.',
  'bsre.passphrase': 'BSrE passphrase',
  'bsre.passphraseHint':
    'NIK and passphrase are only passed on to the signing service; neither is stored or recorded here.',
  'bsre.strength':
    "The certified signature is in the provider's file. This system keeps that file and its fingerprint; its certificate chain is not checked here. The provider's own verification service does that.",
  'bsre.sign': 'Sign through BSrE (takes up to half a minute)',
  'bsre.waitHint':
    'After pressing the button, wait until the page changes. Do not close it. If the connection breaks, send again: nothing is recorded twice.',
  'bsre.ready':
    'Your file was signed at the BSrE service, but the pact is not sealed yet. Check the text once more, then seal it; NIK and passphrase are not asked again.',
  'bsre.seal': 'Seal my pact',
  'bsre.download': "Download the certified file (the provider's PDF)",
  'bsre.downloadTrial': 'Download the file of the trial service (PDF)',
  'bsre.fileNote':
    "The certified electronic signature is in that file of the provider, not in the pact's PDF. Its certificate chain is not checked here.",
  'bsre.fileNoteTrial': 'That file comes from a trial service: it is not a certified signature.',
  'bsre.rewritten':
    "The service rewrote the file that we sent. Compare its content with the pact's PDF before you use it.",
  'bsre.wrongPassphrase':
    'The BSrE service refused the passphrase. Type it again with the right capitals; if you forgot it, reset it at the BSrE portal.',
  'bsre.notEnrolled':
    "This NIK is not enrolled at BSrE. Check the digits, ask your institution's BSrE administrator, or sign without BSrE.",
  'bsre.expired':
    "Your electronic certificate has expired. Renew it with your institution's BSrE administrator, or sign without BSrE.",
  'bsre.unusable':
    "Your electronic certificate cannot be used (not issued yet, suspended or revoked). Ask your institution's BSrE administrator, or sign without BSrE.",
  'bsre.refused':
    "The BSrE service refused this request. Check NIK and passphrase and try again; if it stays so, ask your institution's BSrE administrator.",
  'bsre.otherPerson':
    'That certificate is in the name of {certified}, and this slip is that of {name}. Nothing was recorded. Use your own NIK and passphrase.',
  'bsre.noFile': 'This pact was not signed through BSrE, so there is no file of the provider.',
  'bsre.badNik': 'A NIK has sixteen digits. Check it.',
  'bsre.noPassphrase': 'Type your BSrE passphrase.',
  'bsre.slowDown':
    'Too many tries. Wait five minutes, so that your BSrE account is not locked, or sign without BSrE.',
  'bsre.timeout':
    'The BSrE service did not answer within half a minute. Nothing was recorded here. Type NIK and passphrase again and send again.',
  'bsre.unreachable':
    'The BSrE service cannot be reached. Nothing was recorded. Try again shortly, or sign without BSrE.',
  'bsre.down':
    'The BSrE service is having trouble. Nothing was recorded. Try again shortly, or sign without BSrE.',
  'bsre.busy': 'The BSrE service is busy. Nothing was recorded. Try again in a minute.',
  'bsre.noAccess':
    'The BSrE service refused the account of your institution. Nothing was recorded. Tell whoever runs this system, or sign without BSrE.',
  'bsre.badAnswer':
    'The answer of the BSrE service cannot be used. Nothing was recorded here. Try again; if it happens again, tell whoever runs this system.',
  'bsre.paper.undersigned': 'I, the undersigned:',
  'bsre.paper.name': 'Name',
  'bsre.paper.nip': 'NIP',
  'bsre.paper.ni-pppk': 'NI PPPK',
  'bsre.paper.local': 'Staff number',
  'bsre.paper.rank': 'Rank/Grade',
  'bsre.paper.post': 'Position',
  'bsre.paper.unit': 'Unit',
  'bsre.paper.employer': 'Institution',
  'bsre.paper.bases': 'Basis',
  'bsre.paper.signatory': 'Declared by,',
  'bsre.paper.foot':
    "Statement to be signed electronically. Text {id} version {version}, SHA-256 {digest}. Receipt number and seal are in the pact's PDF.",
  'bsre.paper.page': 'Page {page} of {pages}',
  'bsre.paper.example': 'EXAMPLE – invented person',
} as const;
