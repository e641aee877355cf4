import { describe, expect, it } from 'vitest';
import { pack, sheet, workbookParts } from '../../platform/files/hostile.testkit.ts';
import { writeXlsx, type XlsxValue } from '../../platform/files/index.ts';
import id from './messages.id.ts';
import { type ParsedRoster, parseRoster } from './parse.ts';
import { templateCsv, templateXlsx } from './template.ts';
import { isUsable } from './types.ts';

const PNS = '190001011920011001';
const OTHER = '190001011920012002';
const HEADER = ['Nama', 'NIP/Nomor', 'Kategori', 'Golongan', 'Jabatan', 'Unit', 'Surel', 'Keterangan'];

const text = (content: string) => new Uint8Array(Buffer.from(content));
const codes = (roster: ParsedRoster) => roster.problems.map((problem) => problem.code);
const rowCodes = (roster: ParsedRoster) =>
  roster.rows.map((row) => row.problems.map((problem) => problem.code));

async function fromXlsx(rows: XlsxValue[][], header: string[] = HEADER, preamble: string[] = []) {
  const columns = header.map((name) => ({ header: name }));
  return parseRoster(await writeXlsx([{ name: 'Pegawai', columns, rows, preamble }]), 'daftar.xlsx');
}

describe('our template', () => {
  it('comes back as it was given, its examples passed over', async () => {
    const fromSheet = await parseRoster(await templateXlsx(id), 'templat.xlsx');
    const fromText = await parseRoster(templateCsv(), 'templat.csv');
    for (const roster of [fromSheet, fromText]) {
      expect(roster.problems).toEqual([]);
      expect(roster.columns.used.map((column) => column.header).sort()).toEqual([...HEADER].sort());
      expect(rowCodes(roster)).toEqual([['row.example'], ['row.example'], ['row.example']]);
      expect(roster.rows.map((row) => row.category)).toEqual(['pns', 'pppk', 'non-asn']);
      expect(roster.rows[0]).toMatchObject({
        rank: 'III/c',
        post: 'Kepala Bidang Contoh',
        postStatus: 'plt',
      });
      expect(roster.rows[1]).toMatchObject({ rank: 'IX', status: 'study', idKind: 'ni-pppk' });
      expect(roster.rows.filter(isUsable)).toEqual([]);
    }
  });

  it('reads a filled row whole', async () => {
    const roster = await fromXlsx([
      ["Ma'ruf, S.Sos.", PNS, 'PNS', 'III/c', 'Plt. Camat', 'Kecamatan Contoh', 'M@Contoh.GO.id', 'cuti'],
    ]);
    expect(roster.rows).toEqual([
      {
        rowNumber: 2,
        name: "Ma'ruf, S.Sos.",
        category: 'pns',
        idKind: 'nip',
        idNumber: PNS,
        rank: 'III/c',
        post: 'Camat',
        postStatus: 'plt',
        unitName: 'Kecamatan Contoh',
        email: 'M@contoh.go.id',
        status: 'leave',
        problems: [],
      },
    ]);
  });
});

describe('a SIASN export', () => {
  const header =
    'pns_id;nip_baru;nip_lama;nama;gelar_depan;gelar_belakang;tempat_lahir;tanggal_lahir;agama;nik;nomor_hp;email;email_gov;alamat;npwp;jenis_pegawai;kedudukan_hukum;status_cpns_pns;gol_awal;gol_akhir;jabatan;unor_id;unor_nama;instansi_induk';
  const row = `x;${PNS};;SARI UTAMI;Dr.;S.Sos;Contoh;01-01-1900;Islam;1901010101900001;08120000000;sari@surel.example;sari@contoh.example;Jalan Contoh;123;PNS Daerah;Aktif;C;III/a;III/b;Analis;8A0F;Dinas Contoh;Pemkab Contoh`;

  it('takes what a pledge needs and drops the rest, by name', async () => {
    const roster = await parseRoster(text(`\ufeff${header}\r\n${row}\r\n`), 'siasn.csv');
    expect(roster.problems).toEqual([]);
    expect(roster.rows[0]).toMatchObject({
      name: 'Dr. SARI UTAMI, S.Sos',
      category: 'cpns',
      idNumber: PNS,
      rank: 'III/b',
      unitName: 'Dinas Contoh',
      unitCode: '8A0F',
      email: 'sari@contoh.example',
      status: 'active',
      problems: [],
    });
    expect(roster.columns.dropped).toEqual([
      'tempat_lahir',
      'tanggal_lahir',
      'agama',
      'nik',
      'nomor_hp',
      'email',
      'alamat',
      'npwp',
    ]);
    expect(roster.columns.ignored).toEqual(['pns_id', 'nip_lama', 'gol_awal', 'instansi_induk']);
    const kept = JSON.stringify(roster);
    for (const secret of ['Islam', '1901010101900001', '0812', 'Jalan Contoh', 'surel.example'])
      expect(kept).not.toContain(secret);
  });
});

