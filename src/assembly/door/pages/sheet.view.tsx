import type { VNode } from 'preact';
import { formatDate } from '../../../platform/format.ts';
import { SelectField } from '../../../platform/html/form.view.tsx';
import { to } from '../../../urls.ts';
import { t } from '../messages.ts';
import type { DoorFrame } from './frame.ts';
import type { SheetRow } from './sheet.page.tsx';

interface SheetUnit {
  id: string;
  name: string;
  size: number;
}

type Props = DoorFrame & {
  units: readonly SheetUnit[];
  unit: SheetUnit | null;
  people: readonly SheetRow[];
};

export function SheetView(props: Props): VNode {
  const { lang, agency, head, units, unit } = props;
  const tr = t(lang);
  const at = { agency: agency.id, ceremony: head.id };
  return (
    <>
      <div class="no-print door-above">
        <p>
          <a href={to('ceremonyDoor', at)}>{tr('door.toDoor')}</a>
        </p>
        <p>{tr('door.sheetHint')}</p>
        {unit ? (
          <form method="get" action={to('ceremonySheet', at)}>
            <SelectField
              name="unit"
              label={tr('door.unit')}
              value={unit.id}
              options={units.map(({ id, name, size }) => ({ value: id, text: `${name} (${size})` }))}
            />
            <button type="submit" class="second">
              {tr('door.showSheet')}
            </button>
          </form>
        ) : null}
      </div>
      <h1>{tr('door.sheet')}</h1>
      <p>
        {head.title}
        <br />
        {head.heldOn ? formatDate(lang, head.heldOn, true) : tr('door.dateUnknown')}
        {head.place ? ` · ${head.place}` : ''}
        <br />
        {agency.name}
        {unit ? ` · ${unit.name}` : ''}
      </p>
      {unit ? <Rows {...props} /> : <p>{tr('door.nobodyExpected')}</p>}
    </>
  );
}

function Rows({ lang, people, unit }: Props): VNode {
  const tr = t(lang);
  return (
    <table class="door-sheet">
      <caption>{tr('door.sheetCount', { count: people.length, unit: unit?.name ?? '' })}</caption>
      <thead>
        <tr>
          <th scope="col">{tr('door.number')}</th>
          <th scope="col">{tr('door.guestName')}</th>
          <th scope="col">{tr('door.sign')}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((row, i) => (
          <tr key={i}>
            <td>{i + 1}</td>
            <th scope="row">
              {row.name}
              {row.post ? <small> {row.post}</small> : null}
            </th>
            <td />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
