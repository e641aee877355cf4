import { type Check, checkMeanings, reasonMeanings } from '../verify/index.ts';

const WORDS = { pass: 'ok  ', fail: 'FAIL', unknown: '??  ' } as const;

/** A report for a terminal: a line for each check, then the verdict. */
export function reportLines({ verdict, checks }: { verdict: string; checks: readonly Check[] }): string {
  return [...checks.map(line), '', verdict.toUpperCase()].join('\n');
}

function line({ code, verdict, reason, params }: Check): string {
  const why = reason ? `\n       ${reason}: ${reasonMeanings[reason]}` : '';
  const whose = !reason && params?.subject ? `\n       ${plain(params.subject)}` : '';
  return `${WORDS[verdict]}  ${code}: ${checkMeanings[code]}${why}${whose}`;
}

/** Attacker: a name in a certificate that speaks to the terminal. */
function plain(text: string): string {
  return text.replace(/\p{C}/gu, '\ufffd');
}
