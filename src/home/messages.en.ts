import type id from './messages.id.ts';

export default {
  'home.title': 'The neutrality pledge, from circular to proof',
  'home.lead':
    'Every employee signs the same text, one by one. Who has and who has not is counted. Anyone can check each signature.',
  'home.signCard': 'I want to sign',
  'home.signText': 'Type the code from your personal slip.',
  'home.signButton': 'Enter the code',
  'home.verifyCard': 'I want to check a document',
  'home.verifyText': 'Upload the PDF of a pact, or type its receipt number.',
  'home.guide': 'May I?',
  'home.guideCard': 'I want to ask',
  'home.guideText': 'What staff may and may not do in elections: answers with source and date.',
  'home.guideButton': 'Ask: May I?',
  'home.staffCard': 'I am an officer or a head',
  'home.staffText': 'Roster, campaigns, ceremonies, coverage and press releases.',
  'home.logs': 'Public log',
  'home.verify': 'Check a pact',
  'home.law': 'Legal bases',
  'home.documentCheck': 'Check a document',
  'home.releases': 'Press releases',
  'home.open': 'Coverage for everybody',
  'home.privacy': 'Personal data',
  'home.api': 'For programs',
  'home.staff': 'Sign in',
  'home.work': 'Go to work',
  'home.unclaimedTitle': 'This installation belongs to nobody yet',
  'home.unclaimedText':
    'This part shows only on this computer itself. Make the installation your institution’s own. Where the examples are loaded, each role can be tried first.',
  'home.examplesTitle': 'Sign in as an example role',
  'home.examplesNote':
    'The five events come from news reports; their staff and accounts are invented. User names and passwords are also printed in the terminal.',
  'home.inAgencies': 'at {count} example institutions',
  'home.enterAs': 'Sign in',
  'home.claim': 'Make it my institution’s',
  'home.practiceTitle': 'Try it as an employee on a phone',
  'home.practiceText': 'An example personal slip, of {name}:',
  'home.draftNote':
    'The pledge and pact texts that come with Ikrar are drafts in our own words, not the official text. An institution replaces them with the text of its circular.',
} satisfies Record<keyof typeof id, string>;
