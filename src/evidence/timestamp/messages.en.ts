export default {
  'stamps.title': 'Time stamps from outside',
  'stamps.text':
    'A time-stamping authority (RFC 3161) outside this system states that a tree head existed at that moment. As one head binds all entries under it, nothing can be dated back to before the stamp.',
  'stamps.table': 'The last time stamp of each log',
  'stamps.log': 'Log',
  'stamps.size': 'Entries stamped',
  'stamps.at': 'Time by the authority',
  'stamps.authority': 'Authority',
  'stamps.known': 'known',
  'stamps.unknown': 'not compared with a root certificate',
  'stamps.token': 'token',
  'stamps.stampedText': 'text',
  'stamps.none': 'No log has been stamped yet.',
  'stamps.failed':
    'No time stamp could be had since {moment}: {reason}. Signing is not disturbed; it is asked again.',
};
