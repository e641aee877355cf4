import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCheckpoint, parseCheckpoint, signCheckpoint, verifyCheckpoint } from './checkpoint.ts';
import { makeLogKey, makeProof } from './fixtures/log.ts';
import { refusal } from './fixtures/refusal.ts';
import { formatNote, parseNote, signNote, verifyNote } from './note.ts';
import { formatTlogProof, parseTlogProof, verifyTlogProof } from './tlog-proof.ts';
import { formatVkey, parseVkey } from './vkey.ts';

/** The worked example of C2SP signed-note. */
const exampleVkey = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
const exampleNote =
  'This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';

/** The two signers of the Go project's note package. */
const peter = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const enoch = 'EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop';
const goText =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const goNote = `${goText}
— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=
`;
/** The example of C2SP tlog-cosignature. */
const behindTheSofa = `example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
`;

describe('signed notes', () => {
  it('of the specification and of Go verify and are written back byte for byte', () => {
    const example = parseNote(exampleNote);
    expect(example.text).toBe('This is an example message.\n');
    expect(verifyNote(example, [parseVkey(exampleVkey)]).map((key) => key.name)).toEqual(['example.com/foo']);
    const both = [peter, enoch].map(parseVkey);
    expect(verifyNote(parseNote(goNote), both)).toEqual(both);
    expect(verifyNote(parseNote(goNote), both.slice(1))).toEqual(both.slice(1));
    for (const note of [exampleNote, goNote, behindTheSofa]) expect(formatNote(parseNote(note))).toBe(note);
  });

  it('keep keys as they were written', () => {
    for (const vkey of [exampleVkey, peter, enoch]) expect(formatVkey(parseVkey(vkey))).toBe(vkey);
    const witness = 'remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2';
    const wrongId = exampleVkey.replace('530d903a', '530d903b');
    for (const bad of [witness, wrongId, '', 'a+b+c', ` ${exampleVkey}`, `${exampleVkey}=`]) {
      expect(refusal(() => parseVkey(bad))).toBe('bad-key');
    }
  });

  it('ignore unknown keys, even of the same name, but not a failing known key', () => {
    const unknown = parseNote(goNote.replace('EnochRoot rwz+', 'EnochRoot rwz/'));
    expect(verifyNote(unknown, [peter, enoch].map(parseVkey))).toHaveLength(1);
    const failing = parseNote(goNote.replace('+QQ=\n', '+QA=\n'));
    expect(refusal(() => verifyNote(failing, [peter, enoch].map(parseVkey)))).toBe('note-bad-signature');
    expect(verifyNote(failing, [parseVkey(peter)])).toHaveLength(1);
    expect(refusal(() => verifyNote(parseNote(goNote), [parseVkey(exampleVkey)]))).toBe('note-unsigned');
    expect(refusal(() => verifyNote(parseNote(goNote), []))).toBe('note-unsigned');
  });

  it('are divided at the last blank line', async () => {
    const { key, sign } = makeLogKey('ikrar.example/contoh');
    const text = 'one\n\n— ikrar.example/contoh AAAAAAAA\n\ntwo\n';
    const signed = await signNote(text, key, sign);
    expect(parseNote(signed).text).toBe(text);
    expect(verifyNote(parseNote(signed), [key])).toEqual([key]);
    await expect(signNote('no end', key, sign)).rejects.toMatchObject({ code: 'bad-note' });
    await expect(signNote('tab\t\n', key, sign)).rejects.toMatchObject({ code: 'bad-note' });
  });

  it('accept sixteen signatures', async () => {
    const keys = Array.from({ length: 16 }, (_, i) => makeLogKey(`log.example/${i}`));
    const parts = await Promise.all(
      keys.map(async ({ key, sign }) => parseNote(await signNote('x\n', key, sign))),
    );
    const note = parseNote(formatNote({ text: 'x\n', signatures: parts.flatMap((part) => part.signatures) }));
    expect(
      verifyNote(
        note,
        keys.map(({ key }) => key),
      ),
    ).toHaveLength(16);
  });

  it('malformed are refused', () => {
    const line = exampleNote.split('\n')[2] as string;
    const strange = [
      ['', 'bad-note'],
      ['text\n', 'bad-note'],
      [`text\n\n${line}`, 'bad-note'],
      [`text\n\n${line}\n `, 'bad-note'],
      [`text\n\n${line.replace('— ', '- ')}\n`, 'bad-note'],
      [`text\n\n${line} \n`, 'bad-note'],
      [`text\n\n${line.replace('example.com/foo', 'a+b')}\n`, 'bad-note'],
      [`text\n\n${line.slice(0, -1)}\n`, 'bad-base64'],
      [`text\r\n\n${line}\n`, 'bad-note'],
      ['x'.repeat(262_145), 'too-large'],
    ] as const;
    for (const [note, code] of strange) expect(refusal(() => parseNote(note))).toBe(code);
  });
});

