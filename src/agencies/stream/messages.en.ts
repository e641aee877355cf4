export default {
  'agencies.stream.notCsv': 'This is no CSV file. Open it in Excel, choose Save As, then CSV UTF-8.',
  'agencies.stream.noHeader': 'No heading was found in the first 20 rows.',
  'agencies.stream.columns': 'Columns are missing or double: {columns}.',
  'agencies.stream.noAgency': 'There is no column with the code of the institution; a file of many needs one.',
  'agencies.stream.quote': 'A quotation mark is never closed. Put the file right, then start again.',
  'agencies.stream.changed':
    'This is not the file that was read so far: it differs between rows {row} and {until}. Put the old file back, or start a new load.',
} as const;
