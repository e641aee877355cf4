import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { signAs } from '../../test/signing-world.ts';
import { signedIn } from '../../test/staff.ts';
import { isSignedBy } from '../platform/hook-signature.ts';
import { to } from '../urls.ts';
import { takeReport } from './bounce/take-report.ts';
import { reportOf } from './bounce/test-report.ts';
import { reminderCommands, reminderPages } from './index.ts';
import { UNSET } from './plan.ts';
import { openSite, type Site } from './test-site.ts';

type Who = { cookie: string };
const agencyId = 'fakfak';
let site: Site;
let campaignId: string;
let path: string;
let officer: Who;
let operator: Who;
let auditor: Who;
beforeAll(async () => {
  site = await openSite();
  reminderPages(site.app, site.platform);
  site.at('2024-09-03T09:00');
  const now = site.platform.now();
  officer = await signedIn(site.db.pool, now, { agencyId, role: 'officer' });
  const unitId = site.world.units.kecamatan;
  operator = await signedIn(site.db.pool, now, { agencyId, role: 'operator', unitId });
  auditor = await signedIn(site.db.pool, now, { agencyId, role: 'auditor' });
});
beforeEach(async () => {
  await site.db.pool.query('update reminders.plan set is_on = false');
  site.mail.behave('take');
  await at('2024-09-03T09:00');
  campaignId = await site.openedCampaign();
  path = to('reminders', { agency: agencyId, campaign: campaignId });
});
afterAll(() => site.close());

/** A session ends long before the next day of these tests. */
const at = async (moment: string) => {
  site.at(moment);
  const now = site.platform.now();
  await site.db.pool.query(
    "update access.session set seen_at = $1, proved_at = $1, expires_at = '2030-01-01'",
    [now],
  );
};
const get = async (who: Who, query = '', lang = 'id') => {
  const headers = { cookie: `${who.cookie}; bahasa=${lang}` };
  return (await site.app.request(`http://localhost${path}${query}`, { headers })).text();
};
const post = (who: Who, body: Record<string, string>) =>
  site.app.request(`http://localhost${path}`, {
    method: 'POST',
    headers: { ...who, origin: 'http://localhost' },
    body: new URLSearchParams(body),
  });
const filled = (change: Record<string, string> = {}): Record<string, string> => {
  const { firstDays, everyDays, cap, fromHour, untilHour, unitDays, unitShare, headDays, headShare } = UNSET;
  const numbers = {
    firstDays,
    everyDays,
    cap,
    fromHour,
    untilHour,
    unitDays,
    unitShare,
    headDays,
    headShare,
  };
  const texts = Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, String(value)]));
  return { ...texts, isOn: 'ya', byMail: 'ya', withLink: 'ya', replyTo: '', hookUrl: '', ...change };
};

describe('the plan', () => {
  it('is saved whole by an officer, told in the audit trail, and read by others', async () => {
    expect(await get(auditor)).toContain('Belum ada rencana');
    const answer = await post(officer, filled({ cap: '2', replyTo: 'kepegawaian@contoh.example' }));
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${path}?selesai=simpan`]);
    expect(await get(officer, '?selesai=simpan')).toContain('Rencana tersimpan.');
    expect(await get(auditor)).toContain('<dd>2</dd>');
    const { rows } = await site.db.pool.query(
      "select data from platform.event where kind = 'reminders.planned' and subject = $1",
      [campaignId],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0].data).toMatchObject({ cap: 2, isOn: true, withLink: true });
  });

  it.each([
    ['cap', '11', 'Isi angka 1 sampai 10'],
    ['firstDays', 'tiga', 'Isi angka 1 sampai 60'],
    ['untilHour', '7', 'Jam akhir harus sesudah jam awal'],
    ['replyTo', 'a@b.example, c@d.example', 'Isi satu alamat surel'],
    ['hookUrl', 'http://gerbang.contoh.example/x', 'Isi alamat https'],
    ['byMail', '', 'Pilih surel'],
  ])('refuses %s %j and keeps what was typed', async (name, value, says) => {
    const answer = await post(officer, filled({ replyTo: 'tetap@contoh.example', [name]: value }));
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain(says);
    expect(html).toContain(`href="#f-${name}"`);
    if (name !== 'replyTo') expect(html).toContain('value="tetap@contoh.example"');
  });

  it('is for officers of the whole institution alone', async () => {
    for (const who of [operator, auditor]) expect((await post(who, filled())).status).toBe(403);
  });

  it('sends everybody’s links elsewhere, and shows the secret, only for who has just proved who it is', async () => {
    await post(officer, filled({ byMail: '', hookUrl: 'https://gerbang.contoh.example/x' }));
    expect(await get(officer, '?rahasia=1')).toContain('Rahasia');
    await site.db.pool.query("update access.session set proved_at = '2024-01-01'");
    const stolen = await post(officer, filled({ hookUrl: 'https://penyerang.contoh.example/x' }));
    expect(stolen.status).toBe(401);
    const headers = { cookie: officer.cookie };
    const secret = await site.app.request(`http://localhost${path}?rahasia=1`, { headers });
    expect([secret.status, secret.headers.get('location')]).toEqual([
      303,
      `/masuk/ulang?ke=${encodeURIComponent(`${path}?rahasia=1`)}`,
    ]);
    expect(await get(officer)).toContain('https://gerbang.contoh.example/x');
  });
});

