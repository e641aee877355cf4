import { startCase } from '../browser/start.ts';

startCase();
