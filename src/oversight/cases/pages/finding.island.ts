import { startFinding } from '../browser/finding.ts';

startFinding();