describe('the page', () => {
  it('says why nothing is sent now', async () => {
    await post(officer, filled());
    expect(await get(officer)).toContain('pengingat pertama mulai 6 September 2024 07.00 WIT');
    await at('2024-09-10T18:30');
    expect(await get(officer)).toContain('di luar jam kirim. Mulai lagi 11 September 2024 07.00 WIT');
    expect(await get(officer, '', 'en')).toContain('quiet hours. On again from 11 September 2024 07:00 WIT');
    await at('2024-09-14T10:00');
    expect(await get(officer)).toContain('hari libur mingguan. Mulai lagi 17 September 2024 07.00 WIT');
    await at('2024-09-16T10:00');
    expect(await get(officer, '', 'en')).toMatch(/Not sent: [^<]*(Prophet|Mawlid|Maulid)[^<]*\. On again/);
    await at('2024-10-02T10:00');
    expect(await get(officer)).toContain('batas waktu sudah lewat');
  });

  it('shows each person with the reason, operators their own units, auditors no names', async () => {
    await post(officer, filled({ cap: '1' }));
    await at('2024-09-06T10:00');
    await site.round();
    const html = await get(officer);
    expect(html).toContain('Siti Contoh');
    expect(html).toContain('Sudah 1 kali: batas tercapai.');
    expect(html).toContain('Tidak ada alamat surel di daftar pegawai');
    const own = await get(operator);
    expect(own).toContain('Yosefina Contoh');
    expect(own).not.toContain('Siti Contoh');
    const figures = await get(auditor);
    expect(figures).not.toContain('Siti Contoh');
    expect(figures).toContain('Pesan menurut penerima dan saluran');
    const english = await get(officer, '?saring=noMail', 'en');
    expect(english).toContain('Jum’at Contoh');
    expect(english).not.toContain('Siti Contoh');
  });

  it('gives the unit a list to remind by hand, its own people alone', async () => {
    const file = to('remindersByHand', { agency: agencyId, campaign: campaignId });
    const list = async (who: Who) => site.app.request(`http://localhost${file}`, { headers: who });
    const text = await (await list(operator)).text();
    expect(text).toContain('Jum’at Contoh');
    expect(text.trim().split('\r\n')).toHaveLength(2);
    expect((await list(auditor)).status).toBe(403);
  });

  it('shows a returned mail once it was taken, and sends no more to that address', async () => {
    await post(officer, filled({ everyDays: '1' }));
    await at('2024-09-06T10:00');
    await site.round();
    const asked = 'select token from reminders.message where campaign_id = $1 and target = $2';
    const { rows } = await site.db.pool.query(asked, [campaignId, site.world.people.seksi]);
    const take = (action: string, token = rows[0].token) =>
      takeReport(site.platform, Buffer.from(reportOf({ token, action, status: '5.1.1' })));
    expect(await take('delayed')).toBe('delayed');
    expect(await take('failed', '0'.repeat(32))).toBe('other');
    expect(await take('failed')).toBe('marked');
    expect(await take('failed')).toBe('again');
    expect(await get(officer, '?saring=bounced')).toContain('Surat kembali (5.1.1)');
    await at('2024-09-09T10:00');
    expect(await site.round()).not.toContain('siti@contoh.example');
  });

  it('takes a returned mail from the command line, and leaves all else alone', async () => {
    await post(officer, filled());
    await at('2024-09-06T10:00');
    await site.round();
    const asked = 'select token from reminders.message where campaign_id = $1 and target = $2';
    const { rows } = await site.db.pool.query(asked, [campaignId, site.world.people.seksi]);
    const folder = mkdtempSync(join(tmpdir(), 'ikrar-bounce-'));
    const run = async (text: string) => {
      const file = join(folder, 'surat.eml');
      writeFileSync(file, text);
      let said = '';
      const io = {
        stdout: {
          write: (part: string) => {
            said += part;
            return true;
          },
        },
        stderr: { write: () => true },
      };
      const config = { ...site.platform.config, databaseUrl: site.db.url };
      expect(await reminderCommands[0]?.run(['--file', file], io as never, config)).toBe(0);
      return said.trim();
    };
    expect(await run('Subject: liburan\n\nSaya sedang cuti.')).toContain('not about a reminder');
    const report = reportOf({ token: rows[0].token, action: 'failed', status: '5.7.1' });
    expect([await run(report), await run(report)]).toEqual(['marked as returned', 'was marked before']);
    rmSync(folder, { recursive: true });
  });

  it('shows the text in both languages, and sends it to oneself', async () => {
    const html = await get(officer);
    expect(html).toContain('Yth. Nama Pegawai,');
    expect(html).toContain('Dear Nama Pegawai,');
    expect(await (await post(officer, { do: 'mail' })).text()).toContain('belum punya alamat surel');
    await site.db.pool.query(
      `insert into access.account_mail (account_id, id, address, entered_by, entered_at)
       select distinct account_id, 'satu', 'petugas@contoh.example', 'account:lain', now() from access.role_grant where role = 'officer'`,
    );
    expect((await post(officer, { do: 'mail' })).headers.get('location')).toBe(`${path}?selesai=coba`);
    expect(site.textTo('petugas@contoh.example')).toContain('XXXX-XXXX-XXXX');
  });
});

