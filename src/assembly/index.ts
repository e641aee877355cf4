export { type CeremonyCounts, ceremonyCounts, type Figures } from './counts.ts';
