import type { VNode } from 'preact';
import { formatMoment, formatNumber, type Zone } from '../../../platform/format.ts';
import { DataTable, Facts, Notice, Tag, type Tone } from '../../../platform/html/parts.view.tsx';
import type { Lang } from '../../../platform/i18n.ts';
import { t as signingText } from '../../messages.ts';
import type { ListedDevice, RefusedItem } from '../devices.ts';
import { t } from '../messages.ts';
import { refusedText } from '../refused-text.ts';

interface Shown {
  lang: Lang;
  zone: Zone;
  now: Date;
}

export function DevicesView(
  props: Shown & {
    title: string;
    links: { here: string; campaign: string; open: string };
    devices: readonly ListedDevice[];
    refused: readonly RefusedItem[];
    /** The code that was asked for. */
    shown: { id: string; unlock: string } | undefined;
  },
): VNode {
  const { lang, zone, now, title, links, devices, refused, shown } = props;
  const tr = t(lang);
  return (
    <>
      <p>
        <a href={links.campaign}>{title}</a>
      </p>
      <h1>{tr('devices.title')}</h1>
      <p>{tr('devices.intro')}</p>
      <p>
        <a href={links.open}>{signingText(lang)('tablet.open')}</a>
      </p>
      {devices.length === 0 ? <p>{tr('devices.none')}</p> : null}
      {devices.map((device) => (
        <DeviceCard
          key={device.id}
          {...{ lang, zone, now, device, here: links.here }}
          unlock={shown?.id === device.id ? shown.unlock : null}
        />
      ))}
      <Refused {...{ lang, zone, now, refused }} />
    </>
  );
}

function DeviceCard(props: Shown & { device: ListedDevice; here: string; unlock: string | null }): VNode {
  const { lang, device, here, unlock } = props;
  const tr = t(lang);
  const [state, tone] = stateOf(device, props.now);
  return (
    <section class="card">
      <h2>
        {device.unitName ?? signingText(lang)('tablet.wholeAgency')} <code>{shortName(device.id)}</code>{' '}
        <Tag tone={tone}>{tr(`devices.${state}`)}</Tag>
      </h2>
      <Facts rows={factsOf(props)} />
      {unlock ? (
        <Notice tone="warn">
          <p>{tr('devices.code')}</p>
          <p class="figure mono">{unlock}</p>
        </Notice>
      ) : null}
      {state === 'ready' ? (
        <form method="post" action={here}>
          <input type="hidden" name="device" value={device.id} />
          <button type="submit" class="second" name="act" value="code">
            {tr('devices.showCode')}
          </button>
        </form>
      ) : null}
      {device.forgotten === 'lost' ? null : <Forget {...{ lang, device, here }} />}
    </section>
  );
}

function Forget({ lang, device, here }: { lang: Lang; device: ListedDevice; here: string }): VNode {
  const tr = t(lang);
  return (
    <details>
      <summary>{tr('devices.forget')}</summary>
      <p>{tr('devices.forgetText')}</p>
      <form method="post" action={here}>
        <input type="hidden" name="device" value={device.id} />
        <p class="row">
          {device.forgotten ? null : (
            <button type="submit" class="second" name="why" value="closed">
              {tr('devices.handedBack')}
            </button>
          )}
          <button type="submit" class="second" name="why" value="lost">
            {tr('devices.isLost')}
          </button>
        </p>
      </form>
    </details>
  );
}

/** `ready`: may serve people without network. `open`: on line only. */
function stateOf(device: ListedDevice, now: Date): ['lost' | 'ended' | 'ready' | 'open', Tone] {
  if (device.forgotten === 'lost') return ['lost', 'bad'];
  if (device.forgotten || device.closedAt || device.expiresAt < now) return ['ended', 'info'];
  return device.enrolledAt ? ['ready', 'good'] : ['open', 'info'];
}

function factsOf({ lang, zone, device }: Shown & { device: ListedDevice }): [string, string][] {
  const tr = t(lang);
  const moment = (at: Date | null) => (at ? formatMoment(lang, at, zone) : tr('devices.unknown'));
  const { recorded, before, refused, ceremonyTitle, site } = device;
  const counts = { recorded, before, refused };
  const queue = Object.fromEntries(Object.entries(counts).map(([name, n]) => [name, formatNumber(lang, n)]));
  return [
    [tr('devices.ceremony'), ceremonyTitle ?? signingText(lang)('tablet.noCeremony')],
    ...(ceremonyTitle ? [[tr('devices.site'), site ?? tr('devices.unknown')] as [string, string]] : []),
    [tr('devices.openedAt'), moment(device.openedAt)],
    [tr('devices.enrolledAt'), device.enrolledAt ? moment(device.enrolledAt) : tr('devices.notEnrolled')],
    [tr('devices.expiresAt'), moment(device.expiresAt)],
    [tr('devices.heardAt'), moment(device.heardAt)],
    [tr('devices.clock'), clockOf(lang, device)],
    [tr('devices.queue'), tr('devices.queueCounts', queue)],
    ...(device.forgottenAt
      ? [[tr('devices.forgottenAt'), moment(device.forgottenAt)] as [string, string]]
      : []),
  ];
}

/** By how much the device's clock is ahead or behind, with the two minutes' grace that its signatures have. */
function clockOf(lang: Lang, { toldAt, deviceAt }: ListedDevice): string {
  const tr = t(lang);
  if (!toldAt || !deviceAt) return tr('devices.unknown');
  const seconds = Math.round((deviceAt.getTime() - toldAt.getTime()) / 1000);
  const size = Math.abs(seconds);
  if (size <= 120) return tr('devices.clockGood', { seconds: size });
  const minutes = formatNumber(lang, Math.round(size / 60));
  return tr(seconds > 0 ? 'devices.clockAhead' : 'devices.clockBehind', { minutes });
}

function Refused({ lang, zone, refused }: Shown & { refused: readonly RefusedItem[] }): VNode | null {
  if (refused.length === 0) return null;
  const tr = t(lang);
  const moment = (at: Date | null) => (at ? formatMoment(lang, at, zone) : tr('devices.unknown'));
  return (
    <>
      <h2>{tr('devices.refusedTitle')}</h2>
      <p>{tr('devices.refusedText')}</p>
      <DataTable
        caption={tr('devices.refusedTitle')}
        rows={refused}
        columns={[
          { head: tr('devices.person'), cell: (row) => row.name ?? tr('devices.unknown') },
          { head: tr('devices.what'), cell: (row) => (row.kind ? tr(`devices.kind.${row.kind}`) : '–') },
          { head: tr('devices.why'), cell: (row) => refusedText(lang, row) },
          { head: tr('devices.savedAt'), cell: (row) => moment(row.deviceAt) },
          { head: tr('devices.receivedAt'), cell: (row) => moment(row.receivedAt) },
          {
            head: tr('devices.device'),
            cell: (row) => (
              <code>
                {shortName(row.tabletId)} · {row.seq}
              </code>
            ),
          },
        ]}
      />
    </>
  );
}

/** Enough of it to tell tablets of one day apart. */
function shortName(id: string): string {
  return id.slice(-6);
}
