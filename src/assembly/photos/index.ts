export { isDescribed, type Photo, photoBytes, photosOf } from './photo.ts';
export { photoPages } from './photos.page.tsx';
