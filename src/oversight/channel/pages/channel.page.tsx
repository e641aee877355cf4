import { actor, mayDo } from '../../../access/index.ts';
import { publicAddress } from '../../../platform/config.ts';
import { transaction } from '../../../platform/db/index.ts';
import { formatMoment } from '../../../platform/format.ts';
import { field } from '../../../platform/http/form.ts';
import type { App, Ctx } from '../../../platform/http/visit.ts';
import { refusalText } from '../../../platform/i18n.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { to, urls } from '../../../urls.ts';
import { type OversightFrame, oversightFrame, showOversight } from '../../pages/frame.tsx';
import { chainOf, listOrNull } from '../../recipients/index.ts';
import { chainWords, type Recipient } from '../../seal/index.ts';
import { channelOf } from '../channel.ts';
import { t } from '../messages.ts';
import { KEEP_DAYS, setChannel } from '../set-channel.ts';
import { ChannelView } from './channel.view.tsx';

/** Opening and closing the channel; nothing of a report is seen here. */
export function channelPage(app: App, platform: Platform): void {
  const { pool, now } = platform;
  app.get(urls.oversightChannel, async (c) =>
    shown(c, platform, await oversightFrame(c, platform, 'channel.read'), {}),
  );

  app.post(urls.oversightChannel, async (c) => {
    const frame = await oversightFrame(c, platform, 'channel.set');
    const body = await c.req.parseBody();
    const agencyId = frame.agency.id;
    const typed = field(body, 'keepDays');
    const wish = {
      ...{ agencyId, by: actor(frame.staff) },
      state: field(body, 'act') === 'close' ? ('closed' as const) : ('open' as const),
      keepDays: /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : Number.NaN,
    };
    try {
      const list = listOrNull(agencyId, await chainOf(pool, agencyId));
      const receiving = list?.filter(({ role }) => role === 'recipient').length ?? 0;
      await transaction(pool, (client) => setChannel(client, wish, receiving, now()));
    } catch (error) {
      if (!(error instanceof Refusal) || error.status !== 422) throw error;
      const at = error.code === 'reporting.keepDays' ? 'keepDays' : '';
      const errors = { [at]: refusalText(frame.lang, error) };
      return shown(c, platform, frame, { errors, typed });
    }
    return c.redirect(to('oversightChannel', { agency: agencyId }), 303);
  });
}

async function shown(
  c: Ctx,
  { pool, config }: Platform,
  frame: OversightFrame,
  { errors = {}, typed }: { errors?: Record<string, string>; typed?: string },
): Promise<Response> {
  const { lang, agency } = frame;
  const channel = await channelOf(pool, agency.id);
  const chain = await chainOf(pool, agency.id);
  const list = listOrNull(agency.id, chain);
  const of = (role: Recipient['role']) =>
    new Set(list?.filter((one) => one.role === role).map((one) => one.accountId)).size;
  const address = `${config.report?.url ?? publicAddress(config)}${to('reportAgency', { agency: agency.id })}`;
  return showOversight(c, frame, {
    title: t(lang)('reporting.staffTitle'),
    at: 'oversightChannel',
    status: Object.keys(errors).length > 0 ? 422 : 200,
    body: (
      <ChannelView
        {...{ lang, errors, address }}
        agencyId={agency.id}
        channel={channel}
        since={channel && formatMoment(lang, channel.at, agency.zone)}
        recipients={list && { count: of('recipient'), custodians: of('custodian') }}
        words={list && chainWords(chain)}
        keepDays={typed ?? String(channel?.keepDays ?? KEEP_DAYS.usual)}
        may={mayDo(c, 'channel.set') !== null}
        onion={config.report?.onion && `${config.report.onion}${to('reportAgency', { agency: agency.id })}`}
      />
    ),
  });
}
