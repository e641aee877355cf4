import type { Text } from '../../violations/stated.ts';

/** The days of rest that recur every year, by a short key. */
export const NAMES: Readonly<Record<string, Text>> = {
  newYear: { id: 'Tahun Baru Masehi', en: "New Year's Day" },
  miraj: { id: 'Isra Mikraj', en: "Isra and Mi'raj" },
  imlek: { id: 'Tahun Baru Imlek', en: 'Lunar New Year' },
  nyepi: { id: 'Hari Suci Nyepi', en: 'Nyepi, Day of Silence' },
  goodFriday: { id: 'Wafat Yesus Kristus', en: 'Good Friday' },
  easter: { id: 'Paskah', en: 'Easter' },
  fitri: { id: 'Idulfitri', en: 'Eid al-Fitr' },
  labour: { id: 'Hari Buruh Internasional', en: 'Labour Day' },
  ascension: { id: 'Kenaikan Yesus Kristus', en: 'Ascension' },
  vesak: { id: 'Hari Raya Waisak', en: 'Vesak' },
  pancasila: { id: 'Hari Lahir Pancasila', en: 'Pancasila Day' },
  adha: { id: 'Iduladha', en: 'Eid al-Adha' },
  hijri: { id: 'Tahun Baru Islam', en: 'Islamic New Year' },
  independence: { id: 'Proklamasi Kemerdekaan', en: 'Independence Day' },
  mawlid: { id: 'Maulid Nabi', en: "Prophet's Birthday" },
  christmas: { id: 'Natal', en: 'Christmas' },
  vote: { id: 'Hari pemungutan suara', en: 'Voting day' },
};
