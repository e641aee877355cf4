import type { VNode } from 'preact';
import { DataTable, Notice } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { urls } from '../../urls.ts';
import { DECIDERS, FAILURE_TO_PUNISH, SANCTIONS, TRANSITION } from '../procedure/index.ts';
import type { Text } from '../violations/index.ts';
import { t } from '../violations/messages.ts';
import { Cited, Grounds, LevelTag } from './violations.parts.view.tsx';

/** Kinds of sanction by level, and who may impose them on whom. */
export function sanctionsView(lang: Lang): VNode {
  const tr = t(lang);
  const note = (text: Text | undefined) => (text ? <span class="quiet"> {text[lang]}</span> : null);
  return (
    <>
      <p class="no-print">
        <a href={urls.violations}>{tr('violations.back')}</a>
      </p>
      <h1>{tr('violations.sanctionsTitle')}</h1>
      <p class="prose">{tr('violations.sanctionsIntro')}</p>
      <Notice tone="warn">
        <p>{TRANSITION.text[lang]}</p>
        <Grounds lang={lang} stated={TRANSITION} />
      </Notice>
      <DataTable
        caption={tr('violations.sanction')}
        columns={[
          { head: tr('violations.sanction'), cell: ({ text }) => text[lang] },
          { head: tr('violations.level'), cell: ({ level }) => <LevelTag lang={lang} level={level} /> },
          {
            head: tr('violations.instrument'),
            cell: ({ instrument, ref }) => <Cited id={instrument} article={ref} />,
          },
          { head: tr('violations.grounds'), cell: (one) => <Grounds lang={lang} stated={one} /> },
        ]}
        rows={SANCTIONS}
      />
      <h2>{tr('violations.decidersTitle')}</h2>
      <Notice>
        <p>{FAILURE_TO_PUNISH.text[lang]}</p>
        <Grounds lang={lang} stated={FAILURE_TO_PUNISH} />
      </Notice>
      <DataTable
        caption={tr('violations.decidersTitle')}
        columns={[
          { head: tr('violations.decider'), cell: ({ who }) => tr(`violations.decider.${who}`) },
          {
            head: tr('violations.over'),
            cell: ({ over, note: text }) => (
              <>
                {over.map((post) => tr(`violations.post.${post}`)).join('; ')}
                {note(text)}
              </>
            ),
          },
          {
            head: tr('violations.level'),
            cell: ({ levels }) => levels.map((level) => tr(`violations.level.${level}`)).join(', '),
          },
          {
            head: tr('violations.where'),
            cell: ({ agencies }) => agencies.map((one) => tr(`violations.agency.${one}`)).join(', '),
          },
          { head: tr('violations.grounds'), cell: (one) => <Grounds lang={lang} stated={one} /> },
        ]}
        rows={DECIDERS}
      />
    </>
  );
}
