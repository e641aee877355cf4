import type { PlanOfficer, RunStep } from '../plan.ts';

/** Run sheets as apels are usually held. Words of the paper, so Indonesian; every line can be changed afterwards. */
export const TEMPLATES = ['one-yard', 'many-sites', 'make-up'] as const;
export type Template = (typeof TEMPLATES)[number];

const OPENING = step(
  'opening',
  'Pasukan disiapkan, laporan perwira apel kepada pembina apel',
  5,
  'Perwira apel',
);
const READING = step('reading', 'Pembacaan ikrar netralitas, diikuti seluruh peserta', 5, 'Pembaca ikrar');
const ADDRESS = step('other', 'Amanat pembina apel', 10, 'Pembina apel');
const HEAD = step('head-signs', 'Penandatanganan pakta integritas oleh pimpinan', 3, 'Pimpinan');
const ECHELON = step(
  'echelon-signs',
  'Penandatanganan oleh pejabat struktural menurut urutan',
  10,
  'Pejabat',
);
const CLOSING = step('closing', 'Doa, laporan penutup, pasukan dibubarkan', 5, 'Perwira apel');

const SHEETS: Readonly<Record<Template, readonly RunStep[]>> = {
  'one-yard': [
    OPENING,
    READING,
    HEAD,
    ECHELON,
    ADDRESS,
    step('all-sign', 'Penandatanganan oleh semua peserta', 30, 'Semua peserta'),
    CLOSING,
  ],
  'many-sites': [
    step('other', 'Pemeriksaan sambungan; tiap tempat melapor siap', 10, 'Petugas tiap tempat'),
    OPENING,
    step(
      'reading',
      'Pembacaan ikrar dari tempat utama, diikuti serentak di semua tempat',
      5,
      'Pembaca ikrar',
    ),
    HEAD,
    step('symbolic', 'Penandatanganan simbolis oleh kepala unit di tiap tempat', 5, 'Kepala unit'),
    ADDRESS,
    step('all-sign', 'Penandatanganan oleh semua peserta di tempat masing-masing', 40, 'Semua peserta'),
    step('other', 'Tiap tempat melaporkan jumlah hadir dan jumlah penanda tangan', 5, 'Petugas tiap tempat'),
    CLOSING,
  ],
  'make-up': [
    step('opening', 'Pembukaan dan penjelasan singkat', 3, 'Petugas kepegawaian'),
    step('reading', 'Pembacaan ikrar netralitas', 5, 'Pembaca ikrar'),
    step('all-sign', 'Penandatanganan oleh peserta susulan', 10, 'Semua peserta'),
    step('closing', 'Penutup', 2, 'Petugas kepegawaian'),
  ],
};

export function sheetOf(template: Template): RunStep[] {
  return SHEETS[template].map((line) => ({ ...line }));
}

/** The officers without whom an apel of this kind is not held. */
export function rolesOf(template: Template): readonly PlanOfficer['role'][] {
  return template === 'make-up' ? ['reader', 'clerk'] : ['pembina', 'reader', 'perwira', 'komandan', 'clerk'];
}

function step(kind: RunStep['step'], title: string, minutes: number, who: string): RunStep {
  return { step: kind, title, minutes, who };
}
