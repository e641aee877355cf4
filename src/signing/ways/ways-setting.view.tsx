import type { VNode } from 'preact';
import { Choices } from '../../platform/html/form.view.tsx';
import { Facts, Notice } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { t } from './messages.ts';
import { WAYS, type Way, type WaysOn } from './way-setting.ts';

interface Shown {
  lang: Lang;
  /** Of the campaign. */
  title: string;
  back: string;
  /** Whether this visitor may change it. */
  may: boolean;
  saved: boolean;
  on: WaysOn;
  /** Ways that this installation cannot do yet. */
  lacking: readonly Way[];
}

export function WaysView(props: Shown): VNode {
  const { lang, title, back, may, saved } = props;
  const tr = t(lang);
  return (
    <>
      <p>
        <a href={back}>{tr('signing.waysBack')}</a>
      </p>
      <h1>{tr('signing.waysTitle')}</h1>
      <p>{title}</p>
      <p class="prose">{tr('signing.waysLead')}</p>
      {saved ? (
        <Notice tone="good">
          <p>{tr('signing.waysSaved')}</p>
        </Notice>
      ) : null}
      {may ? <WaysForm {...props} /> : <Current {...props} />}
      <h2>{tr('signing.waysLegal')}</h2>
      <p class="prose">{tr('signing.strengthLaw')}</p>
      <Facts
        rows={[
          [tr('signing.way.typed'), tr('signing.wayAbout.typed')],
          ...WAYS.map((way) => [tr(`signing.way.${way}`), tr(`signing.wayAbout.${way}`)] as const),
        ]}
      />
    </>
  );
}

function WaysForm({ lang, on, lacking }: Shown): VNode {
  const tr = t(lang);
  return (
    <form method="post">
      <Choices
        legend={tr('signing.waysChoose')}
        name="way"
        type="checkbox"
        options={WAYS.map((way) => ({
          value: way,
          checked: on[way],
          text: <Named {...{ lang, way, lacking }} />,
        }))}
      />
      <button type="submit">{tr('signing.waysSave')}</button>
    </form>
  );
}

function Current({ lang, on, lacking }: Shown): VNode {
  const tr = t(lang);
  return (
    <ul>
      {WAYS.map((way) => (
        <li key={way}>
          <Named {...{ lang, way, lacking }} />: {tr(on[way] ? 'signing.waysOn' : 'signing.waysOff')}
        </li>
      ))}
    </ul>
  );
}

function Named({ lang, way, lacking }: { lang: Lang; way: Way; lacking: readonly Way[] }): VNode {
  const tr = t(lang);
  return (
    <>
      {tr(`signing.way.${way}`)}
      {way !== 'ink' && lacking.includes(way) ? (
        <>
          <br />
          <small class="quiet">{tr(`signing.wayNeeds.${way}`)}</small>
        </>
      ) : null}
    </>
  );
}