describe('headers', () => {
  it('finds them under titles, over numbering lines, and in two merged rows', async () => {
    const cells = (row: number, values: string[]) =>
      `<row r="${row}">${values.map((value, at) => (value ? `<c r="${'ABCDE'[at]}${row}" t="inlineStr"><is><t>${value}</t></is></c>` : '')).join('')}</row>`;
    const rows =
      cells(1, ['DAFTAR PEGAWAI']) +
      cells(4, ['No', 'Identitas', '', 'Kepegawaian']) +
      cells(5, ['', 'Nama Lengkap', 'NIP Baru', 'Status Kepegawaian', 'Unit Kerja']) +
      cells(6, ['(1)', '(2)', '(3)', '(4)', '(5)']) +
      cells(7, ['1', 'Budi', PNS, 'PNS', 'Dinas Contoh']) +
      cells(8, ['2', 'Sari', OTHER, 'PNS', '']) +
      cells(10, ['', '', '', 'Mengetahui']);
    const merges = '<mergeCells count="2"><mergeCell ref="B4:C4"/><mergeCell ref="E7:E8"/></mergeCells>';
    const roster = await parseRoster(pack(workbookParts(sheet(rows, merges))), 'x.xlsx');
    expect(roster.rows.map((row) => [row.rowNumber, row.name, row.unitName, row.problems])).toEqual([
      [7, 'Budi', 'Dinas Contoh', []],
      [8, 'Sari', 'Dinas Contoh', []],
    ]);
    expect(roster.problems).toEqual([
      { code: 'rows.without-person', params: { count: 2, row: 6 }, severity: 'warn' },
    ]);
  });

  it.each([
    'NAMA PEGAWAI;N I P;UNIT KERJA',
    'Nama Lengkap & Gelar;NIP / NI PPPK;OPD',
    ' nama ;nip_baru;Perangkat Daerah',
    'Nama (dengan gelar)*;NIP (18 angka);Unit Kerja',
  ])('reads %j', async (header) => {
    const roster = await parseRoster(text(`${header}\nBudi;${PNS};Dinas\n`), 'x.csv');
    expect(roster.rows[0]).toMatchObject({ name: 'Budi', idNumber: PNS, unitName: 'Dinas' });
  });

  it('says which column is missing, doubled, or that there is none at all', async () => {
    expect(codes(await parseRoster(text('Nama;NIP\nBudi;1\n'), 'x.csv'))).toEqual(['columns.missing']);
    expect((await parseRoster(text('Nama;NIP\nBudi;1\n'), 'x.csv')).problems[0]?.params).toEqual({
      field: 'unit',
    });
    const doubled = await parseRoster(text('Nama;Nama Lengkap;NIP;Unit\nA;B;1;X\n'), 'x.csv');
    expect(doubled.problems).toEqual([
      {
        code: 'columns.ambiguous',
        params: { field: 'name', headers: 'Nama / Nama Lengkap' },
        severity: 'refuse',
      },
    ]);
    expect(codes(await parseRoster(text('a;b\n1;2\n'), 'x.csv'))).toEqual(['columns.no-header']);
    expect(codes(await parseRoster(text('Nama;NIP;Unit\n'), 'x.csv'))).toEqual(['rows.none']);
  });

  it('reads one sheet and names the others that hold people', async () => {
    const columns = HEADER.map((header) => ({ header }));
    const bytes = await writeXlsx([
      { name: 'Sampul', columns: [{ header: 'Daftar' }], rows: [] },
      { name: 'Dinas A', columns, rows: [['Budi', PNS, 'PNS', '', '', 'Dinas A']] },
      { name: 'Dinas B', columns, rows: [['Sari', OTHER, 'PNS', '', '', 'Dinas B']] },
    ]);
    const roster = await parseRoster(bytes, 'x.xlsx');
    expect(roster.sheet).toBe('Dinas A');
    expect(roster.problems).toEqual([
      { code: 'sheet.others-ignored', params: { sheet: 'Dinas A', others: 'Dinas B' }, severity: 'warn' },
    ]);
  });
});

