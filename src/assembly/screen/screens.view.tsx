import type { VNode } from 'preact';
import type { Frame } from '../../campaigns/index.ts';
import type { CeremonyHead, Site } from '../../ceremonies/index.ts';
import { formatMoment } from '../../platform/format.ts';
import { ErrorSummary, type FieldErrors, SelectField } from '../../platform/html/form.view.tsx';
import { Notice } from '../../platform/html/parts.view.tsx';
import { to } from '../../urls.ts';
import { t } from './messages.ts';
import { Qr } from './qr.view.tsx';

interface OpenScreen {
  id: string;
  site: string;
  until: Date;
  screen: string;
  clicker: string;
}

export type ScreensProps = Pick<Frame, 'lang' | 'agency'> & {
  head: CeremonyHead;
  sites: readonly Site[];
  screens: readonly OpenScreen[];
  sent: { site: string; hours: string };
  errors: FieldErrors;
  base: string;
  /** Only this machine knows the address; whether a browser may keep pages from it. */
  ownMachine: boolean;
  secure: boolean;
};

const HOURS = ['2', '4', '8', '12', '24'];

export function ScreensPage(props: ScreensProps): VNode {
  const { lang, agency, head, screens, errors, base } = props;
  const tr = t(lang);
  return (
    <>
      <p>
        <a href={to('ceremony', { agency: agency.id, ceremony: head.id })}>{tr('screen.back')}</a>
      </p>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('screen.workTitle')}</h1>
      <p>
        <strong>{head.title}</strong>
      </p>
      <p>{tr('screen.workIntro')}</p>
      {props.ownMachine ? (
        <Notice tone="warn">
          <p>{tr('screen.ownMachine', { address: base })}</p>
        </Notice>
      ) : null}
      {props.secure ? null : (
        <Notice tone="warn">
          <p>{tr('screen.notSecure')}</p>
        </Notice>
      )}
      <h2>{tr('screen.openNow')}</h2>
      {screens.length === 0 ? <p>{tr('screen.none')}</p> : null}
      {screens.map((screen) => (
        <OneScreen key={screen.id} {...props} screen={screen} />
      ))}
      <OpenForm {...props} />
    </>
  );
}

function OneScreen({ lang, agency, head, screen }: ScreensProps & { screen: OpenScreen }): VNode {
  const tr = t(lang);
  const addresses = [
    ['screen.onProjector', 'screen.onProjectorHint', screen.screen],
    ['screen.onPhone', 'screen.onPhoneHint', screen.clicker],
  ] as const;
  return (
    <section class="card">
      <h3>{screen.site}</h3>
      <p>{tr('screen.until', { moment: formatMoment(lang, screen.until, agency.zone) })}</p>
      <div class="qr-pair">
        {addresses.map(([name, hint, address]) => (
          <div key={name}>
            <h4>{tr(name)}</h4>
            <Qr text={address} label={tr('screen.qrOf', { what: tr(name) })} />
            <p>
              <a href={address} target="_blank" rel="noopener">
                {address.replace(/^https?:\/\//, '')}
              </a>
            </p>
            <p class="hint">{tr(hint)}</p>
          </div>
        ))}
      </div>
      <form method="post" action={to('ceremonyScreens', { agency: agency.id, ceremony: head.id })}>
        <input type="hidden" name="close" value={screen.id} />
        <button type="submit" class="second">
          {tr('screen.close')}
        </button>
      </form>
    </section>
  );
}

function OpenForm({ lang, agency, head, sites, sent, errors }: ScreensProps): VNode {
  const tr = t(lang);
  const whole = { value: '', text: tr('screen.wholeCeremony') };
  const choices = sites.map(({ id, name, place }) => ({
    value: id,
    text: [name, place].filter(Boolean).join(' · '),
  }));
  const hours = HOURS.map((count) => ({ value: count, text: tr('screen.hoursOption', { count }) }));
  return (
    <form method="post" action={to('ceremonyScreens', { agency: agency.id, ceremony: head.id })}>
      <h2>{tr('screen.open')}</h2>
      <SelectField
        name="site"
        label={tr('screen.site')}
        value={sent.site}
        options={[whole, ...choices]}
        errors={errors}
      />
      <SelectField name="hours" label={tr('screen.hours')} value={sent.hours} options={hours} />
      <button type="submit">{tr('screen.open')}</button>
    </form>
  );
}
