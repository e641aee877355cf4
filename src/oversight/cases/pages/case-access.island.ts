import { startGiving } from '../browser/give.ts';

startGiving();
