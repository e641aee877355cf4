export default {
  'signing.strengthOf.uncertified': 'Uncertified electronic signature',
  'signing.strengthOf.certified': 'Certified electronic signature; it is in the provider’s own file',
  'signing.strengthOf.scanned': 'Wet-ink signature on paper, scanned; not an electronic signature',
  'signing.method': 'Way',
  'signing.strengthLaw':
    'Certified and uncertified ones are both valid; their weight as evidence differs (UU ITE art. 11, PP 71/2019 art. 59–60).',
  'signing.otherWays': 'Other ways',
  'signing.usePasskey': 'Sign with your passkey',
  'signing.usePasskeyHint':
    'Your device will ask for your fingerprint, face or PIN. What you agree to is the text on this page; the device itself does not show it.',
  'signing.passkeyUnticked': 'Some points are not ticked yet. Read and tick all of them first.',
  'signing.passkeyFailed':
    'The passkey was not used: cancelled, out of time, or not on this device. Try again, or sign by typing your name.',
  'signing.withoutPasskey': 'Sign without a passkey',
  'signing.passkeyManage': 'See or remove your passkeys',
  'signing.passkeyLink': 'Use a passkey',
  'signing.passkeyLinkHint':
    'With your device’s fingerprint, face or PIN. Uncertified, but anybody can check it again.',
  'signing.codeLink': 'Use a one-time code by e-mail',
  'signing.codeLinkHint': 'The code goes to {address}. Uncertified.',
  'signing.bsreLink': 'Use a certified signature by BSrE',
  'signing.bsreTrialHint':
    'The service here is for trying out: nothing it makes is certified. Needs NIK and passphrase of that service.',
  'signing.bsreLinkHint': 'For those enrolled with BSrE; needs your NIK and passphrase. Certified.',
  'signing.passkeyTitle': 'Passkey',
  'signing.passkeyIntro':
    'A passkey is kept by your device and unlocked with your fingerprint, face or screen PIN. Fingerprint and face never leave the device; we keep only the public key.',
  'signing.passkeyProves': 'What it proves',
  'signing.passkeyProvesText':
    'The holder of that key unlocked it at that moment and agreed to this text in your name, at this address. Anybody can check it again later from your PDF.',
  'signing.passkeyNot': 'What it does not prove',
  'signing.passkeyNotShown':
    'The device does not show the document when you agree: what you read is our page, not the lock screen.',
  'signing.passkeyNotWho':
    'The key is made by whoever holds your personal slip. If that slip was ever in other hands, ask for a new one and remove keys that you do not know.',
  'signing.passkeyNotCertified':
    'It is still an uncertified electronic signature: no certification provider has made sure who you are.',
  'signing.passkeyCreate': 'Make a passkey on this device',
  'signing.passkeyCreateHint': 'Afterwards you come back to the pact and sign with it.',
  'signing.passkeyNotMade':
    'No passkey was made: cancelled, out of time, or the device does not support it. Try again, or sign by typing your name.',
  'signing.passkeyNeeds':
    'This way needs JavaScript, a screen lock on the device, and the page opened at its official address. Without them, sign by typing your name.',
  'signing.passkeyYours': 'Your passkeys',
  'signing.passkeyMade': 'Made {moment}',
  'signing.passkeySynced': 'copied to your other devices',
  'signing.passkeyBound': 'on one device only',
  'signing.passkeyRemove': 'Remove this key',
  'signing.passkeyRemoveHint': 'A removed key cannot sign any more. What it has signed stays.',
  'signing.passkeyBack': 'Back to the pact',
  'signing.passkeyRefused':
    'The passkey’s answer does not fit this text, name or form. Nothing was recorded. Reload the page and try again, or sign by typing your name.',
  'signing.passkeyGone':
    'That passkey is not registered for you or was removed. Nothing was recorded. Make a new one, or sign by typing your name.',
  'signing.passkeyCopied':
    'That passkey’s counter went backwards: there may be a copy of it. Nothing was recorded. Remove the key and sign by typing your name.',
  'signing.passkeyEnough': 'There are {most} passkeys in your name already. Remove one first.',
  'signing.wayOff': 'This campaign does not use that way of signing. Sign by typing your name.',
  'signing.codeTitle': 'One-time code by e-mail',
  'signing.codeIntro':
    'We send six digits to {address}, your address on the staff list. The code is valid for {minutes} minutes, for this one signature.',
  'signing.codeProves':
    'The code shows that the signer can read that mailbox. The result is an uncertified electronic signature.',
  'signing.codeOther': 'Not your address? Do not send; ask the personnel officer to correct it.',
  'signing.codeSend': 'Send the code',
  'signing.codeField': 'Code from the e-mail',
  'signing.codeFieldHint': 'The six digits that we sent to {address}. Valid for {minutes} minutes.',
  'signing.codeAgain': 'Send a new code',
  'signing.codeInstead': 'Sign without a code',
  'signing.codeMissing': 'Type the six digits from our e-mail.',
  'signing.codeWrong': 'That code is wrong. Look at our latest e-mail; an older code is no longer valid.',
  'signing.codeOver':
    'There is no valid code: too old, wrong too often, or not sent yet. Ask for a new code.',
  'signing.codeSoon':
    'A code was sent just now. Wait a minute before you ask again, and look in the spam folder.',
  'signing.codeOften':
    'Too many codes were asked for within an hour. Try again later, or sign by typing your name.',
  'signing.noMail':
    'No code can be sent: your e-mail address is not on the staff list, or this institution sends no e-mail. Sign by typing your name.',
  'signing.mailFailed':
    'The e-mail was not sent: the mail server refused it or did not answer. Press again in a moment, or sign by typing your name.',
  'signing.mail.subject': 'Kode sekali pakai untuk pakta Anda / One-time code for your pact',
  'signing.mail.greeting': 'Dear {name},',
  'signing.mail.code': 'Your code, valid for {minutes} minutes and for one signature only:',
  'signing.mail.purpose':
    'Type it on the page that asks for this code: {campaign}, {agency}. Signing ends {deadline}.',
  'signing.mail.notYou':
    'You did not ask for a code? Ignore this e-mail and give the code to nobody; without it nothing is signed. Tell your personnel officer: somebody holds your personal slip.',
  'signing.waysTitle': 'Ways to sign',
  'signing.waysBack': 'Back to the campaign',
  'signing.waysLead':
    'Typing one’s name on the personal page or the shared tablet is always possible. Choose which other ways this campaign allows. Each signature records its way; what was signed before does not change.',
  'signing.waysSaved': 'Saved. The change is in the audit trail.',
  'signing.waysChoose': 'Ways that may be used',
  'signing.waysSave': 'Save',
  'signing.waysOn': 'In use',
  'signing.waysOff': 'Not in use',
  'signing.waysLegal': 'What each is worth in law',
  'signing.way.typed': 'Name typed (always)',
  'signing.way.passkey': 'Passkey',
  'signing.way.code': 'One-time code by e-mail',
  'signing.way.bsre': 'Certified signature by BSrE',
  'signing.way.ink': 'Ink on paper, scanned',
  'signing.wayAbout.typed':
    'Uncertified. Proves that the holder of the personal slip (or somebody at the shared tablet who knows the last four digits of the number) typed that name and ticked each point.',
  'signing.wayAbout.passkey':
    'Uncertified. The person’s device makes a cryptographic mark over text and name, which anybody can check again.',
  'signing.wayAbout.code': 'Uncertified. Shows that the signer can read the mailbox on the staff list.',
  'signing.wayAbout.bsre':
    'Certified unless the service is a trial one: a certification provider has made sure who the person is. Only for those enrolled with BSrE.',
  'signing.wayAbout.ink':
    'Not an electronic signature. A wet-ink signature is scanned and compared by a second person; the paper is kept.',
  'signing.wayNeeds.passkey':
    'Not possible yet: passkeys need an https address. Ask the operator of this installation to set IKRAR_URL.',
  'signing.wayNeeds.code': 'Not possible yet: this installation has no mail server (IKRAR_SMTP).',
  'signing.wayNeeds.bsre': 'Not possible yet: this installation is not connected to the BSrE service.',
  'event.way.set': 'Ways to sign set',
  'event.passkey.created': 'Passkey made',
  'event.passkey.removed': 'Passkey removed',
  'event.code.sent': 'One-time code sent',
  'event.code.failed': 'E-mail with a one-time code failed',
} as const;
