import type id from './messages.id.ts';

export default {
  'platform.skip': 'Skip to content',
  'platform.otherLanguage': 'Bahasa Indonesia',
  'platform.mainNavigation': 'Main menu',
  'platform.problem': 'There is a problem',
  'platform.notFound': 'This page does not exist. Check the address, or start from the front page.',
  'platform.notFoundTitle': 'Not found',
  'platform.refusedTitle': 'This cannot go on yet',
  'platform.toFront': 'To the front page',
  'platform.back': 'Back',
  'platform.signIn': 'Sign in',
  'platform.faultTitle': 'Something went wrong',
  'platform.fault':
    'This is our fault, not yours. Nothing is half saved. Try again; if it happens again, give the code {id} to the administrator.',
  'platform.crossSite':
    'This request did not come from one of Ikrar’s own pages, so it was refused. Open the page again and retry.',
  'platform.tooLarge': 'What was sent is too large (limit {limit}). Make the file smaller or split it.',
  'platform.unreadable':
    'What was sent cannot be read. Open the page again, fill it in and send it once more.',
  'platform.databaseAway':
    'The database cannot be reached at the moment. Wait a little and try again; if you had just sent something, look first whether it was stored.',
  'platform.busy': 'The server is full at the moment. Nothing is lost; try again in a few seconds.',
} satisfies Record<keyof typeof id, string>;
