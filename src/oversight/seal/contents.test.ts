import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8 } from './bytes.ts';
import { contentsIn } from './contents.ts';

const read = (value: unknown) => contentsIn(utf8(JSON.stringify(value)));
const NOTE = {
  ...{ id: '0123456789abcdef', name: 'foto.jpg', type: 'image/jpeg', length: 10, parts: 1 },
  ...{ key: 'A'.repeat(43), stripped: true },
};
const message = (files: unknown) => read({ format: 'ikrar/message/v1', text: 'x', files });

describe('what was opened', () => {
  it('is read as it was sealed', () => {
    const said = { format: 'ikrar/message/v1', text: 'Halo.', files: [NOTE] };
    expect(read(said)).toEqual(said);
    const who = { name: 'a', post: 'b', unit: 'c' };
    const report = { format: 'ikrar/report/v1', what: 'd', who, when: 'e', where: 'f', how: 'g', files: [] };
    expect(read({ ...report, topic: 'h' })).toEqual({ ...report, topic: 'h' });
    const identity = { format: 'ikrar/identity/v1', name: 'a', contact: 'b' };
    expect(read(identity)).toEqual(identity);
  });

  it.each([null, 5, 'x', [], {}, { format: 'ikrar/lain' }, { format: ['ikrar/message/v1'] }])(
    'is nothing where it is none of ours: %j',
    (value) => expect(read(value)).toBeNull(),
  );

  it('is nothing where it is no JSON or no text', () => {
    expect([contentsIn(utf8('{')), contentsIn(new Uint8Array([0xff]))]).toEqual([null, null]);
  });

  it('has its shape whatever was sealed', () => {
    const odd = {
      format: 'ikrar/report/v1',
      what: { a: 1 },
      who: null,
      when: 3,
      files: 'x',
      __proto__: { b: 1 },
    };
    const who = { name: '', post: '', unit: '' };
    const none = { what: '', when: '', where: '', how: '' };
    expect(read(odd)).toEqual({ format: 'ikrar/report/v1', ...none, who, files: [] });
  });

  it.each([
    { ...NOTE, id: '../../masuk' },
    { ...NOTE, key: 'A' },
    { ...NOTE, length: 1e12, parts: 1 },
    { ...NOTE, parts: 2 },
    { ...NOTE, length: -1 },
    null,
    7,
  ])('names no file that cannot be one: %j', (note) => {
    expect(message([note, NOTE])).toMatchObject({ files: [NOTE] });
  });

  it('names a file without what turns its ending around, or leads elsewhere', () => {
    const named = (name: unknown) =>
      (message([{ ...NOTE, name }]) as { files: { name: string }[] }).files[0]?.name;
    expect(named('surat\u202efdp.exe')).toBe('suratfdp.exe');
    expect(named('../..\\a\n.txt')).toBe('....a.txt');
    expect(named('x'.repeat(5000))).toHaveLength(200);
    expect([named(''), named({})]).toEqual([NOTE.id, NOTE.id]);
  });

  it('never breaks, whatever JSON it is', () => {
    const format = fc.constantFrom('ikrar/report/v1', 'ikrar/message/v1', 'ikrar/identity/v1');
    fc.assert(fc.property(fc.object(), format, (value, name) => read({ ...value, format: name }) !== null));
  });
});
