import type { VNode } from 'preact';
import { DataTable, Notice } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { urls } from '../../urls.ts';
import {
  ACT_KINDS,
  type ActKind,
  BINDINGS,
  findViolation,
  type ItemId,
  SIDES,
  VIOLATIONS,
  type Violation,
} from '../violations/index.ts';
import { t } from '../violations/messages.ts';
import { BindingTable } from './violations.bindings.view.tsx';
import { Grounds, ItemLink, Levels } from './violations.parts.view.tsx';

/** All items, the dividing line, and who is bound. */
export function violationsView(lang: Lang): VNode {
  const tr = t(lang);
  const [first] = VIOLATIONS;
  return (
    <>
      <h1>{tr('violations.title')}</h1>
      <p class="prose">{tr('violations.intro')}</p>
      <nav class="row no-print" aria-label={tr('violations.title')}>
        <a href={urls.sanctions}>{tr('violations.toSanctions')}</a>
        <a href={urls.clocks}>{tr('violations.toClocks')}</a>
        <a href={urls.law}>{tr('violations.toLaw')}</a>
      </nav>
      <h2>{tr('violations.line')}</h2>
      <Notice>
        <p>{tr('violations.lineText')}</p>
        <p>{tr('violations.lineExceptions')}</p>
        <Grounds lang={lang} stated={first as Violation} />
      </Notice>
      <SideBySide lang={lang} />
      <h2>{tr('violations.ethics')}</h2>
      <ItemTable lang={lang} items={VIOLATIONS.filter((item) => item.group === 'ethics')} of="ethics" />
      <h2>{tr('violations.discipline')}</h2>
      <ItemTable
        lang={lang}
        items={VIOLATIONS.filter((item) => item.group === 'discipline')}
        of="discipline"
      />
      <h2>{tr('violations.who')}</h2>
      <BindingTable lang={lang} bindings={BINDINGS} />
    </>
  );
}

function SideBySide({ lang }: { lang: Lang }): VNode {
  const tr = t(lang);
  return (
    <DataTable<ActKind>
      caption={tr('violations.beforeAfter')}
      columns={[
        { head: tr('violations.act'), cell: (kind) => tr(`violations.kind.${kind}`) },
        {
          head: tr('violations.before'),
          cell: (kind) => <SideCell lang={lang} kind={kind} id={SIDES[kind].before} />,
        },
        {
          head: tr('violations.after'),
          cell: (kind) => <SideCell lang={lang} kind={kind} id={SIDES[kind].after} />,
        },
      ]}
      rows={ACT_KINDS}
    />
  );
}

/** What the act is on one side of the line. */
export function SideCell({ lang, kind, id }: { lang: Lang; kind: ActKind; id: ItemId | null }): VNode {
  const tr = t(lang);
  const item = findViolation(id ?? '');
  if (!item) return <>{tr('violations.noItem', { item: SIDES[kind].after })}</>;
  return (
    <>
      <ItemLink id={item.id}>{item.id}</ItemLink> {tr(`violations.group.${item.group}`)}
      {', '}
      <Levels lang={lang} item={item} />
    </>
  );
}

function ItemTable({
  lang,
  items,
  of,
}: {
  lang: Lang;
  items: readonly Violation[];
  of: Violation['group'];
}): VNode {
  const tr = t(lang);
  return (
    <DataTable
      caption={tr(`violations.${of}`)}
      columns={[
        { head: tr('violations.item'), cell: ({ id }) => <ItemLink id={id} /> },
        { head: tr('violations.gist'), cell: ({ gist }) => gist[lang] },
        { head: tr('violations.level'), cell: (item) => <Levels lang={lang} item={item} /> },
        { head: tr('violations.grounds'), cell: (item) => <Grounds lang={lang} stated={item} /> },
      ]}
      rows={items}
    />
  );
}
