import type id from './messages.id.ts';

export default {
  'agencies.roster.file.empty': 'This file is empty. Choose a roster file that has something in it.',
  'agencies.roster.file.too-big':
    'The file is larger than {limitMb} MB. Split it, for example one file for each office.',
  'agencies.roster.file.is-pdf': 'This is a PDF, not a roster. Upload an Excel (.xlsx) or CSV file.',
  'agencies.roster.file.is-image': 'This is a picture, not a roster. Upload an Excel (.xlsx) or CSV file.',
  'agencies.roster.file.is-xls':
    'This is an old Excel file (.xls). Open it in Excel and save it as Excel Workbook (.xlsx).',
  'agencies.roster.file.is-xlsb':
    'This is a binary Excel file (.xlsb). Open it in Excel and save it as Excel Workbook (.xlsx).',
  'agencies.roster.file.is-ods':
    'This is an OpenDocument file (.ods). Open it in LibreOffice and save it as Excel 2007-365 (.xlsx).',
  'agencies.roster.file.is-html':
    'This is a web page or XML with a spreadsheet’s name. Open it in Excel and save it as Excel Workbook (.xlsx).',
  'agencies.roster.file.is-zip':
    'This is a ZIP archive, not an Excel file. Unpack it and upload the roster inside.',
  'agencies.roster.file.is-binary': 'This kind of file is not known. Upload an Excel (.xlsx) or CSV file.',
  'agencies.roster.file.encrypted':
    'This file is locked with a password. Remove the password in Excel, save, and upload again.',
  'agencies.roster.file.damaged':
    'This file is damaged or incomplete ({part}). Save it as a new .xlsx in Excel and upload that.',
  'agencies.roster.file.bomb':
    'The contents of this file are unreasonably large, so we did not open it. Copy the data into a new Excel file and upload that.',
  'agencies.roster.file.xml-dtd':
    'This file holds XML instructions that do not belong there ({part}). Save it again from Excel and upload that.',
  'agencies.roster.file.no-sheet': 'This Excel file has no sheet that can be read. Look at it in Excel.',
  'agencies.roster.file.too-many-rows':
    'This roster has more than {limit} rows. Split it, for example one file for each office.',
  'agencies.roster.file.too-many-columns':
    'This roster has more than {limit} columns. Remove those that are not needed and upload again.',
  'agencies.roster.file.cell-too-long':
    'A cell holds more than {limit} characters. Shorten it. In a CSV, also look for a quotation mark that is never closed.',
  'agencies.roster.file.csv-quote':
    'A quotation mark near row {row} is never closed. Correct that row, or save the roster as .xlsx.',

  'agencies.roster.id.missing':
    'The NIP is empty. Enter its 18 digits, or set the category to non-ASN if there is none.',
  'agencies.roster.id.exponent':
    'Excel rewrote this number in a form like 1.98503E+17 and its digits are lost. Set the column to Text, enter the NIP again from its source, and upload again.',
  'agencies.roster.id.precision':
    'The NIP is stored as a number. Excel keeps only 15 digits, so the last ones cannot be trusted. Set the column to Text, enter the NIP again from its source, and upload again.',
  'agencies.roster.id.rounded':
    'This number ends in 000, the mark of Excel having rounded it. Take the NIP from its source again and enter it in a Text column.',
  'agencies.roster.id.length':
    'A NIP has 18 digits; this has {length}. Look for a digit missing or too many.',
  'agencies.roster.id.not-digits': 'A NIP has digits only. Remove letters and other signs from this cell.',
  'agencies.roster.id.old-nip': 'This is an old NIP (9 digits). Enter the new one of 18 digits.',
  'agencies.roster.id.nik':
    'This number has 16 digits like a NIK. We do not store or show a NIK. Enter the NIP, or the office’s own number for non-ASN.',
  'agencies.roster.id.npwp':
    'This looks like a tax number. We do not store it. Enter the NIP, or the office’s own number for non-ASN.',
  'agencies.roster.id.phone':
    'This looks like a phone number. We do not store it. Enter the NIP, or the office’s own number for non-ASN.',
  'agencies.roster.id.birth-date':
    'The first eight digits must be a birth date (year, month, day), and this one is not in the calendar. Check the NIP.',
  'agencies.roster.id.start-month':
    'Digits 13 and 14 must be the month of appointment (01 to 12). Check the NIP.',
  'agencies.roster.id.sex': 'Digit 15 must be 1 (male) or 2 (female). Check the NIP.',
  'agencies.roster.id.age':
    'By this number the person was {age} when appointed, which cannot be. Check the birth date and year of appointment in the NIP.',
  'agencies.roster.id.future': 'This number holds a date that has not come yet. Check the NIP.',
  'agencies.roster.id.looks-like-pppk':
    'This has the form of a PPPK number, but the category is not PPPK. Correct the category or the number.',
  'agencies.roster.id.looks-like-pns':
    'This has the form of a civil servant’s NIP, but the category is not PNS or CPNS. Correct the category or the number.',
  'agencies.roster.id.local-shape':
    'A non-ASN number may hold only letters, digits and . / - _ up to 40 characters. Correct it, or leave it empty.',
  'agencies.roster.id.local-missing':
    'Without a number this person is known by name and unit. Give a number if two people share a name.',
  'agencies.roster.id.is-date':
    'This cell holds a date, not a NIP. Excel may have changed it. Set the column to Text and enter the NIP again.',
  'agencies.roster.id.formula':
    'This NIP is the result of a formula. Copy the column, paste it as Values into a Text column, and upload again.',

  'agencies.roster.name.missing': 'The name is empty. Enter this person’s name.',
  'agencies.roster.name.too-long':
    'The name has {length} characters, at most {limit}. Move other remarks to their own column.',
  'agencies.roster.name.formula': 'This looks like a formula, not a name. Write the name.',
  'agencies.roster.text.unprintable':
    'Column {field} holds characters that a pact cannot print: {characters}. Type it again in ordinary letters.',
  'agencies.roster.name.no-letter': 'This name has no letters. Write the name.',
  'agencies.roster.name.number': 'The name holds a long number. We do not show it. Write the name only.',
  'agencies.roster.name.cleaned': 'Invisible marks were removed from the name. Check that it is still right.',
  'agencies.roster.category.missing':
    'The category is empty and cannot be read from the number. Enter PNS, CPNS, PPPK, PPPK Paruh Waktu or Non-ASN.',
  'agencies.roster.category.unknown':
    'The category "{value}" is not known. Enter PNS, CPNS, PPPK, PPPK Paruh Waktu or Non-ASN.',
  'agencies.roster.category.inferred':
    'The category is not given. By the form of the number it is taken as {category}. Check it.',
  'agencies.roster.rank.unknown':
    'The rank "{value}" is not known and is not stored. Write III/a for PNS or IX for PPPK.',
  'agencies.roster.post.too-long': 'The post has more than {limit} characters. Shorten it.',
  'agencies.roster.unit.missing': 'The unit is empty. Enter this person’s unit.',
  'agencies.roster.unit.too-long': 'The unit’s name has more than {limit} characters. Shorten it.',
  'agencies.roster.unit.formula': 'This looks like a formula, not a unit. Write the unit’s name.',
  'agencies.roster.email.invalid':
    'This e-mail address is not valid and is not stored. Write it like name@example.go.id.',
  'agencies.roster.status.unknown':
    'The status "{value}" is not known and is not used. Write for example aktif, pensiun or cuti.',
  'agencies.roster.cell.formula':
    'The column {field} holds a formula; its last result was read. Copy the column and paste it as Values.',
  'agencies.roster.cell.error': 'The column {field} holds an Excel error such as #N/A. Correct that cell.',
  'agencies.roster.reading.interrupted':
    'Reading this file was interrupted. Nothing was kept; upload it again.',
  'agencies.roster.agency.missing': 'The code of the institution is empty.',
  'agencies.roster.agency.unknown': 'No institution has this code here. Add the institution first.',
  'agencies.roster.row.example':
    'This is an example row of the template and is passed over. Delete it when it is not needed.',
  'agencies.roster.duplicate.id':
    'This number is also in row {rows}. Delete the wrong one; until then none of them is imported.',
  'agencies.roster.duplicate.name-unit':
    'The same name and unit are also in row {rows}. If they are different people, give each a number; if not, delete one.',

  'agencies.roster.columns.no-header':
    'No column headings were found in the first 20 rows. Use our template, or make sure there are columns Nama, NIP and Unit.',
  'agencies.roster.columns.missing': 'The column {field} is missing. Add it and upload again.',
  'agencies.roster.columns.ambiguous':
    'Several columns can mean {field}: {headers}. Keep one of them and upload again.',
  'agencies.roster.sheet.others-ignored':
    'Only the sheet "{sheet}" was read. Other sheets hold rosters too: {others}. Upload each of them as its own file.',
  'agencies.roster.rows.none':
    'There is nobody below the column headings. Fill in the roster and upload again.',
  'agencies.roster.rows.without-person':
    '{count} rows without name and number were passed over, from row {row} on. Check whether any should be filled in.',

  'agencies.roster.unit.similar':
    'The unit "{unit}" does not exist but is close to "{suggestion}". Say whether it is the same unit or a new one.',
  'agencies.roster.unit.ambiguous':
    'There are {count} units called "{unit}". Fill in the unit code to say which.',
  'agencies.roster.person.ambiguous':
    'More than one person matches, so it is not clear who is meant. Give the person a number.',
  'agencies.roster.unit.own-parent': 'The unit "{unit}" is its own parent. Choose another parent.',
  'agencies.roster.unit.cycle': 'The units form a ring: {units}. Change one of the parents.',
  'agencies.roster.unit.parent-missing':
    'The parent of the unit "{unit}" does not exist. Choose one that does, or leave it empty.',
  'agencies.roster.unit.id-twice':
    'The unit "{unit}" has a code that another unit uses. Give it another code.',
  'agencies.roster.region.shape':
    'A region code is written 19, 19.06, 19.06.01 or 19.06.01.1001. Correct the code.',
  'agencies.roster.region.range':
    'The region code is outside the ministry’s ranges (kabupaten 01–69, kota 71–99, kelurahan 1xxx, desa 2xxx, desa adat 3xxx). Check it.',
  'agencies.roster.region.kind':
    'This region code is for another kind of region. Correct the code or the kind of unit.',

  'agencies.roster.field.name': 'Name',
  'agencies.roster.field.titleBefore': 'Title before the name',
  'agencies.roster.field.titleAfter': 'Title after the name',
  'agencies.roster.field.id': 'NIP/number',
  'agencies.roster.field.category': 'Category',
  'agencies.roster.field.stage': 'CPNS/PNS status',
  'agencies.roster.field.standing': 'Legal standing',
  'agencies.roster.field.status': 'Status',
  'agencies.roster.field.rank': 'Rank',
  'agencies.roster.field.post': 'Post',
  'agencies.roster.field.postStatus': 'Status of the post',
  'agencies.roster.field.unit': 'Unit',
  'agencies.roster.field.unitCode': 'Unit code',
  'agencies.roster.field.email': 'E-mail',
  'agencies.roster.field.note': 'Remarks',
  'agencies.roster.category.pns': 'PNS (civil servant)',
  'agencies.roster.category.cpns': 'CPNS (candidate civil servant)',
  'agencies.roster.category.pppk': 'PPPK (contract civil servant)',
  'agencies.roster.category.pppk-pw': 'Part-time PPPK',
  'agencies.roster.category.non-asn': 'Non-ASN',

  'agencies.roster.columns.dropped': 'Not taken, for privacy: {headers}.',
  'agencies.roster.columns.ignored': 'Not known and passed over: {headers}.',

  'agencies.roster.template.title': 'How to fill in the roster',
  'agencies.roster.template.lead':
    'Fill in the sheet Pegawai, one person a row. Rows whose name begins with CONTOH are passed over; delete them when you like. Do not write NIK, tax number, religion, address or phone: they are not needed and not stored.',
  'agencies.roster.template.column': 'Column',
  'agencies.roster.template.needed': 'Required',
  'agencies.roster.template.meaning': 'What to write',
  'agencies.roster.template.yes': 'Yes',
  'agencies.roster.template.no': 'No',
  'agencies.roster.template.asn': 'Yes, for ASN',
  'agencies.roster.template.name':
    'Full name with titles, as it will stand on the pact. At most 120 characters.',
  'agencies.roster.template.id':
    'The 18-digit NIP for PNS and CPNS, the 18-digit NI PPPK for PPPK. For non-ASN the office’s own number if there is one. Never the NIK. This column is set to Text; leave it so, or the digits will change.',
  'agencies.roster.template.category':
    'PNS, CPNS, PPPK, PPPK Paruh Waktu or Non-ASN (honorer, PPNPN, THL, contract, outsourced).',
  'agencies.roster.template.rank': 'PNS: I/a to IV/e. PPPK: I to XVII. Empty for non-ASN.',
  'agencies.roster.template.post': 'Name of the post. If held as acting, begin with Plt., Plh., Pj. or Pjs.',
  'agencies.roster.template.unit':
    'The unit, written the same for everyone in it. A unit that does not exist yet will be asked about.',
  'agencies.roster.template.email':
    'Address to send the personal link to. Leave it empty if there is none; there are printed slips.',
  'agencies.roster.template.note':
    'Read only for a status such as pensiun, cuti, tugas belajar, mutasi. Anything else is not stored.',
} as const satisfies Record<keyof typeof id, string>;
