import type { VNode } from 'preact';
import { Choices, SelectField, TextField } from '../../platform/html/form.view.tsx';
import { Notice, Tag } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { to, urls } from '../../urls.ts';
import { t } from '../messages.ts';
import { deviceWords } from '../offline/device/messages.ts';
import { canSearch } from '../tablet.ts';

interface Choice {
  value: string;
  text: string;
}

export function OpenTablet(props: {
  lang: Lang;
  action: string;
  back: string;
  units: readonly Choice[];
  ceremonies: readonly Choice[];
}): VNode {
  const { lang, action, back, units, ceremonies } = props;
  const tr = t(lang);
  return (
    <>
      <p>
        <a href={back}>{tr('slips.back')}</a>
      </p>
      <h1>{tr('tablet.open')}</h1>
      <Notice tone="warn">
        <p>{tr('tablet.openHint')}</p>
      </Notice>
      <form method="post" action={action}>
        <SelectField name="unit" label={tr('tablet.unit')} options={units} />
        <SelectField
          name="ceremony"
          label={tr('tablet.ceremony')}
          options={[{ value: '', text: tr('tablet.noCeremony') }, ...ceremonies]}
        />
        <Choices
          type="radio"
          name="hours"
          legend={tr('tablet.hours')}
          options={['2', '4', '8'].map((hours) => ({ value: hours, text: hours, checked: hours === '4' }))}
        />
        <button type="submit">{tr('tablet.open')}</button>
      </form>
    </>
  );
}

interface Listed {
  personId: string;
  name: string;
  unitName: string;
  signed: boolean;
}

export function TabletList(props: {
  lang: Lang;
  search: string;
  people: readonly Listed[];
  total: number;
}): VNode {
  const { lang, search, people, total } = props;
  const tr = t(lang);
  return (
    <>
      <h1>{tr('tablet.listTitle')}</h1>
      <form method="get" action={urls.tablet}>
        <TextField name="cari" label={tr('tablet.search')} value={search} autocomplete="off" />
        <button type="submit" class="second">
          {tr('tablet.find')}
        </button>
      </form>
      {people.length === 0 && canSearch(search) ? <p>{tr('tablet.none')}</p> : null}
      <ul class="steps">
        {people.map((person) => (
          <li key={person.personId}>
            <span>
              <a href={to('tabletPerson', { person: person.personId })}>{person.name}</a>
              <br />
              <small>{person.unitName}</small>
            </span>
            <Tag tone={person.signed ? 'good' : 'warn'}>
              {tr(person.signed ? 'tablet.signed' : 'tablet.notYet')}
            </Tag>
          </li>
        ))}
      </ul>
      {total > people.length ? <p class="quiet">{tr('tablet.more', { shown: people.length })}</p> : null}
      <form method="post" action={urls.tablet}>
        <button type="submit" class="plain">
          {tr('tablet.close')}
        </button>
      </form>
    </>
  );
}

/** Where the script of a prepared device begins. Without script, or without a device that was prepared, nothing shows. */
export function PreparedDevice({ lang, open }: { lang: Lang; open: boolean }): VNode {
  const { tablet, tabletDevice: device, tabletPack: pack, tabletQueue: queue } = urls;
  const addresses = { tablet, device, queue, pack, reader: '/aset/reader.js' };
  return <div data-device={JSON.stringify({ words: deviceWords(lang), addresses, open })} />;
}
