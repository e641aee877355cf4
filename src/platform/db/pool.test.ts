import { describe, expect, it } from 'vitest';
import { freshDatabase } from '../../../test/database.ts';
import { openDatabase, openPool, withoutPassword } from './pool.ts';

describe('openDatabase', () => {
  it('opens the database of DATABASE_URL and starts nothing', async () => {
    const own = await freshDatabase('empty');
    const config = { dataDir: '/nonexistent/never-made', databaseUrl: own.url };
    const db = await openDatabase(config, () => {});
    const { rows } =
      await db.pool.query(`select 9007199254740991::bigint as safe, 9007199254740993::bigint as large,
      array[1, null]::bigint[] as list, date '2024-09-18' as day, null::date as none,
      timestamptz '2024-09-18 23:59:59+09' as moment, '\\x00ff'::bytea as bytes`);
    expect(rows[0]).toEqual({
      safe: Number.MAX_SAFE_INTEGER,
      large: 9007199254740993n,
      list: [1, null],
      day: '2024-09-18',
      none: null,
      moment: new Date('2024-09-18T14:59:59Z'),
      bytes: Buffer.from([0, 255]),
    });
    await db.close();
    await own.drop();
  });

  it('says what cannot be reached, without the password', async () => {
    const open = openPool('postgresql://ikrar:hush@127.0.0.1:1/none', () => {});
    await expect(open).rejects.toThrow(
      /Cannot use the database at postgresql:\/\/ikrar:…@127\.0\.0\.1:1\/none/,
    );
    await expect(open).rejects.not.toThrow(/hush/);
  });

  it.each([
    ['postgresql://u:p@ss@h/d', 'postgresql://u:…@h/d'],
    ['postgresql://h/d?user=u&password=p', 'postgresql://h/d?user=u&password=…'],
    ['postgresql://u@h/d', 'postgresql://u@h/d'],
  ])('%s is shown as %s', (url, shown) => {
    expect(withoutPassword(url)).toBe(shown);
  });
});
