import type { PledgeText } from '../verify/index.ts';

export type DraftElection = 'pemilu' | 'pilkada' | 'both';
export type DraftAudience = 'asn' | 'asn-non-asn';

/**
 * Ikrar's own wording of the four obligations (neutral service; no conflict of interest, threat or side; social media;
 * no money politics or gifts). Drafts to begin with: no institution has published these sentences, and the officer
 * replaces them by the official text. The pact's third point also bars social media for a candidate's benefit.
 */
export function draftTexts(
  kind: DraftElection,
  who: DraftAudience,
): { pledge: PledgeText; pact: PledgeText } {
  const election = ELECTION[kind];
  const staff = who === 'asn' ? 'Pegawai ASN' : 'Pegawai ASN dan Non-ASN';
  const side = kind === 'pilkada' ? 'pasangan calon' : 'partai, calon, atau pasangan calon';
  return { pledge: pledge(election, staff, side), pact: pact(election, staff, side) };
}

const ELECTION: Record<DraftElection, string> = {
  pemilu: 'Pemilihan Umum',
  pilkada: 'Pemilihan Kepala Daerah',
  both: 'Pemilihan Umum dan Pemilihan Kepala Daerah',
};

function pledge(election: string, staff: string, side: string): PledgeText {
  return {
    title: `Ikrar Netralitas ${staff} pada ${election}`,
    opener: `Supaya ${election} berjalan jujur dan dipercaya rakyat, di hadapan semua yang hadir kami berikrar:`,
    points: [
      `Sebelum, selama, dan sesudah ${election}, kami bersikap netral dan melayani setiap warga dengan cara yang sama, apa pun pilihannya.`,
      `Kami menjauhi benturan kepentingan, tidak menekan ataupun mengancam rekan kerja dan warga, serta tidak membela ${side} mana pun.`,
      'Kami memakai media sosial dengan hati-hati: tidak menebar kebencian dan tidak meneruskan kabar yang tidak benar.',
      'Politik uang kami tolak, begitu pula setiap pemberian, apa pun bentuknya dan siapa pun yang memberi.',
    ],
    closing:
      'Kami mengucapkan ikrar ini dengan sadar dan akan menjalankannya dengan sungguh-sungguh, agar pelayanan kepada rakyat tetap adil dan Indonesia tetap satu.',
    language: 'id',
  };
}

function pact(election: string, staff: string, side: string): PledgeText {
  return {
    title: `Pakta Integritas Netralitas ${staff} pada ${election}`,
    opener: 'Dengan nama dan tanda tangan di bawah ini, saya menyatakan:',
    points: [
      `Sebelum, selama, dan sesudah ${election}, saya bersikap netral dan melayani setiap warga dengan cara yang sama, apa pun pilihannya.`,
      `Saya menjauhi benturan kepentingan, tidak menekan ataupun mengancam rekan kerja dan warga, serta tidak membela ${side} mana pun.`,
      `Saya memakai media sosial dengan hati-hati: tidak untuk keuntungan ${side} mana pun, tidak menebar kebencian, dan tidak meneruskan kabar yang tidak benar.`,
      'Politik uang saya tolak, begitu pula setiap pemberian, apa pun bentuknya dan siapa pun yang memberi.',
    ],
    closing:
      'Pernyataan ini saya buat dengan sadar dan tanpa paksaan. Bila saya melanggarnya, saya bertanggung jawab menurut peraturan yang berlaku.',
    language: 'id',
  };
}
