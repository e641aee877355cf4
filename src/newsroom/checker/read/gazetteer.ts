import { REGIONS } from '../../../elections/index.ts';
import type { Word } from './words.ts';

/** Short names that news uses for regions; the register of regions has the full ones. */
const SHORT_NAMES =
  `Babel Beltim Basel Bateng Babar Kalteng Kalsel Kaltim Kalbar Kaltara Sumut Sumbar Sumsel Jabar Jateng Jatim Sulsel
  Sulteng Sultra Sulut Sulbar Malut NTB NTT DIY DKI Kepri Kobar Kotim Gumas Pulpis Barsel Bartim Barut Mura Inhu Inhil
  Rohul Rohil Kuansing OKU OKI Muba Muratara Lobar Loteng Lotim KLU KSB Kukar Kutim Kubar PPU HSU HSS HST Tala Tanbu
  Batola Tubaba Lamteng Lamsel Lambar Lamtim Sergai Labura Labusel Madina Tapsel Taput Paluta Palas Simalungun Abdya
  Bener Tangsel Bekasi KBB Sidimpuan Jakpus Jaksel Jakut Jakbar Jaktim Minut Minsel Bolmong Boltim Bolsel Mitra Parimo
  Kolut Koltim Konsel Konut Konkep Wakatobi Lutim Lutra Sidrap Pangkep Polman Matra Mateng TTS TTU Halsel Haltim Halteng
  Halut Halbar Pangkalpinang Tanjungpinang Jogja Jogjakarta Yogya`.split(/\s+/);

const NAMES = new Set([
  ...REGIONS.map((region) => region.name.toLowerCase()),
  ...SHORT_NAMES.map((n) => n.toLowerCase()),
]);
const LONGEST = 5;

/** How many words from `at` on make the name of a province, kabupaten or kota; 0 for none. */
export function regionLength(words: readonly Word[], at: number): number {
  for (let length = Math.min(LONGEST, words.length - at); length > 0; length--) {
    const name = words.slice(at, at + length).map((word) => word.text.toLowerCase());
    if (NAMES.has(name.join(' '))) return length;
  }
  return 0;
}

export function isProvince(name: string): boolean {
  return REGIONS.some(
    (region) => region.level === 'province' && region.name.toLowerCase() === name.toLowerCase(),
  );
}
