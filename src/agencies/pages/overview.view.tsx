import type { VNode } from 'preact';
import { type ActionName, allowed } from '../../access/index.ts';
import type { Grant } from '../../platform/http/visit.ts';
import type { Lang } from '../../platform/i18n.ts';
import { to } from '../../urls.ts';
import type { Agency } from '../agency.ts';
import { t } from '../messages.ts';

/** Pages that no campaign belongs to, in the order of a working week; a new one of that kind is added here. */
const PARTS = [
  ['overviewPeople', ['roster', 'rosterImport', 'moves', 'units']],
  ['overviewAccounts', ['accounts', 'accessMatrix', 'approvals', 'audit']],
  ['overviewOversight', ['oversight', 'oversightRecipients', 'oversightChannel', 'oversightFigures']],
  ['overviewOutside', ['publicFigures', 'witnessesWork', 'privacyWork', 'incidents']],
  ['overviewSystems', ['tokens', 'hooks']],
] as const;

type Place = (typeof PARTS)[number][1][number];

const NEEDS = {
  roster: 'roster.view',
  rosterImport: 'roster.import',
  moves: 'moves.view',
  units: 'units.view',
  accounts: 'accounts.view',
  accessMatrix: 'matrix.read',
  approvals: 'approvals.read',
  audit: 'audit.read',
  oversight: 'cases.list',
  oversightRecipients: 'recipients.read',
  oversightChannel: 'channel.read',
  oversightFigures: 'oversight.figures',
  publicFigures: 'publication.read',
  witnessesWork: 'witnesses.read',
  privacyWork: 'privacy.read',
  incidents: 'incident.read',
  tokens: 'tokens.read',
  hooks: 'hooks.read',
} as const satisfies Record<Place, ActionName>;

/** Everything of an institution that whoever asks may open, on one page. */
export function OverviewPage(props: { lang: Lang; agency: Agency; grants: readonly Grant[] }): VNode {
  const { lang, agency, grants } = props;
  const tr = t(lang);
  const parts = PARTS.map(([part, places]) => ({
    part,
    places: places.filter((place) => allowed(grants, NEEDS[place])),
  })).filter(({ places }) => places.length > 0);
  return (
    <>
      <h1>{agency.name}</h1>
      <p>
        <a class="button" href={to('campaigns', { agency: agency.id })}>
          {tr('agencies.toCampaigns')}
        </a>
      </p>
      {parts.map(({ part, places }) => (
        <section key={part}>
          <h2>{tr(`agencies.${part}`)}</h2>
          <ul>
            {places.map((place) => (
              <li key={place}>
                <a href={to(place, { agency: agency.id })}>{tr(`agencies.place.${place}`)}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
