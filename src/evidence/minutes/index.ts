export { minutesFile, minutesFileName } from './minutes-file.ts';
export { type SealedMinutes, sealMinutes } from './seal-minutes.ts';
