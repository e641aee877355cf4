import './messages.ts';

export { asMoment, type CameraData, orientationSegment, readExif } from './exif.ts';
export { type Jpeg, pictureOf, readJpeg, withMetadata, withoutMetadata } from './jpeg.ts';
export { pngWithoutMetadata } from './png.ts';
