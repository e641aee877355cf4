export { afterPages } from './after/pages.ts';
export { type CeremonyCounts, ceremonyCounts, type Figures } from './counts.ts';
export { type Door, doorKey, doorOf, openDoor } from './door/door.ts';
export { guestsOf } from './door/guests.ts';
export { doorPages } from './door/pages/pages.ts';
export { type DoorKey, passAt, SLOT_MS } from './door/pass.ts';
export { minutesPages } from './minutes/pages/pages.ts';
export { isDescribed, type Photo, photoBytes, photoPages, photosOf } from './photos/index.ts';
