import type id from './messages.id.ts';

export default {
  'strip.removed.exif': 'camera data (Exif)',
  'strip.removed.gps': 'the place where it was taken (GPS)',
  'strip.removed.xmp': 'XMP descriptions',
  'strip.removed.iptc': 'IPTC descriptions',
  'strip.removed.comment': 'comments inside the file',
  'strip.removed.icc': 'the screen or device named in the colour profile',
  'strip.removed.text': 'descriptive text',
  'strip.removed.time': 'when it was made and changed',
  'strip.removed.thumbnail': 'a small hidden picture',
  'strip.removed.author': 'names of who made it, changed it or commented on it',
  'strip.removed.trailing': 'data added behind the end of the file',
  'strip.removed.other': 'other identifying marks',
  'strip.left.kind':
    'Ikrar cannot remove what this kind of file says of its maker. Turn it into a picture (a screenshot, for example) or type its content as text.',
  'strip.left.encrypted': 'This file is locked by a password, so what is in it cannot be cleaned.',
  'strip.left.packed': 'Some data in this file is compressed and cannot be looked into.',
  'strip.left.revisions':
    'This file still holds older versions or tracked changes; what was deleted may still be readable.',
  'strip.left.attachments': 'This file holds other files, which were not cleaned.',
  'strip.left.macros': 'This file holds macros or a programmed form, which were not looked into.',
  'strip.left.signed': 'This file is signed electronically; the name of who signed is still in it.',
  'strip.left.pictures': 'There is a picture in this file that cannot be cleaned.',
  'strip.left.tracks':
    'This recording holds another data track (places, for example) that cannot be removed.',
  'strip.fault.damaged': 'This file is damaged or cut off, so it cannot be cleaned.',
  'strip.fault.too-large': 'What is in this file is too large to be cleaned in a browser.',
  'strip.seen':
    'What is seen, heard or read in the file does not change: faces, voices, names, numbers, reflections and a way of writing may tell who you are.',
} as const satisfies Record<keyof typeof id, string>;