describe('a messaging gateway', () => {
  let server: Server;
  let taken: { headers: IncomingMessage['headers']; body: string }[];
  let status: number;
  let hookUrl: string;
  beforeEach(async () => {
    taken = [];
    status = 202;
    server = createServer(async (request, response) => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part as Buffer);
      taken.push({ headers: request.headers, body: Buffer.concat(parts).toString() });
      response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    hookUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/pesan`;
  });
  const close = () => new Promise((resolve) => server.close(resolve));

  it('takes signed messages, also for people without an address, and stops on signing', async () => {
    await post(officer, filled({ byMail: '', hookUrl }));
    const secret = /<code class="mono">([\w-]+)/.exec(await get(officer, '?rahasia=1'))?.[1] ?? '';
    expect(await get(officer)).not.toContain(secret);
    await at('2024-09-06T10:00');
    await signAs(site, campaignId, site.world.people.dinas);
    expect(await site.round()).toEqual([]);
    expect(taken).toHaveLength(3);
    const now = Math.floor(site.platform.now().getTime() / 1000);
    for (const { headers, body } of taken) {
      expect(isSignedBy(secret, String(headers['ikrar-signature']), body, now)).toBe(true);
      expect(JSON.parse(body)).toMatchObject({ kind: 'reminder', number: 1, institution: { id: agencyId } });
      expect(headers['idempotency-key']).toBe(JSON.parse(body).id);
    }
    const keys = Object.keys(JSON.parse(taken[0]?.body ?? '{}'));
    expect(keys.sort()).toEqual([
      'campaign',
      'id',
      'institution',
      'kind',
      'link',
      'number',
      'person',
      'text',
    ]);
    await close();
  });

  it('is not followed elsewhere, waits when it fails, and may refuse one person for good', async () => {
    await post(officer, filled({ byMail: '', hookUrl }));
    await at('2024-09-06T10:00');
    status = 302;
    await site.round();
    expect(taken).toHaveLength(1);
    expect(await get(officer)).toContain('servernya tidak menerima (HTTP-302)');
    status = 404;
    await at('2024-09-06T10:06');
    await site.round();
    expect(taken).toHaveLength(5);
    expect(await get(officer, '?saring=failed')).toContain('Alamat ini ditolak (HTTP-404)');
    await close();
  });

  it('gets a new secret, and a test on demand', async () => {
    await post(officer, filled({ hookUrl }));
    const shown = async () => /<code class="mono">([\w-]+)/.exec(await get(officer, '?rahasia=1'))?.[1];
    const first = await shown();
    await post(officer, filled({ hookUrl, newSecret: 'ya' }));
    expect(await shown()).not.toBe(first);
    expect((await post(officer, { do: 'gateway' })).status).toBe(303);
    expect(JSON.parse(taken[0]?.body ?? '')).toMatchObject({ kind: 'test', link: null });
    expect(await get(auditor, '?rahasia=1')).not.toContain('<code');
    await close();
  });
});
