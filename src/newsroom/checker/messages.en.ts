import type id from './messages.id.ts';

export default {
  'newsroom.check.law-not-in-force.replaced':
    '{name} was no longer in force on {date}: revoked on {since} and replaced by {successor}. Cite {successor}, or say that you quote the old rule.',
  'newsroom.check.law-not-in-force.revoked':
    '{name} was no longer in force on {date} (ended {since}). Replace it by the rule in force on that day.',
  'newsroom.check.law-not-in-force.not-yet':
    '{name} was not yet in force on {date}; it is in force from {since}. Check the date or the number.',
  'newsroom.check.law-unknown':
    '{name} is not in our register, so we cannot check it. Compare number and year with the official text.',
  'newsroom.check.citation-garbled.word-missing':
    'Number {printed} of {name} has lost the word "Nomor", so that the five numbers run together. It should read: {right}.',
  'newsroom.check.citation-garbled.altered':
    'Number {printed} of {name} does not match. It should read: {right}.',
  'newsroom.check.citation-garbled.foreign':
    'Number {printed} is none of the numbers of {name}. Check the five numbers one by one.',
  'newsroom.check.citation-garbled.absent':
    'The number of one agency is missing from {name}: {right}. Add it.',
  'newsroom.check.citation-garbled.wrong-issuer':
    'Number {printed} of {name} stands beside the wrong agency. It should read: {right}.',
  'newsroom.check.article-misquoted.subject':
    '{article} {name} is not about the people named here. In our words it says: {gist} Change the article or the sentence.',
  'newsroom.check.article-misquoted.matter':
    '{article} {name} is about something else: {gist} What is written is closer to {better}. Compare with the official text.',
  'newsroom.check.article-misquoted.no-such':
    '{name} has no {article}: the last article we know of is {last}. Check the number.',
  'newsroom.check.article-misquoted.no-number':
    '{outer} {name} has no {article}. Check the number; prohibitions and sanctions are numbered differently.',
  'newsroom.check.weekday-mismatch': '{date} is a {right}, not a {printed}. Correct the day or the date.',
  'newsroom.check.date-contradiction.relative':
    'The text is dated {printed}, but its words about {named} place the event on {weekday}, {spoken}: {days} days apart. Make sure of the date.',
  'newsroom.check.date-contradiction.paper':
    'The event is dated {printed}, before the letter it rests on ({paper}). Check both dates.',
  'newsroom.check.year-missing.by-weekday':
    'The year is not written. {printed} fits only {year} between {from} and {to}, so it reads as {date}. Write the year.',
  'newsroom.check.year-missing.by-bounds':
    'The year is not written. Between {from} and {to} only {date} is possible. Write the year.',
  'newsroom.check.year-missing.no-year-fits':
    'The year is not written, and {printed} fits no year between {from} and {to}. Check the day and the date.',
  'newsroom.check.year-missing.unknown':
    'The year is not written and does not follow from the text. Write the year.',
  'newsroom.check.points-missing.neutrality': 'The point on guarding neutrality is missing. Complete it.',
  'newsroom.check.points-missing.conflict-of-interest':
    'The point on conflict of interest, intimidation and taking sides is missing. Complete it.',
  'newsroom.check.points-missing.social-media':
    'The point on social media (social-media) is missing. Complete it.',
  'newsroom.check.points-missing.money-politics': 'The point on money politics is missing. Complete it.',
  'newsroom.check.points-missing.other':
    'Point {number} of the pinned text is missing: "{theme}". Complete it.',
  'newsroom.check.points-differ.pinned':
    'Point {number} differs from the pinned text: {diff}. Make it the same.',
  'newsroom.check.points-differ.added': 'This point is not in the pinned text. Remove it or pin a new text.',
  'newsroom.check.points-differ.slip':
    'In "{near}" it says "{printed}", usually "{should}"; this one word turns the meaning. Compare with the official text.',
  'newsroom.check.points-differ.merged':
    'Only {counted} points are counted out, but there are {listed}: two run together. Give each point its own number.',
  'newsroom.check.point-count-mismatch':
    '{announced} points are announced, {listed} are written. Complete them or correct the number.',
  'newsroom.check.title-body-conflict.election':
    'The title says {title}, the body {body}. Make both agree with the pledge.',
  'newsroom.check.title-body-conflict.signers':
    'The title says that {group} sign too, but in the body they do not. Witnessing is not signing; correct one of them.',
  'newsroom.check.title-body-conflict.size':
    'The title says {title}, the body {body}. Make the numbers agree.',
  'newsroom.check.text-duplicated':
    'This part repeats what was said before. Remove it; its numbers and quotes are not counted twice.',
  'newsroom.check.symbolic-only':
    'The signing was only symbolic. Signatures of a few do not count as those of all staff; collect each one.',
  'newsroom.check.participants-mixed-employers':
    'Participants are not only staff of {organiser}: "{other}" work for another institution. Record each one\'s own employer.',
  'newsroom.check.term-variant': 'It says "{printed}"; the usual term is "{standard}". Correct it.',
  'newsroom.check.office-expired':
    '{name} is gone since {until}, so nothing can be sent to it on {date}. Its enforcement went to {successor}.',
  'newsroom.check.file.tooLarge': 'The file is too large (limit {limit}). Send only the text.',
  'newsroom.check.file.pdfNoText':
    'This PDF holds no text; it may be a scan. Open the original, copy its text, then paste it.',
  'newsroom.check.file.pdfBroken':
    'This PDF is broken or not whole. Save it as PDF again, or copy its text, then paste it.',
  'newsroom.check.file.pdfLocked':
    'This PDF is locked with a password. Save it without one, or copy its text, then paste it.',
  'newsroom.check.file.pdfPages':
    'This PDF has {pages} pages (limit {limit}). Send only the pages that matter.',
  'newsroom.check.file.tooSlow':
    'This file takes too long to read. Send only the pages that matter, or copy its text, then paste it.',
  'newsroom.check.file.oldWord': 'The old DOC format cannot be read. Save it as DOCX or TXT and try again.',
  'newsroom.check.file.notWord':
    'This is not a whole DOCX. Save it again from your word processor, or paste the text.',
  'newsroom.check.file.binary': 'This file is not text. TXT, HTML, DOCX and PDF with text can be read.',
  'newsroom.check.file.absent': 'The file {file} cannot be opened. Check its name.',
  'newsroom.check.cli.help':
    'ikrar law check FILE [--on DATE] [--json] [--lang id|en]\n\nChecks a circular, a pledge text or a press article (TXT, HTML, DOCX, PDF with text): citations, dates, points, terms.\n\n  --on DATE      judge the law as of this day (YYYY-MM-DD); without it the day that the text gives\n  --json         JSON output; positions are UTF-16 units of the text\n  --lang id|en   language of the messages (default: id)\n\nExit code 0 when the check ran, findings or not; 2 on bad input.',
  'newsroom.check.cli.usage': 'Name one file. See: ikrar law check --help',
  'newsroom.check.cli.option': 'Unknown option {option}. See: ikrar law check --help',
  'newsroom.check.cli.date': 'The date "{date}" is wrong. Write it as YYYY-MM-DD, for example 2024-09-11.',
  'newsroom.check.cli.lang': 'There is no language "{lang}". Choose id or en.',
  'newsroom.check.cli.findings': 'Findings: {count}',
  'newsroom.check.cli.citations': 'Citations: {count}',
  'newsroom.check.cli.record': 'Draft record',
  'newsroom.check.cli.at': 'line {line}, column {column}',
  'newsroom.check.cli.derived': 'derived',
  'newsroom.check.cli.source': 'Source',
  'newsroom.check.cli.none': 'No findings.',
} as const satisfies Record<keyof typeof id, string>;
