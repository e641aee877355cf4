import { agencyIds } from '../../agencies/index.ts';
import { type Command, print, readArgs } from '../../platform/command.ts';
import { forAgency } from '../../platform/db/index.ts';
import { withPlatform } from '../../platform/opened.ts';
import { dueAt } from './due.ts';
import { sweep } from './sweep.ts';

const due: Command = {
  name: 'privacy due',
  usage: '[--agency ID] [--remove] [--json]',
  summary:
    'Lists what is past its retention period, by institution and rule; --remove removes what may go by itself now.',
  async run(args, io, config) {
    const options = { agency: { type: 'string' }, remove: { type: 'boolean' } } as const;
    const { values } = readArgs(args, options, 0);
    return withPlatform(config, async (platform) => {
      const removed = values.remove ? Object.fromEntries(await sweep(platform)) : {};
      const ids = values.agency ? [values.agency] : await agencyIds(platform.pool);
      const found = [];
      for (const agency of ids) {
        const { rules } = await forAgency(agency, () => dueAt(platform.pool, agency, platform.now()));
        for (const { id, days, by, count, source } of rules.filter((rule) => rule.count > 0))
          found.push({ agency, rule: id, days, by, count, source: source ?? 'program' });
      }
      const lines = found.map(
        (one) => `${one.agency}  ${one.rule}  ${one.count} past ${one.days} days (${one.by})`,
      );
      print(io, values.json, { due: found, removed }, lines.join('\n') || 'Nothing is past its period.');
      return 0;
    });
  },
};

export const privacyCommands: readonly Command[] = [due];
