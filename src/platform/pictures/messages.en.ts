export default {
  'pictures.damaged': 'This picture is damaged or cut off. Photograph or scan again.',
  'pictures.coding':
    'This JPEG has a coding that not every device shows (CMYK for printing presses, for example). Save it again as an ordinary JPEG (RGB).',
  'pictures.tooWide':
    'A picture of {width} × {height} dots is too large. Make its longest side at most 12,000 dots.',
  'pictures.tooSmall': 'A picture of {width} × {height} dots is too small to read. Photograph or scan again.',
} as const;
