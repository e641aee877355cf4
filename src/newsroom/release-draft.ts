import type { Recap } from '../coverage/index.ts';
import { formatDate, formatMoment, formatNumber, formatShare, instantOf } from '../platform/format.ts';
import type { ReleaseFacts } from './release-facts.ts';
import { fill, officerWords, participationWords, quotation } from './release-words.ts';
import { publicTotal, publicUnits } from './small-numbers.ts';

export interface Draft {
  title: string;
  body: string;
}

const number = (n: number) => formatNumber('id', n);
const MOST_UNITS = 12;

/**
 * A press release from the records alone, in Indonesian. What is not recorded is left out or marked `[lengkapi: …]`;
 * quotations are empty places; nobody who has not signed is named (UU 14/2008: aggregates only).
 */
export function draftRelease(facts: ReleaseFacts): Draft {
  const paragraphs = [
    opening(facts),
    reading(facts),
    others(facts),
    participants(facts),
    pledge(facts),
    bases(facts),
    coverage(facts.recap),
    verification(facts),
    `Narahubung: ${fill('nama dan nomor yang dapat dihubungi')}`,
  ];
  return { title: headline(facts), body: paragraphs.filter((text) => text !== '').join('\n\n') };
}

function headline({ ceremony, election }: ReleaseFacts): string {
  const act = ceremony.kind === 'susulan' ? 'Gelar Ikrar Netralitas Susulan' : 'Gelar Ikrar Netralitas';
  return `${ceremony.organiser} ${act} ${election ?? fill('nama pemilihan')}`;
}

/** The date of a letter never stands in for that of the event. */
function opening({ ceremony, recap }: ReleaseFacts): string {
  const place = ceremony.place ?? fill('tempat');
  const town = recap.subject.place?.toUpperCase();
  const when = dateWords(ceremony, recap);
  const line = [town, ceremony.heldOn ? formatDate('id', ceremony.heldOn) : ''].filter(Boolean).join(', ');
  return `${line ? `${line} – ` : ''}${ceremony.organiser} menyelenggarakan ${ceremony.title} di ${place}${when}.`;
}

function dateWords(
  { heldOn, heldOnStatus, heldOnNote, startsAt }: ReleaseFacts['ceremony'],
  { subject }: Recap,
): string {
  if (heldOn === null) return ` pada ${fill('hari dan tanggal')}`;
  const day = formatDate('id', heldOn, true);
  const sure =
    heldOnStatus === 'derived' ? ` ${fill(`pastikan tanggal ini; ${heldOnNote ?? 'disimpulkan'}`)}` : '';
  if (!startsAt) return ` pada ${day}${sure}`;
  const clock = formatMoment('id', instantOf(heldOn, startsAt, subject.zone), subject.zone);
  return ` pada ${day} pukul ${clock.slice(formatDate('id', heldOn).length + 1)}${sure}`;
}

function reading({ ceremony }: ReleaseFacts): string {
  const leaders = ceremony.officers.filter((officer) => officer.role === 'leader');
  if (leaders.length === 0)
    return `Pembacaan ikrar dipimpin oleh ${fill('jabatan dan nama; tidak tercatat')}.`;
  const led = `Pembacaan ikrar dipimpin oleh ${leaders.map(officerWords).join('; ')}.`;
  return [led, ...leaders.map(quotation)].join('\n\n');
}

function others({ ceremony }: ReleaseFacts): string {
  const named = (role: string) => ceremony.officers.filter((officer) => officer.role === role);
  const [speakers, witnesses, signers] = [named('speaker'), named('witness'), named('signer')];
  const line = (words: string, officers: typeof speakers) =>
    officers.length > 0 ? `${words}: ${officers.map(officerWords).join('; ')}.` : '';
  const spoke = [line('Yang menyampaikan arahan', speakers), ...speakers.map(quotation)]
    .filter(Boolean)
    .join('\n\n');
  const signed = line('Yang menandatangani mewakili hadirin', signers);
  return [spoke, line('Saksi', witnesses), signed].filter(Boolean).join('\n\n');
}

function participants({ ceremony }: ReleaseFacts): string {
  if (ceremony.participations.length === 0) return '';
  const lines = ceremony.participations.map((group) => `- ${participationWords(group, number)}`);
  return `Yang mengikuti, menurut catatan:\n${lines.join('\n')}`;
}

function pledge({ campaign }: ReleaseFacts): string {
  const text = campaign.pledge ?? campaign.pact;
  if (!text) return '';
  if (text.draft)
    return `Ikrar yang dibacakan memuat: ${fill('butir ikrar dari naskah resmi; yang tersimpan masih rancangan')}`;
  const points = text.points.map((point, at) => `${at + 1}. ${point}`);
  return `Ikrar memuat ${number(points.length)} butir:\n${points.join('\n')}`;
}

function bases({ campaign }: ReleaseFacts): string {
  const { number: letter, date, issuer } = campaign.circular;
  const dated = date ? ` tanggal ${formatDate('id', date)}` : '';
  const circular = letter ? [`Surat ${issuer ? `${issuer} ` : ''}Nomor ${letter}${dated}`] : [];
  const lines = [...campaign.bases, ...circular].map((basis) => `- ${basis}`);
  return lines.length > 0 ? `Dasar pelaksanaannya:\n${lines.join('\n')}` : '';
}

/** Every figure with its denominator, its time and what it counts. */
function coverage({ coverage: { total, asOf }, rows, subject }: Recap): string {
  if (total.audience === 0) return '';
  const at = formatMoment('id', asOf, subject.zone);
  const counted =
    'Penyebutnya semua orang yang wajib menurut daftar pegawai saat gerakan dibuka. Kehadiran dan tanda tangan simbolis tidak dihitung.';
  const { shown, hidden } = publicUnits(rows);
  const detailed = rows.length > 1 && shown.length > 0 && shown.length <= MOST_UNITS;
  const units = shown.map(
    ({ name, counts }) => `- ${name}: ${number(counts.signed)} dari ${number(counts.audience)} orang`,
  );
  const rest = hidden > 0 ? [`- ${number(hidden)} unit lain tidak dirinci karena jumlah orangnya kecil`] : [];
  const list = detailed ? `\n\nRincian per unit:\n${[...units, ...rest].join('\n')}` : '';
  return `Menurut catatan tersegel Ikrar per ${at}, ${totalWords(total)} ${counted}${list}`;
}

function totalWords(total: Recap['coverage']['total']): string {
  const said = publicTotal(total);
  if (said.kind === 'withheld')
    return 'penandatanganan perorangan sedang berlangsung; jumlahnya terlalu kecil untuk dirinci.';
  const of = `dari ${number(said.audience)} orang yang wajib`;
  if (said.kind === 'under') return `kurang dari lima ${of} sudah menandatangani pakta integritas sendiri.`;
  if (said.signed === 0) return `belum ada ${of} yang menandatangani pakta integritas sendiri.`;
  const share = said.kind === 'exact' ? ` (${formatShare('id', said.signed / said.audience)})` : '';
  const bound = said.kind === 'at-least' ? 'sedikitnya ' : '';
  return `${bound}${number(said.signed)} ${of}${share} sudah menandatangani pakta integritas sendiri.`;
}

function verification({ verifyUrl }: ReleaseFacts): string {
  return `Setiap pakta yang ditandatangani memuat kode QR dan nomor tanda terima. Siapa pun dapat memeriksa keasliannya tanpa mendaftar di ${verifyUrl}.`;
}
