import type { VNode } from 'preact';
import { Choices, SelectField } from '../../platform/html/form.view.tsx';
import { Notice, Pager } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { to } from '../../urls.ts';
import { t } from '../messages.ts';
import type { Slip } from '../slip.ts';
import { QrCode } from './qr.view.tsx';

export interface SlipsProps {
  lang: Lang;
  agency: string;
  campaign: string;
  title: string;
  agencyName: string;
  /** Where the codes are typed, as people read it. */
  address: string;
  /** The address is this machine's own name, which other devices do not know. */
  ownMachine: boolean;
  /** The deadline, as people read it. */
  until: string;
  units: readonly { value: string; text: string }[];
  unit: string;
  unsignedOnly: boolean;
  /** Those of this page. */
  slips: readonly Slip[];
  total: number;
  page: number;
  pages: number;
  link: (code: string) => string;
}

export function Slips(props: SlipsProps): VNode {
  const { lang, agency, campaign, units, unit, unsignedOnly, slips, agencyName, title } = props;
  const tr = t(lang);
  const here = to('slips', { agency, campaign });
  return (
    <>
      <div class="no-print">
        <p>
          <a href={to('campaign', { agency, campaign })}>{tr('slips.back')}</a>
        </p>
        <h1>{tr('slips.title')}</h1>
        <p>{tr('slips.intro')}</p>
        <form method="get" action={here}>
          <SelectField name="unit" label={tr('slips.unit')} value={unit} options={units} />
          <Choices
            type="checkbox"
            name="belum"
            legend={tr('tablet.notYet')}
            options={[{ value: '1', text: tr('slips.unsignedOnly'), checked: unsignedOnly }]}
          />
          <div class="row">
            <button type="submit" class="second">
              {tr('slips.show')}
            </button>
            <a href={`${here}?unit=${unit}&csv=1`}>{tr('slips.csv')}</a>
          </div>
        </form>
        <Notice>
          <p>
            {tr('slips.count', { count: props.total })}. {tr('slips.print')}
          </p>
        </Notice>
        {props.ownMachine ? (
          <Notice tone="warn">
            <p>{tr('slips.ownMachine', { address: props.address })}</p>
          </Notice>
        ) : null}
        <Pager
          page={props.page}
          pages={props.pages}
          href={(page) => `${here}?unit=${unit}${unsignedOnly ? '&belum=1' : ''}&hal=${page}`}
          texts={[
            tr('slips.before'),
            tr('slips.page', { page: props.page, pages: props.pages }),
            tr('slips.next'),
          ]}
        />
      </div>
      <div class="slips">
        {slips.map((slip) => (
          <div class="slip" key={slip.personId}>
            <QrCode text={props.link(slip.code)} label={slip.code} />
            <div>
              <strong>{slip.name}</strong>
              <br />
              {slip.unitName}
              <br />
              <small>
                {agencyName} · {title}
              </small>
              <p class="code">{slip.code}</p>
              <small>
                {tr('slips.cut', { address: props.address })}. {tr('slips.until', { moment: props.until })}
              </small>
              <form method="post" action={here} class="no-print">
                <input type="hidden" name="person" value={slip.personId} />
                <input type="hidden" name="unit" value={unit} />
                <button type="submit" class="plain" aria-label={`${tr('slips.replace')}: ${slip.name}`}>
                  {tr('slips.replace')}
                </button>
              </form>
            </div>
          </div>
        ))}
      </div>
    </>
  );
}
