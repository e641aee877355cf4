import type { VNode } from 'preact';
import type { Lang } from '../../../platform/i18n.ts';
import { t } from '../messages.ts';
import { OTHER_BODIES } from '../other-bodies.ts';

/** Where anybody may go instead, each with where that was seen. */
export function OtherBodies({ lang }: { lang: Lang }): VNode {
  const tr = t(lang);
  return (
    <ul>
      {OTHER_BODIES.map(({ id, address, source }) => (
        <li key={id}>
          <a href={address} rel="noreferrer">
            {tr(`reporting.body.${id}`)}
          </a>
          . {tr(`reporting.body.${id}.text`)}{' '}
          <small>
            <a href={source} rel="noreferrer">
              {tr('reporting.source')}
            </a>
          </small>
        </li>
      ))}
    </ul>
  );
}
