export default {
  'witness.title': 'Witness {name}',
  'witness.lead':
    'This witness follows the logs of another institution and cosigns each of their tree heads, only where it extends all that it has ever seen.',
  'witness.fine': 'No tree head has been refused.',
  'witness.past':
    'Tree heads were refused in the past. Since then the log has gone on from the head held here.',
  'witness.alarm':
    'A tree head was refused. Keep both heads, then ask the institution that owns the log to explain.',
  'witness.none': 'No tree head has come yet.',
  'witness.key': 'Key of this witness',
  'witness.logs': 'Logs it follows',
  'witness.log': 'Log',
  'witness.size': 'Size',
  'witness.time': 'Last cosigned',
  'witness.at': 'Came at',
  'witness.head': 'Head',
  'witness.state': 'State',
  'witness.stateFine': 'Whole',
  'witness.stateRefused': 'Refusals',
  'witness.refusedTitle': 'What was refused',
  'witness.kind.split-view': 'Two different histories',
  'witness.kind.older-head': 'An older head',
  'witness.kind.unproven': 'No proof that it goes on',
  'witness.about.split-view':
    'The owner of the log has signed two histories that cannot both stand. The two heads below prove it.',
  'witness.about.older-head':
    'This head is smaller than the one held here. Anybody may have sent an old one again; the log may also have lost entries. It settles by itself once the log goes on.',
  'witness.about.unproven':
    'There is no proof that this head extends the one held here. It may have been sent damaged; it may also be another history. It settles by itself once the log goes on.',
  'witness.heldSize': 'Held here',
  'witness.offeredSize': 'Offered',
  'witness.download': 'size {size}, download',
  'witness.everything': 'All of it with its proof',
  'witness.open': 'Open',
  'witness.closed': 'The log has gone on',
  'witness.noSuchRefusal': 'There is no such refusal here.',
} as const;