describe('rows', () => {
  it('refuses the same number twice and names the other row', async () => {
    const roster = await fromXlsx([
      ['Budi', PNS, 'PNS', '', '', 'Dinas'],
      ['Sari', OTHER, 'PNS', '', '', 'Dinas'],
      ['Badu', PNS, 'CPNS', '', '', 'Dinas'],
      ['Ani', '', 'THL', '', '', 'Dinas'],
      ['ANI', '', 'honorer', '', '', 'dinas'],
    ]);
    expect(roster.rows.map((row) => row.problems.filter((found) => found.severity === 'refuse'))).toEqual([
      [{ code: 'duplicate.id', params: { rows: '4' }, severity: 'refuse' }],
      [],
      [{ code: 'duplicate.id', params: { rows: '2' }, severity: 'refuse' }],
      [{ code: 'duplicate.name-unit', params: { rows: '6' }, severity: 'refuse' }],
      [{ code: 'duplicate.name-unit', params: { rows: '5' }, severity: 'refuse' }],
    ]);
  });

  it('explains number cells, formulas, errors and dates where a person should stand', async () => {
    const cell = (at: string, body: string, attributes = '') => `<c r="${at}" ${attributes}>${body}</c>`;
    const inline = (at: string, value: string) => cell(at, `<is><t>${value}</t></is>`, 't="inlineStr"');
    const row = (number: number, name: string, number2: string, unit = inline(`D${number}`, 'Dinas')) =>
      `<row r="${number}">${name}${number2}${inline(`C${number}`, 'PNS')}${unit}</row>`;
    const xml = sheet(
      `<row r="1">${['Nama', 'NIP', 'Kategori', 'Unit'].map((title, at) => inline(`${'ABCD'[at]}1`, title)).join('')}</row>` +
        row(2, inline('A2', 'Budi'), cell('B2', '<v>1.98503122010011E+17</v>')) +
        row(3, inline('A3', 'Sari'), cell('B3', `<f>A1</f><v>${PNS}</v>`, 't="str"')) +
        row(4, cell('A4', '<f>HYPERLINK("http://x","Ani")</f><v>Ani</v>', 't="str"'), inline('B4', PNS)) +
        row(5, inline('A5', 'Tuti'), inline('B5', OTHER), cell('D5', '<v>#N/A</v>', 't="e"')) +
        row(
          6,
          inline('A6', 'Tono'),
          inline('B6', '190001011920011003'),
          cell('D6', '<f>A1</f><v>Dinas</v>', 't="str"'),
        ),
    );
    const roster = await parseRoster(pack(workbookParts(xml)), 'x.xlsx');
    expect(rowCodes(roster)).toEqual([
      ['id.precision'],
      ['id.formula'],
      ['cell.formula'],
      ['cell.error'],
      ['cell.formula'],
    ]);
    expect(roster.rows.map(isUsable)).toEqual([false, false, false, false, true]);
  });

  it('never keeps or repeats a NIK, wherever it stands', async () => {
    const nik = '1901010101900001';
    const roster = await parseRoster(
      text(
        `Nama;NIP;Kategori;Unit;Status;Golongan;Agama\nBudi;${nik};PNS;Dinas;${nik};${nik};x\nSari;${nik};${nik};Dinas;;;\nAni ${nik};;THL;Dinas;;;\n`,
      ),
      'x.csv',
    );
    expect(JSON.stringify(roster)).not.toContain('19010101');
    expect(roster.rows.filter(isUsable)).toEqual([]);
  });

  it('takes the category from the number when the file has none, and says so', async () => {
    const roster = await parseRoster(
      text(`Nama;NIP;Unit\nBudi;${PNS};Dinas\nSari;196001012024211001;Dinas\nAni;;Dinas\n`),
      'x.csv',
    );
    expect(roster.rows.map((row) => row.category)).toEqual(['pns', 'pppk', null]);
    expect(rowCodes(roster)).toEqual([
      ['category.inferred'],
      ['category.inferred'],
      ['category.missing', 'id.missing'],
    ]);
  });
});
