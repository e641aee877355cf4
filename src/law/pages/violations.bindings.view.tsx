import type { VNode } from 'preact';
import { DataTable } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import type { Binding } from '../violations/index.ts';
import { t } from '../violations/messages.ts';
import { Cited, Grounds } from './violations.parts.view.tsx';

/** Who is bound, by which instrument. A rule that says the same of both groups stands once. */
export function BindingTable({ lang, bindings }: { lang: Lang; bindings: readonly Binding[] }): VNode {
  const tr = t(lang);
  const rows = bindings.filter((one, at) => bindings.findIndex((other) => sameRule(one, other)) === at);
  return (
    <DataTable
      caption={tr('violations.who')}
      columns={[
        { head: tr('violations.person'), cell: ({ person }) => tr(`violations.person.${person}`) },
        { head: tr('violations.how'), cell: ({ text }) => text[lang] },
        {
          head: tr('violations.instrument'),
          cell: ({ instrument, refs }) => <Cited id={instrument} article={refs[0]} />,
        },
        { head: tr('violations.grounds'), cell: (one) => <Grounds lang={lang} stated={one} /> },
      ]}
      rows={rows}
    />
  );
}

function sameRule(a: Binding, b: Binding): boolean {
  return a.person === b.person && a.instrument === b.instrument && a.text === b.text;
}
