import { describe, expect, it } from 'vitest';
import { orientationSegment } from '../../../platform/pictures/index.ts';
import { examplePhotos } from '../../../verify/fixtures/minutes.ts';
import { jpegHeader, photoOf, picture, uprightSize } from './jpeg.ts';

const [colours, grey] = examplePhotos as [Buffer, Buffer];
const frame = colours.indexOf(Buffer.from([0xff, 0xc0]));
const changed = (at: number, ...bytes: number[]) => {
  const copy = Buffer.from(colours);
  copy.set(bytes, at);
  return copy;
};

describe('the header of a JPEG', () => {
  it('says size and colours', () => {
    expect(jpegHeader(colours)).toEqual({ width: 12, height: 8, components: 3, orientation: 1 });
    expect(jpegHeader(grey)).toEqual({ width: 12, height: 8, components: 1, orientation: 1 });
  });

  it.each<[string, Uint8Array]>([
    ['nothing', Buffer.alloc(0)],
    ['a PNG', Buffer.from('\x89PNG\r\n\x1a\n'.padEnd(64, '0'), 'latin1')],
    ['a picture that breaks off', colours.subarray(0, -2)],
    ['a picture with something behind it', Buffer.concat([colours, Buffer.from('lebih')])],
    ['no height', changed(frame + 5, 0, 0)],
    ['a side too long', changed(frame + 7, 0xff, 0xff)],
    ['twelve bits', changed(frame + 4, 12)],
    ['four components', changed(frame + 9, 4)],
    ['a lossless coding', changed(frame, 0xff, 0xc3)],
    ['a segment beyond the end', changed(frame + 2, 0xff, 0xff)],
    [
      'two frames',
      Buffer.concat([
        colours.subarray(0, frame),
        colours.subarray(frame, frame + 19),
        colours.subarray(frame),
      ]),
    ],
    ['no frame', Buffer.concat([colours.subarray(0, frame), colours.subarray(frame + 19)])],
  ])('refuses %s', (_, bytes) => {
    expect(jpegHeader(bytes)).toBeNull();
    expect(() => photoOf(bytes)).toThrow('not a JPEG');
  });
});

it('a picture held sideways by the camera is drawn upright', () => {
  const turned = photoOf(Buffer.concat([colours.subarray(0, 2), orientationSegment(6), colours.subarray(2)]));
  expect(turned.orientation).toBe(6);
  expect(uprightSize(turned)).toEqual({ width: 8, height: 12 });
  expect(picture('P1', turned, [10, 20, 80, 120])).toBe('q 0 -120 80 0 10 140 cm /P1 Do Q\n');
  expect(picture('P2', photoOf(colours), [10, 20, 120, 80])).toBe('q 120 0 0 80 10 20 cm /P2 Do Q\n');
});
