export default {
  'offline.unknown': 'This device is not known or was not prepared.',
  'offline.notEnrolled': 'This device has not been prepared for use without network.',
  'offline.otherKey':
    'This device was prepared before. Its unlock code is with the staff, on the Devices page; or open a new tablet.',
  'offline.badKey': 'The key of the device cannot be read. Use a newer browser.',
  'offline.tooMany':
    'A pack holds at most {most} people. Open the tablet for a unit, not the whole institution.',
  'offline.busy': 'Too often. The device will try again by itself.',
  'offline.wrongKey': 'This was not sent by the device that it names. Nothing was recorded.',
  'offline.outOfOrder': 'Numbers of the queue are missing. Nothing was recorded.',
  'offline.unreadable': 'What the device had saved cannot be opened: damaged, or of another device.',
  'offline.swapped': 'This number was already used for something else on the same device.',
  'offline.statement':
    'The signature of the device does not fit the text, name, drawing or time that was sent. Ask the person to sign again.',
  'offline.noCeremony': 'This tablet was not opened for a ceremony, so attendance cannot be recorded.',
  'offline.noSuchPerson': 'This person is not in the campaign.',
  'offline.lost':
    'This device was reported lost, so what it sends is no longer recorded. Ask the person to sign again.',
  'offline.tooLate':
    'This came more than seven days after the tablet had expired. Ask the person to sign again.',
  'event.device.enrolled': 'Device prepared for use without network',
  'event.device.itemRefused': 'Something sent by a device was refused',
} as const;
