import type { VNode } from 'preact';
import { DataTable } from '../../../platform/html/parts.view.tsx';
import type { Lang } from '../../../platform/i18n.ts';
import { to, urls } from '../../../urls.ts';
import { t } from '../messages.ts';
import { LICENCE } from '../open-report.ts';

const COLUMNS = [
  'table',
  'province',
  'code',
  'institutions',
  'institution',
  'id',
  'province_code',
  'name',
  'share_signed',
  'audience',
  'signed',
  'moved',
  'checked_at',
  'source',
  'licence',
] as const;

export function OpenDataView({ lang, election }: { lang: Lang; election: string }): VNode {
  const tr = t(lang);
  const link = (name: string, format: string) =>
    `${to('openDataFile', { file: `${name}.${format}` })}?pemilu=${election}`;
  return (
    <>
      <h1>{tr('open.dataTitle')}</h1>
      <p class="prose">{tr('open.dataText')}</p>
      <h2>{tr('open.files')}</h2>
      <ul>
        {(['provinsi', 'instansi'] as const).map((name) => (
          <li key={name}>
            {tr(`open.file.${name}`)}: <a href={link(name, 'csv')}>CSV</a>{' '}
            <a href={link(name, 'json')}>JSON</a>
          </li>
        ))}
        <li>{tr('open.fileAgency')}</li>
        <li>
          <a href={urls.openFeed}>{tr('open.feedLink')}</a>
        </li>
      </ul>
      <h2>{tr('open.licence')}</h2>
      <p class="prose">{tr('open.licenceText', { licence: LICENCE })}</p>
      <h2>{tr('open.rule')}</h2>
      <p class="prose">{tr('open.means.few')}</p>
      <p class="prose">{tr('open.means.moved')}</p>
      <h2>{tr('open.dictionary')}</h2>
      <DataTable
        caption={tr('open.dictionary')}
        columns={[
          { head: tr('open.column'), cell: (key) => <code>{key}</code> },
          { head: tr('open.meaning'), cell: (key) => tr(`open.column.${key}`) },
        ]}
        rows={COLUMNS}
      />
    </>
  );
}
