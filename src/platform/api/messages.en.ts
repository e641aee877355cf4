import type id from './messages.id.ts';

export default {
  'api.title': 'For programs: the API',
  'api.lead':
    'Other systems of your institution can read and update the roster, fetch who has signed, and be told of changes. A token is for one institution alone.',
  'api.document': 'The OpenAPI 3.1 document for your tools:',
  'api.start': 'To begin',
  'api.startToken':
    'An officer whose role is for the whole institution makes a token on the page API tokens. It is shown once.',
  'api.startScope':
    'A token opens only what was chosen, for at most a year. One that can change data needs the approval of a second person.',
  'api.startSend': 'Send the token in the head of the request. Cookies are not read here.',
  'api.startLimit':
    'Each token may ask {limit} times a minute; the RateLimit header says how many are left. An answer 429 says in Retry-After when to ask again.',
  'api.startTag':
    'Send the ETag back in If-None-Match: what has not changed is answered 304, without a body.',
  'api.startEvent':
    'Every reading of data about people stands in the institution’s audit trail, with the token and the number.',
  'api.routes': 'Addresses',
  'api.routesCaption': '{total} addresses below {base}',
  'api.route': 'Address',
  'api.summary': 'What it holds',
  'api.scope': 'Scope of the token',
  'api.problems': 'When something is wrong',
  'api.problemsLead':
    'Refusals follow RFC 9457 (application/problem+json). Their code never changes; the sentence follows Accept-Language.',
  'api.problemsCaption': 'Codes that every address may answer',
  'api.code': 'Code',
  'api.meaning': 'Meaning',
  'api.notJson': 'The body is no JSON, or Content-Type is not application/json.',
  'api.invalid': 'The request is not as described.',
  'api.badCursor': 'This cursor is not one of this list.',
  'api.tooMany': 'Too many requests. Try again in {seconds} seconds.',
  'api.keyReused': 'This Idempotency-Key was already used for another request.',
  'api.keyForm': 'An Idempotency-Key is 8 to 100 letters, digits, dots, underscores or hyphens.',
} satisfies Record<keyof typeof id, string>;
