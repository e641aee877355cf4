import type id from './messages.id.ts';

export default {
  'access.signIn': 'Sign in',
  'access.signInTitle': 'Sign in as staff',
  'access.signInHint': 'Employees who want to sign do not need to sign in: use your personal link or slip.',
  'access.username': 'User name',
  'access.password': 'Password',
  'access.signOut': 'Sign out',
  'access.nav.campaigns': 'Campaigns',
  'access.nav.roster': 'Roster',
  'access.nav.audit': 'Audit trail',
  'access.role.officer': 'Personnel officer',
  'access.role.leader': 'Head',
  'access.role.operator': 'Unit operator',
  'access.role.auditor': 'Auditor (read only)',
  'access.role.inspector': 'Inspectorate',
  'access.choose': 'Choose an institution',
  'access.chooseNone': 'This account has no role at any institution yet. Ask your personnel officer.',
  'access.wrong': 'User name or password do not match. Check both again.',
  'access.slowDown': 'Too many tries for this name. Wait a minute, then try again.',
  'access.signInFirst': 'This page is for staff. Sign in first at /masuk.',
  'access.notYours': 'Your account may not open this page. Ask the personnel officer if it should.',
  'access.usernameForm':
    'User names have 3 to 40 small letters, digits, dots, underscores or hyphens, and start with a letter or digit.',
  'access.passwordShort':
    'A password has at least 10 characters. A few unrelated words are easier to remember.',
  'access.usernameTaken': 'This user name is taken. Choose another.',
  'access.alreadyClaimed': 'This installation already belongs to an institution. Sign in with your account.',
  'access.exampleOnlyHere':
    'Signing in as an example works only from this computer itself, before an institution has claimed the installation.',
  'access.nav.accounts': 'Accounts',
  'access.toWork': 'Back to work',
  'access.ownPassword': 'Change password',
  'access.ownPasswordHint':
    'Choose a password that you use nowhere else. A few unrelated words are easier to remember.',
  'access.ownPasswordSave': 'Change my password',
  'access.ownPasswordSaved': 'Your password has been changed. On other devices you must sign in again.',
  'access.oldPassword': 'Old password',
  'access.newPassword': 'New password',
  'access.newPasswordAgain': 'New password, once more',
  'access.oldWrong': 'The old password does not match. Check it again.',
  'access.passwordLong': 'A password has at most {limit} characters.',
  'access.passwordAgain': 'The two new passwords differ. Type them again.',
  'access.accountUnknown': 'There is no such account or role at your institution.',
  'access.roleHeld': 'This account already has that role in that place.',
  'access.roleEnded': 'This role has already ended.',
  'access.lastOfficer':
    'This is the last personnel officer of the whole institution. Give that role to somebody else first.',
  'access.worksElsewhere':
    'A password can be given only to an account that has a role at your institution now, and at no other.',
  'event.account.passwordChanged': 'Password changed by the owner of the account',
} satisfies Record<keyof typeof id, string>;
