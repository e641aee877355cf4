import {
  LICENCE,
  NATION_ZONE,
  provinceName,
  type Report,
  type Sheet,
  type Value,
} from '../../coverage/index.ts';
import { formatDate, instantOf } from '../../platform/format.ts';
import type { Lang } from '../../platform/i18n.ts';
import { meanings } from './meanings.ts';
import { t } from './messages.ts';
import type { OpenAgency, OpenFigures } from './read.ts';
import { batchTable, durationTable, openTables, shareTable } from './tables.ts';
import { tallyTable } from './tally-table.ts';

const casesOf = ({ batches }: OpenAgency) => batches.flatMap(({ facts }) => facts);

/** What everybody may see of all institutions that show their figures, as of the end of a quarter. */
export function openReport(lang: Lang, { asOf, agencies }: OpenFigures): Report {
  const tr = t(lang);
  const counted = agencies.filter(({ batches }) => batches.length > 0);
  const own = counted.map((one) => ({ name: one.name, facts: casesOf(one) }));
  return {
    file: 'pengawasan',
    title: tr('figures.openTitle'),
    asOf: instantOf(asOf, '23:59', NATION_ZONE),
    zone: NATION_ZONE,
    facts: [
      [tr('figures.asOf'), formatDate(lang, asOf)],
      [tr('figures.source'), tr('figures.ownSource')],
      [tr('figures.licence'), LICENCE],
    ],
    definitions: meanings(lang, true),
    sheets: [
      agencySheet(lang, agencies),
      ...(counted.length > 0
        ? [
            provinceSheet(lang, counted),
            ...openTables(
              lang,
              own.flatMap(({ facts }) => facts),
            ),
            batchTable(lang, counted),
            shareTable(lang, own, false),
            durationTable(lang, own, false),
          ]
        : []),
      tallyTable(lang),
    ],
  };
}

function agencySheet(lang: Lang, agencies: readonly OpenAgency[]): Sheet {
  const tr = t(lang);
  const total = agencies.reduce((sum, one) => sum + casesOf(one).length, 0);
  return {
    key: 'institutions',
    title: tr('figures.institutions'),
    columns: [
      { key: 'institution', head: tr('figures.institution'), kind: 'text' },
      { key: 'id', head: tr('figures.id'), kind: 'text' },
      { key: 'province', head: tr('figures.province'), kind: 'text' },
      { key: 'cases', head: tr('figures.cases'), kind: 'count' },
    ],
    rows: agencies.map((one): Value[] => [
      one.name,
      one.id,
      placeOf(lang, one.province),
      one.batches.length > 0 ? casesOf(one).length : null,
    ]),
    ...(total > 0 ? { total: [tr('figures.total'), null, null, total] } : {}),
  };
}

function provinceSheet(lang: Lang, agencies: readonly OpenAgency[]): Sheet {
  const tr = t(lang);
  const groups = Map.groupBy(agencies, ({ province }) => placeOf(lang, province));
  return {
    key: 'provinces',
    title: tr('figures.provinces'),
    columns: [
      { key: 'province', head: tr('figures.province'), kind: 'text' },
      { key: 'institutions', head: tr('figures.institutionCount'), kind: 'count' },
      { key: 'cases', head: tr('figures.cases'), kind: 'count' },
    ],
    rows: [...groups].map(([name, own]): Value[] => [name, own.length, own.flatMap(casesOf).length]),
  };
}

function placeOf(lang: Lang, province: string | null): string {
  return province === null ? t(lang)('figures.central') : (provinceName(province) ?? province);
}
