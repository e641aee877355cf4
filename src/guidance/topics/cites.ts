import type { Source } from '../../law/index.ts';
import type { Cited } from '../topic.ts';

/** Short names for the places in the register that several topics cite. */
const p5n = (angka: string): Cited => ({ instrument: 'pp-94-2021', ref: { pasal: '5', huruf: 'n', angka } });

export const JOINING = p5n('1');
export const WITH_ATTRIBUTES = p5n('2');
export const MOBILISING = p5n('3');
export const STATE_FACILITIES = p5n('4');
export const BENEFITING = p5n('5');
export const PARTISAN = p5n('6');
export const ID_CARD = p5n('7');
export const SUPPORT: Cited = { instrument: 'pp-94-2021', ref: { pasal: '5', huruf: 'n' } };
export const JOINING_SANCTION: Cited = { instrument: 'pp-94-2021', ref: { pasal: '13', huruf: 'g' } };
export const MOBILISING_SANCTION: Cited = {
  instrument: 'pp-94-2021',
  ref: { pasal: '14', huruf: 'i', angka: '1' },
};
export const FACILITIES_SANCTION: Cited = {
  instrument: 'pp-94-2021',
  ref: { pasal: '14', huruf: 'i', angka: '2' },
};
export const CONFLICT_OF_INTEREST: Cited = {
  instrument: 'pp-42-2004',
  ref: { pasal: '11', huruf: 'c' },
};
export const LEVELS: Cited = { instrument: 'pp-94-2021', ref: { pasal: '8' } };
export const MORAL: Cited = { instrument: 'pp-42-2004', ref: { pasal: '15' } };
export const CAMPAIGN_TEAM: Cited = { instrument: 'uu-7-2017', ref: { pasal: '280', ayat: '3' } };
export const CAMPAIGN_TEAM_PENALTY: Cited = { instrument: 'uu-7-2017', ref: { pasal: '494' } };
export const PARTISAN_ELECTION: Cited = { instrument: 'uu-7-2017', ref: { pasal: '283' } };
export const OFFICIALS_DECIDE: Cited = { instrument: 'uu-10-2016', ref: { pasal: '71', ayat: '1' } };
export const SPOUSE_CIRCULAR: Cited = { instrument: 'se-menpanrb-18-2023' };
export const NON_ASN_CIRCULAR: Cited = { instrument: 'se-menpanrb-1-2023' };
export const PPPK_RULES: Cited = { instrument: 'pp-49-2018', ref: { pasal: '51' } };
export const PPPK_CONTRACT: Cited = { instrument: 'pp-49-2018', ref: { pasal: '53' } };
export const PART_TIME: Cited = { instrument: 'kepmenpanrb-16-2025' };

export const STAYS_ALLOWED: Source = {
  url: 'https://www.dwipanews.com/2019/02/…/2',
  note: 'older guidance, February 2019: voting, and seeking information on vision and mission',
};
export const SPOUSES: Source = {
  url: 'https://medan.bkn.go.id/?p=7882',
  note: 'BKN Medan on SE MenPANRB 18/2023: what staff may do whose spouse is a candidate',
};
export const REPORTING: Source = {
  url: 'https://koran-jakarta.com/aplikasi-pelaporan-netralitas-asn-siap-digunakan',
  note: 'October 2024: reports through sbt.bkn.go.id, steps and days',
};
export const MEDAN_BKN: Source = {
  url: 'https://medan.bkn.go.id/2023/10/apa-pelanggaran-disiplin-dan-jenis-sanksi-atas-pelanggaran-netralitas-pegawai-asn',
  note: 'BKN regional office Medan, October 2023: the items of the joint decree',
};
