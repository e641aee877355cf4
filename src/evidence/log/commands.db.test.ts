import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSigningWorld, type SigningWorld, signAs } from '../../../test/signing-world.ts';
import { type Command, UsageError } from '../../platform/command.ts';
import { readConfig } from '../../platform/config.ts';
import { checkSignatures } from '../../signing/index.ts';
import { parseVkey, verifyTlogProof } from '../../verify/index.ts';
import { logCheck } from './check-command.ts';
import { logExport } from './export-command.ts';

const agencyId = 'fakfak';
const dir = mkdtempSync(join(tmpdir(), 'ikrar-log-commands-'));
let site: SigningWorld;
let campaignId: string;
let receipt: string;
beforeAll(async () => {
  site = await openSigningWorld(agencyId);
  campaignId = await site.openedCampaign();
  ({ receipt } = await signAs(site, campaignId, site.world.people.dinas));
  await site.publish();
});
afterAll(async () => {
  await site.close();
  rmSync(dir, { recursive: true, force: true });
});

async function run(command: Command, ...args: string[]) {
  const said = { out: '', err: '' };
  const into = (name: 'out' | 'err') => ({
    write(text: string) {
      said[name] += text;
      return true;
    },
  });
  const io = { stdout: into('out'), stderr: into('err') } as unknown as Parameters<Command['run']>[1];
  const config = readConfig({ IKRAR_DATA: site.platform.config.dataDir, DATABASE_URL: site.db.url });
  return { code: await command.run(args, io, config), ...said };
}
const check = logCheck(checkSignatures);

describe('ikrar log check', () => {
  it('ends with 0 and says what was recomputed', async () => {
    const { code, out, err } = await run(check);
    expect([code, out]).toEqual([0, 'CLEAN: 2 logs, 2 entries recomputed, no difference.\n']);
    expect(err).toMatch(new RegExp(`^ok {7}\\S+/log/${agencyId}/${campaignId}: 1 entries`));
    const { out: json } = await run(check, '--campaign', campaignId, '--json');
    expect(JSON.parse(json)).toMatchObject({
      clean: true,
      logs: [
        { agency: agencyId, campaign: campaignId, size: 1, published: 1, heads: 1, difference: null },
        { agency: 'semua', campaign: 'semua', size: 1 },
      ],
    });
  });

  it('ends with 1 and names the first difference, its place and what to do', async () => {
    const alter =
      'update evidence.record set salt = set_byte(salt, 0, get_byte(salt, 0) # 1) where campaign_id = $1';
    await site.db.pool.query(alter, [campaignId]);
    const { code, out } = await run(check);
    expect(code).toBe(1);
    expect(out).toMatch(
      new RegExp(`^DIFFERENCE record-changed in \\S+/${campaignId}, index 0\n  .+\n  .+backup.+\n$`),
    );
    const { out: json } = await run(check, '--json');
    expect(JSON.parse(json)).toMatchObject({
      clean: false,
      logs: [{ difference: { code: 'record-changed', index: 0, advice: expect.any(String) } }, {}],
    });
    await site.db.pool.query(alter, [campaignId]);
    expect((await run(check)).code).toBe(0);
  });

  it('refuses a campaign that nobody has signed', async () => {
    await expect(run(check, '--campaign', 'tidak-ada')).rejects.toThrow(UsageError);
  });
});

describe('ikrar log export', () => {
  it('writes every log, with the proof of a receipt', async () => {
    const { code, out } = await run(logExport, dir, '--receipt', receipt.toLowerCase(), '--json');
    expect(code).toBe(0);
    const { logs } = JSON.parse(out);
    expect(logs.map((log: { folder: string }) => log.folder)).toEqual([
      join(dir, agencyId, campaignId),
      join(dir, 'semua'),
    ]);
    const file = (name: string) => readFileSync(join(dir, agencyId, campaignId, name));
    const key = parseVkey(file('keys/log.vkey').toString('utf8').trim());
    expect(file('keys/witnesses.vkey')).toHaveLength(0);
    const proof = file('receipt.tlog-proof').toString('utf8');
    expect(verifyTlogProof(proof, file('receipt.entry'), [key])).toMatchObject({ size: 1, origin: key.name });
    expect(existsSync(join(dir, 'semua/receipt.entry'))).toBe(false);
  });

  it('writes one log alone', async () => {
    const one = join(dir, 'satu');
    const { out } = await run(logExport, one, '--campaign', campaignId);
    expect(out).toMatch(/: 1 entries, 5 files → /);
    expect(readdirSync(one)).toEqual([agencyId]);
  });

  it.each([
    ['a campaign that nobody has signed', ['--campaign', 'tidak-ada']],
    ['a receipt that nobody has', ['--receipt', '0000-0000-0000-0000']],
    ['what is no receipt', ['--receipt', 'x']],
    ['no folder', null],
  ])('refuses %s', async (_, options) => {
    const args = options === null ? [] : [join(dir, 'tidak'), ...options];
    await expect(run(logExport, ...args)).rejects.toThrow(UsageError);
    expect(existsSync(join(dir, 'tidak'))).toBe(false);
  });
});
