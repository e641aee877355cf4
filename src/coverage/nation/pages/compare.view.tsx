import type { VNode } from 'preact';
import { SelectField } from '../../../platform/html/form.view.tsx';
import { Notice } from '../../../platform/html/parts.view.tsx';
import type { Lang } from '../../../platform/i18n.ts';
import { PAGE } from '../asked.ts';
import { t } from '../messages.ts';
import type { Report, Sheet } from '../report.ts';
import { FileLinks, Meanings, SheetTable } from '../report.view.tsx';

export function CompareView(props: {
  lang: Lang;
  /** null: there is nothing to compare with. */
  report: Report | null;
  up: { href: string; text: string };
  file: (format: string) => string;
  choice?: VNode;
  campaigns?: { action: string; others: readonly { id: string; title: string }[]; other: string };
}): VNode {
  const { lang, report, up, file, choice, campaigns } = props;
  const tr = t(lang);
  return (
    <>
      <p class="no-print">
        <a href={up.href}>{up.text}</a>
      </p>
      <h1>{report?.title ?? tr('nation.compare')}</h1>
      {choice}
      {campaigns && campaigns.others.length > 0 ? (
        <form method="get" action={campaigns.action} class="row no-print">
          <SelectField
            name="dengan"
            label={tr('nation.compareWith')}
            value={campaigns.other}
            options={campaigns.others.map(({ id, title }) => ({ value: id, text: title }))}
          />
          <button type="submit" class="second">
            {tr('nation.show')}
          </button>
        </form>
      ) : null}
      {report === null ? (
        <Notice>
          <p>{tr('nation.noOther')}</p>
        </Notice>
      ) : (
        <>
          <p>{tr('nation.compareNote')}</p>
          <FileLinks lang={lang} href={file} />
          {report.sheets.map((sheet) => (
            <Part key={sheet.key} lang={lang} sheet={sheet} />
          ))}
          <Meanings lang={lang} report={report} />
        </>
      )}
    </>
  );
}

/** What fell most stands first, so a page shows only the beginning of a long table; files hold all of it. */
function Part({ lang, sheet }: { lang: Lang; sheet: Sheet }): VNode {
  const cut = sheet.rows.slice(0, PAGE);
  return (
    <>
      <SheetTable lang={lang} sheet={{ ...sheet, rows: cut }} />
      {sheet.rows.length > PAGE ? (
        <p class="quiet">{t(lang)('nation.cut', { shown: PAGE, all: sheet.rows.length })}</p>
      ) : null}
    </>
  );
}
