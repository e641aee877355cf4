import type id from './messages.id.ts';

export default {
  'reporting.example':
    'An example. Everybody knows the key of its recipient: do not write a real report here.',
  'reporting.title': 'Report',
  'reporting.lead':
    'Here you can report a suspected breach of neutrality by an employee. No account, no staff number, and you need not give your name.',
  'reporting.leave': 'Leave this page',
  'reporting.leaveHint':
    'The button at the foot of the screen closes this page at once and opens a weather site. On a keyboard: Shift three times.',
  'reporting.footReport': 'Report',
  'reporting.footBack': 'Open answers with a code',
  'reporting.choose': 'Of which institution is the employee?',
  'reporting.chooseHint': 'Type part of its name. Only institutions that take reports here are shown.',
  'reporting.search': 'Find the institution',
  'reporting.found': 'Institutions that take reports',
  'reporting.foundNone': 'No institution of that name takes reports here.',
  'reporting.noneOpen':
    'No institution takes reports here yet. You can go to one of the bodies below directly.',
  'reporting.more': 'There are {count} institutions. Search by name to see the others.',
  'reporting.haveCode': 'Reported before?',
  'reporting.haveCodeText': 'With your report code you can read answers and add to your report.',
  'reporting.openBox': 'Open answers with a code',
  'reporting.promise': 'What we protect, and what we cannot',
  'reporting.tools': 'Tor Browser and phones without JavaScript',
  'reporting.safe': 'What is protected',
  'reporting.safe.sealed':
    'Text and files are locked on your device before they are sent. Only people on record as recipients of reports can open them, not those who run this system.',
  'reporting.safe.anonymous':
    'You need not give your name. We set no cookies and write down no network address.',
  'reporting.safe.metadata':
    'From photos and documents, hidden details such as place and device name are removed first.',
  'reporting.safe.recused':
    'If somebody who receives reports is involved, tick them: they get no key and do not see the report.',
  'reporting.unsafe': 'What we cannot protect',
  'reporting.unsafe.network':
    'The network you use (office, provider, internet café) knows that your device opened this address, though not what you wrote.',
  'reporting.unsafe.device':
    'Do not use a computer, phone or Wi-Fi of your office: their owner can see what you open.',
  'reporting.unsafe.words':
    'What you write may point to you, where you alone know it. Write what happened, not who you are.',
  'reporting.unsafe.facts':
    'That there is a report, the day it came and who receives it are stored openly on this server. What it says is not.',
  'reporting.unsafe.code':
    'The script that locks a report is sent by this server. If somebody bad takes the server over, the script can be changed.',
  'reporting.noScriptTitle': 'Without JavaScript (“Safest” in Tor Browser)',
  'reporting.noScriptText':
    'You can still report. The difference: your text is readable in the memory of the server for a moment before it is locked, hidden details are removed there, and files together may have 5 MB at most.',
  'reporting.torTitle': 'Hiding your network',
  'reporting.torText':
    'With Tor Browser from torproject.org your network does not know which site you open, and this site does not know where you come from. Install it on a device of your own.',
  'reporting.torOnion': 'In Tor Browser our address is',
  'reporting.bodies': 'You may also go to another body directly',
  'reporting.bodiesText':
    'You need not go through your own institution. What is said here is by the source beside it.',
  'reporting.source': 'Source',
  'reporting.body.bawaslu': 'Bawaslu (election supervisor)',
  'reporting.body.bawaslu.text':
    'For breaches of election law: campaigning, campaign teams, decisions of officials that favour a candidate. In regional elections within 7 days of learning of it. Your name and address are asked for.',
  'reporting.body.bkn': 'BKN, through SBT (Pelaporan Publik)',
  'reporting.body.bkn.text':
    'For neutrality of civil servants, since October 2024. The number (NIK or NIP) of the reported person is asked for; without it, use SP4N-LAPOR!.',
  'reporting.body.lapor': 'SP4N-LAPOR!',
  'reporting.body.lapor.text':
    'For complaints about public services, neutrality of civil servants among them. Passed on to the institution in charge.',
  'reporting.agencyTitle': 'Report to {agency}',
  'reporting.agencyLead':
    'Only those who receive reports at that institution read it. The history of your browser does not show what you write.',
  'reporting.closed': '{agency} takes no reports here at the moment.',
  'reporting.closedText': 'Choose another institution, or go directly to one of the bodies below.',
  'reporting.backToList': 'Another institution',
  'reporting.checkTitle': 'Not sure whether it is a violation?',
  'reporting.checkText':
    'Say briefly what you saw, for example: district head joined a rally. You may skip this.',
  'reporting.checkField': 'What did you see?',
  'reporting.checkHint':
    'Without names. The server reads this to find an answer, then forgets it. The guide understands Indonesian.',
  'reporting.checkTopic': 'Or choose the act',
  'reporting.checkAsk': 'Check',
  'reporting.checkUnknown': 'The guide does not know that act.',
  'reporting.checkUnknownText': 'That does not mean it is allowed. You can still report.',
  'reporting.verdict.allowed': 'This is generally allowed',
  'reporting.verdict.allowedText':
    'If something makes it different, say so in the report. You can still report.',
  'reporting.verdict.bawaslu': 'This may also be a matter of election law: go to Bawaslu directly',
  'reporting.verdict.bawasluText':
    'The election side is decided by Bawaslu, within days. The discipline of the employee can be reported here; you may do both.',
  'reporting.verdict.may': 'This may be a violation',
  'reporting.verdict.mayText': 'Go on. Those who receive the report will judge it, by the date of the act.',
  'reporting.writeTitle': 'Write the report',
  'reporting.writeText': 'One page. Only what happened must be filled in.',
  'reporting.write': 'Go on to the report',
  'reporting.sealedHere':
    'The report will be locked on this device before it is sent. The server cannot read it.',
  'reporting.sealedThere':
    'JavaScript is off in this browser. Your text will be readable in the memory of the server for a moment, locked on arrival, and not stored in the open.',
  'reporting.what': 'What happened?',
  'reporting.whatHint': 'In your own words. Write what you saw or heard.',
  'reporting.whoTitle': 'Who is reported?',
  'reporting.whoHint':
    'Fill in what you know. No staff number is needed, and nothing is looked up in any list.',
  'reporting.name': 'Name',
  'reporting.post': 'Post',
  'reporting.unit': 'Unit or place of work',
  'reporting.when': 'When?',
  'reporting.whenHint':
    'For example: Tuesday 17 September 2024, in the morning. The date decides which rules apply.',
  'reporting.where': 'Where?',
  'reporting.how': 'How do you know?',
  'reporting.howHint': 'For example: I was there; from a chat group; from the news.',
  'reporting.files': 'Photos or files',
  'reporting.filesHint': 'At most {count} files of {size} MB each.',
  'reporting.filesHintPlain': 'Without script: 5 MB at most for all together.',
  'reporting.original': 'Send files as they are, do not remove hidden details',
  'reporting.originalHint':
    'Only where those details are evidence themselves, such as the time a photo was taken. An original may show who made it.',
  'reporting.modeTitle': 'With or without your name?',
  'reporting.mode.anonymous': 'Anonymous',
  'reporting.mode.anonymousText':
    'Your name is not asked for. With the report code you can still exchange messages.',
  'reporting.mode.confidential': 'Confidential',
  'reporting.mode.confidentialText':
    'Your name is locked separately. Only a custodian of identities can open it: {who}.',
  'reporting.mode.identified': 'With your name',
  'reporting.mode.identifiedText': 'All who receive this report know your name.',
  'reporting.noCustodian':
    'This institution has named no custodian of identities yet, so “confidential” is not offered.',
  'reporting.ownName': 'Your name',
  'reporting.ownNameHint': 'Leave empty if anonymous.',
  'reporting.contact': 'How to reach you, if you like',
  'reporting.involved': 'Is one of those who receive this report involved?',
  'reporting.involvedHint': 'Whoever is ticked gets no key of this report and does not see it.',
  'reporting.headTitle': 'If the head of the institution is reported, or all recipients are involved',
  'reporting.headText':
    'Tick them above; if a recipient is left, the report can still be sent. It is safer to go directly to a body outside the institution:',
  'reporting.send': 'Lock and send',
  'reporting.sendPlain': 'Send',
  'reporting.missing': 'Write what happened.',
  'reporting.tooLong': 'This text is too long. Shorten it, and add the rest later with your report code.',
  'reporting.nameMissing': 'Write your name, or choose anonymous.',
  'reporting.modeUnknown': 'Choose one.',
  'reporting.nobodyLeft':
    'All recipients are ticked as involved, so nobody can receive this report here. Please use one of the bodies outside the institution.',
  'reporting.tooManyFiles': 'Too many files. At most {count}.',
  'reporting.fileTooLarge': 'This file is too large. At most {size} MB, {all} MB for all together.',
  'reporting.fileDamaged':
    'This file cannot be cleaned, because it is damaged or not of the kind it says. Remove it, or send it as it is.',
  'reporting.filesAgain': 'For safety files are not kept. Choose them again before you send.',
  'reporting.file.cleaning': 'Cleaning…',
  'reporting.file.clean': 'Hidden details were removed.',
  'reporting.file.unknown':
    'Not surely clean: we do not fully know this kind of file. Consider sending a picture of the screen.',
  'reporting.file.original': 'Sent as it is.',
  'reporting.file.failed': 'Could not be cleaned. Remove it, or choose to send it as it is.',
  'reporting.file.sending': 'Sending file {n} of {all}: {share}%',
  'reporting.file.done': 'All files have arrived.',
  'reporting.file.waiting':
    'Not all files have arrived. Do not close this page; it tries again by itself. Your report has been received.',
  'reporting.busy.check': 'Checking who receives reports…',
  'reporting.busy.code': 'Making the report code. On an old phone this may take more than ten seconds…',
  'reporting.busy.seal': 'Locking the report…',
  'reporting.busy.send': 'Sending…',
  'reporting.busy.again':
    'The network is gone. Nothing is lost: it tries again by itself, and the report will not come in twice.',
  'reporting.failed': 'Not sent yet. {why}',
  'reporting.failedOdd': 'Something went wrong on this device. Your text is still there; try to send again.',
  'reporting.chainBad':
    'It cannot be made sure that the list of recipients is genuine, so nothing was sent. Use another body, and do not send from this page.',
  'reporting.fingerprint': 'Compare with the poster, if there is one',
  'reporting.fingerprintStaff': 'Words for the poster',
  'reporting.fingerprintText':
    'The words on the institution’s poster about reports must be the same as these. If they differ, do not send.',
  'reporting.doneTitle': 'Your report has been received',
  'reporting.doneLead':
    'Write these nine words on paper now. The code is shown only once and cannot be replaced if lost.',
  'reporting.code': 'Report code',
  'reporting.codeText': 'Keep the paper in a safe place: whoever has this code can read your conversation.',
  'reporting.copy': 'Copy the code',
  'reporting.copied': 'Copied',
  'reporting.copyWarning': 'What is copied can be read by other apps on this device. Paper is safer.',
  'reporting.wrote': 'I have written this code down',
  'reporting.nextTitle': 'What comes next',
  'reporting.next.receipt':
    'Those who receive the report read it and put a receipt into your box of answers, within 7 days.',
  'reporting.next.back':
    'Open the answers with that code at {address}. No other news will come: we cannot reach you.',
  'reporting.next.leave': 'Once you have written down the code, close this page with the button to leave.',
  'reporting.doneSealedThere':
    'This report was locked by the server on arrival, because the browser runs without script.',
  'reporting.unreadable': 'This cannot be read. Load the page again, then try again.',
  'reporting.taken': 'This report number has been used. Load the page again, then send again.',
  'reporting.recipientsChanged':
    'The list of recipients has just changed. Send again; the report is locked anew.',
  'reporting.closedNow': 'This channel is closed at the moment. Nothing was stored.',
  'reporting.fileUnknown': 'This file belongs to no report.',
  'reporting.staffTitle': 'Reporting channel',
  'reporting.staffLead':
    'Here the reporting channel is opened and closed. What reports say is not seen on this page, nor by administrators.',
  'reporting.state': 'State',
  'reporting.state.open': 'Open',
  'reporting.state.closed': 'Closed',
  'reporting.state.never': 'Never opened',
  'reporting.since': 'Since',
  'reporting.keep': 'Reports are kept',
  'reporting.keepValue': '{days} days after closing',
  'reporting.recipients': 'Recipients of reports',
  'reporting.recipientsValue': '{count} people, {custodians} of them custodians of identities',
  'reporting.noRecipient':
    'The channel can be opened once there is a recipient of reports. Add one on the page of recipients first.',
  'reporting.chainUnsure':
    'The chain of recipients cannot be verified. The channel serves no reports until that is mended.',
  'reporting.noCustodianWarn':
    'There is no custodian of identities. Reporters cannot choose “confidential”, only with or without their name.',
  'reporting.address': 'Address to be printed',
  'reporting.addressText':
    'Print this address with its fingerprint words on posters, so that reporters can make sure the list of recipients was not swapped. Print again whenever recipients change.',
  'reporting.keepDaysField': 'For how many days are reports kept after the case is closed?',
  'reporting.keepDaysHint': 'Between {least} and {most} days.',
  'reporting.keepDays': 'Write a number of days between 30 and 3660.',
  'reporting.open': 'Open the channel',
  'reporting.keepChange': 'Save the number of days',
  'reporting.close': 'Close the channel',
  'reporting.closeText': 'Reports that came in stay, and their conversations go on.',
  'event.case.received': 'Report came in',
  'event.channel.opened': 'Reporting channel opened or set',
  'event.channel.closed': 'Reporting channel closed',
} as const satisfies Record<keyof typeof id, string>;