describe('checkpoints', () => {
  it('of the specification are read', () => {
    const head = parseCheckpoint(parseNote(behindTheSofa).text);
    expect([head.origin, head.size]).toEqual(['example.com/behind-the-sofa', 20_852_163]);
    expect(formatCheckpoint(head)).toBe(parseNote(behindTheSofa).text);
  });

  it('are believed only with the key of their own log', async () => {
    const [log, other] = [makeLogKey('log.example/a'), makeLogKey('log.example/b')];
    const head = { origin: 'log.example/a', size: 0, root: new Uint8Array(32) };
    const signed = await signCheckpoint(head, log.key, log.sign);
    expect(verifyCheckpoint(signed, [log.key, other.key])).toEqual(head);
    const byOther = await signNote(formatCheckpoint(head), other.key, other.sign);
    expect(refusal(() => verifyCheckpoint(byOther, [log.key, other.key]))).toBe('note-unsigned');
    await expect(signCheckpoint(head, other.key, other.sign)).rejects.toMatchObject({
      code: 'origin-mismatch',
    });
  });

  it('malformed are refused', () => {
    const root = 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=';
    expect(parseCheckpoint(`o\n1\n${root}\nextension\n`).size).toBe(1);
    const strange = [
      '',
      'o\n',
      'o\n1\n',
      `o\n01\n${root}\n`,
      `o\n-1\n${root}\n`,
      `o\n1\n${root}`,
      `\n1\n${root}\n`,
    ];
    for (const text of [...strange, `o\n1\n${root}\n\n`, 'o\n1\nAAAA\n', `o\n9007199254740992\n${root}\n`]) {
      expect(refusal(() => parseCheckpoint(text))).toBe('bad-checkpoint');
    }
  });
});

describe('proof files', () => {
  it('prove their entry and no other', async () => {
    const log = makeLogKey('log.example/a');
    const entry = Uint8Array.of(1, 2, 3);
    const text = await makeProof(log, entry, 300, 700);
    expect(formatTlogProof(parseTlogProof(text))).toBe(text);
    expect(verifyTlogProof(text, entry, [log.key]).size).toBe(700);
    expect(refusal(() => verifyTlogProof(text, Uint8Array.of(1), [log.key]))).toBe('inclusion-mismatch');
    expect(refusal(() => verifyTlogProof(text.replace('index 300', 'index 301'), entry, [log.key]))).toBe(
      'inclusion-mismatch',
    );
  });

  it('carry extra data and the checkpoint verbatim', () => {
    const hash = 'gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=';
    const text = `c2sp.org/tlog-proof@v1\nextra AQID\nindex 73894\n${hash}\n\n${behindTheSofa}`;
    const proof = parseTlogProof(text);
    expect(proof).toMatchObject({ index: 73_894, extra: Uint8Array.of(1, 2, 3), checkpoint: behindTheSofa });
    expect(formatTlogProof(proof)).toBe(text);
    const changes: [string, string, string][] = [
      ['@v1', '@v2', 'bad-proof'],
      ['index 7', 'index 07', 'bad-proof'],
      ['extra AQID\n', 'extra AQI\n', 'bad-base64'],
      [`${hash}\n`, 'AQID\n', 'bad-proof'],
      [`${hash}\n`, `${hash}\n`.repeat(64), 'bad-proof'],
      ['lQ=\n', 'lR=\n', 'bad-base64'],
    ];
    for (const [from, to, code] of changes)
      expect(refusal(() => parseTlogProof(text.replace(from, to)))).toBe(code);
  });

  it('and notes of any text never throw anything else', () => {
    const pieces = fc.constantFrom(
      '\n',
      '\n\n',
      '— ',
      'index 0',
      'c2sp.org/tlog-proof@v1\n',
      'AAAA',
      ' ',
      '+',
      '\ud800',
    );
    const hostile = fc.oneof(
      fc.string(),
      fc.array(fc.oneof(pieces, fc.string())).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        for (const parse of [parseNote, parseCheckpoint, parseTlogProof, parseVkey]) {
          expect(refusal(() => parse(text))).toMatch(/^[a-z0-9-]+$/);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
