import type id from './messages.id.ts';

export default {
  'access.byPasskey': 'Sign in with a passkey',
  'access.byPasskeyHint':
    'Your device asks for its own fingerprint, face or PIN. Only the answer of the key comes here.',
  'access.byPasskeyUse': 'Use a passkey',
  'access.passkeyNeeds':
    'This way needs JavaScript and a browser that knows passkeys, at the official address of this installation. Other ways work all the same.',
  'access.passkeyNoAnswer': 'The passkey was not used. Try again, or choose another way.',
  'access.passkeyWrong':
    'This passkey is not known, or too much time has passed. Try again, or choose another way.',
  'access.passkeyNotMade': 'The passkey was not made. Try again, or use another device.',
  'access.passkeyEnough': 'There are {most} passkeys already. First remove one that is no longer used.',
  'access.byOidc': 'Sign in with {provider}',
  'access.oidcAway':
    'The shared sign-in service does not answer. Wait a moment and try again, or sign in another way.',
  'access.oidcWrong':
    'The answer of the shared sign-in service cannot be accepted. Start again from the sign-in page; if it happens again, tell whoever runs this installation.',
  'access.oidcNotBegun':
    'Signing in through the shared service was not begun in this browser, is finished, or took too long. Start again from the sign-in page.',
  'access.oidcNotAgain':
    'The shared sign-in service does not say that you proved just now who you are. Use another way.',
  'access.oidcUnknown':
    'The account {label} at {provider} is not linked with any account of Ikrar. Sign in another way and link it on your access page, or ask the personnel officer to enter it.',
  'access.oidcNoClaim':
    '{provider} names no {claim} of yours that can be trusted. Sign in another way, and tell whoever runs this installation.',
  'access.oidcTwice': 'At {provider} you match more than one account. Ask the personnel officer to mend it.',
  'access.byMail': 'Link by e-mail',
  'access.byMailHint': 'We send a link that is good for {minutes} minutes, once, and in this browser only.',
  'access.byMailTo': 'The link will go to {address}.',
  'access.byMailSend': 'Send the link',
  'access.mailAddress': 'E-mail address',
  'access.mailForm': 'Write one e-mail address, such as name@example.go.id.',
  'access.mailSlowDown': 'Too many requests. Wait five minutes, then try again.',
  'access.mailNone': 'Your account has no e-mail address that was proved. Use another way.',
  'access.linkSent':
    'If that address belongs to an account, a link is on its way there. Open it in this browser within {minutes} minutes.',
  'access.linkSentElse':
    'Nothing has come? Look among the spam, then try another way or ask your personnel officer.',
  'access.linkTitle': 'Go on with this link',
  'access.linkHint': 'Press this button in the browser in which you asked for it. The link is good once.',
  'access.linkUse': 'Go on',
  'access.linkOver': 'This link was used, is too old, or the address has changed. Ask for a new one.',
  'access.linkElsewhere':
    'This link is good only in the browser in which it was asked for. Open it there, or ask for a new one from this browser.',
  'access.lost': 'Cannot sign in?',
  'access.otherWays': 'Other ways to sign in',
  'access.recover': 'Sign in with a recovery code',
  'access.recoverHint': 'Use one of the ten codes that you kept. All your other sessions will end.',
  'access.recoverName': 'Your user name',
  'access.recoverCode': 'Recovery code',
  'access.recoverUse': 'Sign in',
  'access.recoverElse': 'No code? The personnel officer of your institution can give you a new password.',
  'access.recoveryWrong': 'User name or code do not match, or the code was used. Check again.',
  'access.codesGiven': 'Your recovery codes',
  'access.codesOnce':
    'These codes are shown only now. Print or copy them, and keep them far from this computer.',
  'access.codesHow':
    'Each code is good once, for when every other way is lost. Codes from before are no longer good.',
  'access.codesKept': 'I have kept them',
  'access.again': 'Prove again who you are',
  'access.againHint':
    'This takes a proof of the last ten minutes that it is really you. Then you come back to the page you wanted.',
  'access.againGo': 'Prove it',
  'access.againPlay': 'Go on as an example',
  'access.againDone': 'It is proved. Close this tab, go back to the other one, and reload its page.',
  'access.yourPassword': 'Your password',
  'access.passwordWrong': 'The password does not match. Check it again.',
  'access.proofFirst': 'First prove who you are',
  'access.proveAgain':
    'More than ten minutes have passed since you proved who you are, so what you sent was not done. Nothing has changed.',
  'access.proofTab': 'Prove it in a new tab',
  'access.proofThen':
    'Then come back to this tab and reload it: what you sent is sent again, with the same content.',
  'access.otherAccount':
    'This is another account than the one signed in in this browser. Sign out first, then do it again.',
  'access.own': 'My access',
  'access.ownBack': 'To my work',
  'access.ownSaved': 'Saved.',
  'access.ownProof': 'To change ways to sign in, first prove that it is you.',
  'access.ownProofGo': 'Prove it',
  'access.ownWays': 'Ways to sign in',
  'access.ownPasswordChange': 'Change the password',
  'access.sessions': 'Sessions that go on now',
  'access.sessionsHint': 'Is there one that you do not know? End it, then change your password.',
  'access.sessionsEndOthers': 'End all other sessions',
  'access.sessionThis': 'this session',
  'access.sessionSince': 'since {moment}',
  'access.sessionSeen': 'last seen {moment}',
  'access.sessionEnd': 'End this session',
  'access.deviceUnknown': 'Unknown device',
  'access.method.password': 'Password',
  'access.method.passkey': 'Passkey',
  'access.method.oidc': 'Shared sign-in service',
  'access.method.mail': 'Link by e-mail',
  'access.method.recovery': 'Recovery code',
  'access.method.example': 'Example',
  'access.passkeys': 'Passkeys',
  'access.passkeysHint':
    'A key in your telephone, computer or device, opened by fingerprint, face or PIN. A false site cannot fish for it.',
  'access.passkeyMake': 'Make a passkey on this device',
  'access.passkeyRemove': 'Remove this key',
  'access.madeAt': 'made {moment}',
  'access.usedAt': 'last used {moment}',
  'access.identitiesHint': 'Link your account at {provider}, to sign in from there.',
  'access.linkedAt': 'linked {moment}',
  'access.linkGo': 'Link an account at {provider}',
  'access.linkAsk':
    'At {provider} you are signed in as {label}. If that is your own account: whoever signs in there can sign in here as you.',
  'access.linkYes': 'Yes, link it',
  'access.linkNo': 'Do not',
  'access.linkNone': 'Nothing waits to be linked. Start again from the link.',
  'access.identityTaken': 'That account at the service is linked with another account of Ikrar.',
  'access.unlink': 'Take the link away',
  'access.mail': 'E-mail',
  'access.mailHint': 'To sign in by a link, and to hear when something changes about your account.',
  'access.mailIs': '{address}, proved.',
  'access.mailUnproved':
    '{address}, not yet proved. Open the link that was sent there, in this browser. Nothing has come? Save it once more.',
  'access.mailNo': 'No address yet.',
  'access.mailEmpty': 'Leave it empty to take it away.',
  'access.mailSave': 'Save the address',
  'access.codes': 'Recovery codes',
  'access.codesHint': 'Ten codes on paper, for when telephone and password are lost together.',
  'access.codesNone': 'None made yet.',
  'access.codesLeft': '{count} left, made {moment}.',
  'access.codesMake': 'Make ten codes',
  'access.codesNew': 'Replace them by ten new codes',
  'access.accountWays': 'Ways into this account',
  'access.accountWaysHint':
    'Whoever holds this address or account can sign in as the holder of the account. Check the spelling.',
  'access.accountMailHint':
    'For links to sign in and news about the account. Leave it empty to take it away.',
  'access.accountClaim': '{claim} according to {provider}',
  'access.accountSave': 'Save',
  'access.accountNothing':
    'This installation sends no e-mail and matches no accounts with a shared sign-in service, so there is nothing to enter.',
  'access.revoke': 'Take other ways away',
  'access.revokeHint':
    'Passkeys, links with the shared sign-in service, recovery codes and all sessions of this account end. Password and e-mail address stay. Where somebody took the account, give a new password too.',
  'access.claimTaken': 'This value is used for another account.',
  'access.claimLong': 'At most 200 characters.',
  'access.letter.greeting': 'Dear {name},',
  'access.letter.linkSubject': 'A link from Ikrar',
  'access.letter.enter': 'This link signs you in as {username}. It is good for {minutes} minutes, once:',
  'access.letter.again':
    'By this link you prove again that you are {username}. It is good for {minutes} minutes, once:',
  'access.letter.confirm':
    'By this link you say that this address belongs to the account {username}. It is good for {minutes} minutes, once:',
  'access.letter.sameBrowser': 'Open it in the browser in which you asked for it; it is good nowhere else.',
  'access.letter.notYou': 'You did not ask? Do nothing: without that browser the link is of no use.',
  'access.notice.subject': 'Something changed about your Ikrar account',
  'access.notice.mailChanged': 'This address is no longer used for the account {username}.',
  'access.notice.recovered':
    'Somebody has just signed in to the account {username} with a recovery code. All other sessions have ended.',
  'access.notice.recoveryMade':
    'New recovery codes were made for the account {username}. The old ones are no longer good.',
  'access.notice.passkeyAdded': 'A passkey was added to the account {username}.',
  'access.notice.identityLinked':
    'The account {username} can now be signed in to through the shared sign-in service.',
  'access.notice.notYou':
    'It was not you? Open your access page, end all other sessions, change the password, and tell your personnel officer.',
  'event.account.signedIn': 'Signed in',
  'event.account.passkeyAdded': 'Passkey added by the owner of the account',
  'event.account.passkeyRemoved': 'Passkey removed by the owner of the account',
  'event.account.identityLinked': 'Account linked with the shared sign-in service',
  'event.account.identityUnlinked': 'Link with the shared sign-in service taken away',
  'event.account.mailChanged': 'E-mail address of the account changed',
  'event.account.claimChanged': 'Name of the account at the shared sign-in service entered',
  'event.account.recoveryMade': 'Recovery codes made by the owner of the account',
  'event.account.recovered': 'Signed in with a recovery code',
  'event.account.waysRevoked': 'Other ways to sign in taken away by an officer',
  'event.account.sessionsEnded': 'Sessions ended by the owner of the account',
} satisfies Record<keyof typeof id, string>;
