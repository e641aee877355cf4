import { guard, guardWide, type Overseer, type Staff, showWork } from '../../../access/index.ts';
import type { App, Ctx } from '../../../platform/http/visit.ts';
import type { Platform } from '../../../platform/platform.ts';
import { to, urls } from '../../../urls.ts';
import { electionAsked } from '../asked.ts';
import { campaignCompareReport, nationCompareReport } from '../compare-report.ts';
import type { Nation } from '../figures.ts';
import { t } from '../messages.ts';
import { rememberedNation } from '../read-nation.ts';
import { openedCampaigns } from '../read-units.ts';
import type { Report } from '../report.ts';
import { CompareView } from './compare.view.tsx';
import { ElectionChoice } from './election-choice.view.tsx';
import { unitFigures } from './unit.page.tsx';

export function nationComparePage(app: App, platform: Platform): void {
  app.get(urls.nationCompare, async (c) => {
    const overseer = guardWide(c, 'nation.read');
    const { lang } = c.get('visit');
    const tr = t(lang);
    const { first, second, choices } = await electionsAsked(c, platform);
    const report = await nationCompared(c, platform, overseer);
    return showWork(c, {
      title: report.title,
      body: (
        <CompareView
          {...{ lang, report }}
          up={{ href: urls.nation, text: tr('nation.toNation') }}
          file={(format) =>
            `${to('nationExport', { file: `banding.${format}` })}?pemilu=${first}&dengan=${second}`
          }
          choice={
            <ElectionChoice
              {...{ lang, choices }}
              action={urls.nationCompare}
              fields={[
                { name: 'pemilu', label: tr('nation.firstShort'), value: first },
                { name: 'dengan', label: tr('nation.secondShort'), value: second },
              ]}
            />
          }
        />
      ),
    });
  });
}

/** The first is, without a word, the one before the second; with a single one both are the same. */
async function electionsAsked(c: Ctx, platform: Platform) {
  const second = await electionAsked(c, platform, 'dengan');
  const before = second.choices.filter((id) => id !== second.election).at(-1) ?? second.election;
  const first = c.req.query('pemilu') ? (await electionAsked(c, platform)).election : before;
  const choices = [...new Set([...second.choices, first])];
  return { first, second: second.election, choices };
}

/** Only the provinces that the viewer may see. @throws Refusal nation.noElection (404) */
export async function nationCompared(c: Ctx, platform: Platform, { regions }: Overseer): Promise<Report> {
  const { first, second } = await electionsAsked(c, platform);
  const now = platform.now();
  const read = async (election: string): Promise<Nation> => {
    const nation = await rememberedNation(platform.reader, election, now);
    if (regions === null) return nation;
    const mine = nation.institutions.filter(({ province }) => province && regions.includes(province));
    return { ...nation, institutions: mine };
  };
  return nationCompareReport(c.get('visit').lang, await read(first), await read(second));
}

export function campaignComparePage(app: App, platform: Platform): void {
  app.get(urls.coverageCompare, async (c) => {
    const staff = guard(c, 'coverage.read');
    const { lang } = c.get('visit');
    const { report, others, other, params } = await campaignsCompared(c, platform, staff);
    return showWork(c, {
      title: report?.title ?? t(lang)('nation.compare'),
      body: (
        <CompareView
          {...{ lang, report }}
          up={{ href: to('coverage', params), text: t(lang)('nation.toCoverage') }}
          file={(format) => `${to('coverageFile', { ...params, file: `banding.${format}` })}?dengan=${other}`}
          campaigns={{ action: to('coverageCompare', params), others, other }}
        />
      ),
    });
  });
}

/** More units than any page should show; a file of a table that long is cut nowhere else. */
const UNITS = 2000;

/**
 * Without a word the campaign that was opened last beside this one; null where there is no other.
 * @throws Refusal nation.notOpened (404)
 */
export async function campaignsCompared(c: Ctx, platform: Platform, staff: Staff) {
  const campaign = c.req.param('campaign') ?? '';
  const params = { agency: staff.agencyId, campaign };
  const others = (await openedCampaigns(platform.reader, staff.agencyId)).filter(({ id }) => id !== campaign);
  const other = c.req.query('dengan') || others[0]?.id;
  const cut = { limit: UNITS, offset: 0 };
  const here = await unitFigures(c, platform, staff, null, cut);
  const there = other === undefined ? null : await unitFigures(c, platform, staff, null, cut, other);
  const [first, second] =
    there && there.figures.campaign.openedAt > here.figures.campaign.openedAt ? [here, there] : [there, here];
  const report =
    first && second ? campaignCompareReport(c.get('visit').lang, first.figures, second.figures) : null;
  return { report, others, other: other ?? '', params };
}
