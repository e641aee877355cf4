import type { VNode } from 'preact';
import { formatDate, formatMoment } from '../../platform/format.ts';
import type { Lang, Translate } from '../../platform/i18n.ts';
import { urls } from '../../urls.ts';
import type { Card } from './cards.ts';
import { Counts, type CountsProps } from './counts.view.tsx';
import { fit, SIZES, type Size } from './fit.ts';
import { t } from './messages.ts';
import type { Programme } from './programme.ts';
import { Qr } from './qr.view.tsx';

export interface CardProps {
  lang: Lang;
  programme: Programme;
  counts: Pick<CountsProps, 'counts' | 'at'>;
  door: DoorShown;
  /** Origin that people type. */
  base: string;
}

/** The door as the screen shows it: its present pass, and what the browser needs to go on without us. */
export interface DoorShown {
  code: string;
  /** base64 */
  key: string;
  pass: string;
}

export function CardBody({ card, ...props }: CardProps & { card: Card }): VNode {
  const tr = t(props.lang);
  switch (card.kind) {
    case 'title':
      return <TitleCard {...props} />;
    case 'basis':
      return (
        <>
          <h2>{withPart(tr, tr('screen.basis'), card)}</h2>
          <ul class={`say ${sizeClass(card.size)}`}>
            {card.entries.map((entry) => (
              <li key={entry}>{entry}</li>
            ))}
          </ul>
        </>
      );
    case 'text':
      return <TextCard {...props} card={card} />;
    case 'act':
      return <ActCard lang={props.lang} card={card} />;
    case 'sign':
      return <SignCard {...props} />;
    case 'counts':
      return (
        <>
          <h2>{tr('screen.counts')}</h2>
          <div data-figures>
            <Counts lang={props.lang} zone={props.programme.agency.zone} {...props.counts} />
          </div>
        </>
      );
    case 'missing':
      return (
        <>
          <h2>{tr('screen.missing')}</h2>
          <p class="say z6">{tr('screen.missingText')}</p>
        </>
      );
    case 'end':
      return <EndCard {...props} />;
  }
}

/** People come before the reading begins, so the door's code stands beside the title already. */
function TitleCard({ lang, programme: { agency, head, site }, door, base }: CardProps): VNode {
  const tr = t(lang);
  const place = site ? [site.name, site.place] : [head.place];
  const where = place.filter(Boolean).join(', ');
  const startsAt = site?.startsAt ?? head.startsAt;
  const time = lang === 'id' ? startsAt?.replace(':', '.') : startsAt;
  const day = head.heldOn ? formatDate(lang, head.heldOn, true) : tr('screen.dateMissing');
  return (
    <div class="arriving">
      <div class="opening">
        <p class="of">{agency.name}</p>
        <p class={`say ${largest(head.title, { width: 56, height: 24 })}`}>{head.title}</p>
        <p class="when">
          {[day, time].filter(Boolean).join(' · ')}
          <br />
          {where || tr('screen.placeMissing')}
        </p>
      </div>
      <div class="codes" data-door-too>
        <h2>{tr('screen.checkInNow')}</h2>
        <DoorCode lang={lang} at={checkInAt(base)} pass={door.pass} />
      </div>
    </div>
  );
}

function TextCard({ lang, programme, card }: CardProps & { card: Extract<Card, { kind: 'text' }> }): VNode {
  const tr = t(lang);
  const { passage, point, text, size } = card;
  const total = programme.campaign.pledge?.points.length ?? 0;
  const labels = {
    title: () => tr('screen.pledge'),
    opener: () => tr('screen.opener'),
    point: () => tr('screen.point', { n: point, total }),
    closing: () => tr('screen.closing'),
  };
  return (
    <>
      <h2>{withPart(tr, labels[passage](), card)}</h2>
      <div class={`passage ${passage}`}>
        {passage === 'point' ? (
          <span class="ordinal" aria-hidden="true">
            {point}
          </span>
        ) : null}
        <p
          class={`say ${sizeClass(size)}`}
          lang={programme.campaign.pledge?.language}
          data-passage={passage === 'point' ? `point-${point}` : passage}
        >
          {text}
        </p>
      </div>
    </>
  );
}

function ActCard({ lang, card }: { lang: Lang; card: Extract<Card, { kind: 'act' }> }): VNode {
  const tr = t(lang);
  const { step, who } = card;
  const title = card.title || tr(`screen.act.${actName(step)}`);
  return (
    <div class="act">
      <h2 class={`say ${largest(title, { width: 90, height: 20 })}`}>{title}</h2>
      {who ? <p class={`say who ${largest(who, { width: 90, height: 14 })}`}>{who}</p> : null}
      {step === 'symbolic' ? <p class="beneath">{tr('screen.symbolicNote')}</p> : null}
    </div>
  );
}

function SignCard({ lang, door, base }: CardProps): VNode {
  const tr = t(lang);
  const sign = `${base}${urls.enterCode}`;
  const checkIn = checkInAt(base);
  return (
    <div class="codes">
      <div>
        <h2>{tr('screen.signNow')}</h2>
        <Qr text={sign} label={tr('screen.qrOf', { what: sign })} />
        <p class="address">{sign.replace(/^https?:\/\//, '')}</p>
        <p>{tr('screen.signHow')}</p>
      </div>
      <div data-door={door.code} data-key={door.key} data-at={checkIn} data-pass={door.pass}>
        <h2>{tr('screen.checkInNow')}</h2>
        <DoorCode lang={lang} at={checkIn} pass={door.pass} />
        <p>{tr('screen.checkInHow')}</p>
      </div>
    </div>
  );
}

function DoorCode({ lang, at, pass }: { lang: Lang; at: string; pass: string }): VNode {
  const tr = t(lang);
  return <Qr text={`${at}${pass}`} label={tr('screen.qrOf', { what: tr('screen.checkInNow') })} />;
}

/** All capitals, which a QR code holds in fewer and so larger modules. `base` is an origin. */
function checkInAt(base: string): string {
  return `${base.toUpperCase()}${urls.checkInQr.replace(':pass', '')}`;
}

function EndCard({ lang, base, programme: { agency, campaign } }: CardProps): VNode {
  const tr = t(lang);
  const address = `${base}${urls.enterCode}`.replace(/^https?:\/\//, '');
  const deadline = formatMoment(lang, campaign.deadline, agency.zone);
  return (
    <div class="opening">
      <p class="of">{agency.name}</p>
      <h2 class="say z0">{tr('screen.end')}</h2>
      <p class="when">
        {campaign.closing ? tr('screen.endClosed') : tr('screen.endText', { address, deadline })}
      </p>
    </div>
  );
}

function actName(step: Extract<Card, { kind: 'act' }>['step']) {
  const own = ['head-signs', 'echelon-signs', 'symbolic'] as const;
  return own.find((name) => name === step) ?? 'other';
}

function withPart(
  tr: Translate<'screen.part'>,
  label: string,
  { part, parts }: { part: number; parts: number },
) {
  return parts === 1 ? label : `${label} · ${tr('screen.part', { n: part, total: parts })}`;
}

/** The class of the stylesheet that has this size. */
function sizeClass(size: Size): string {
  return `z${SIZES.indexOf(size)}`;
}

/** Of a line that is never cut; longer than any sensible one, it is as small as the least size. */
function largest(text: string, room: { width: number; height: number }): string {
  const [first, second] = fit(text, room);
  return second || !first ? `z${SIZES.length - 1}` : sizeClass(first.size);
}
