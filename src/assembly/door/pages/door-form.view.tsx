import type { VNode } from 'preact';
import { STANDINGS } from '../../../ceremonies/index.ts';
import { Choices, SelectField, TextField } from '../../../platform/html/form.view.tsx';
import { to } from '../../../urls.ts';
import { t } from '../messages.ts';
import type { DoorProps } from './door.view.tsx';

const MOST_NAMES = 12;

/** One form for a scanner that types, a hand, and a name that was found; the island adds the camera. */
export function DoorForm(props: DoorProps): VNode {
  const { lang, agency, head, plan, typed, errors } = props;
  const tr = t(lang);
  const sites = plan.sites.map(({ id, name }) => ({ value: id, text: name }));
  return (
    <form
      method="post"
      action={to('ceremonyDoor', { agency: agency.id, ceremony: head.id })}
      data-door={tr('door.scan')}
      data-stop={tr('door.scanStop')}
      data-none={tr('door.cameraNone')}
      data-refused={tr('door.cameraRefused')}
      data-photo={tr('door.photo')}
      data-blank={tr('door.photoBlank')}
      data-away={tr('door.noNetwork')}
    >
      <TextField
        name="teks"
        label={tr('door.codeOrName')}
        hint={tr('door.codeOrNameHint')}
        value={typed.teks || props.search}
        errors={errors}
        autocomplete="off"
      />
      <Named {...props} />
      <details open={typed.status !== '' || typed.alasan !== '' || errors.alasan !== undefined}>
        <summary>{tr('door.standing')}</summary>
        <Choices
          legend={tr('door.standing')}
          name="status"
          type="radio"
          options={[
            { value: '', text: tr('door.byClock'), checked: !typed.status },
            ...STANDINGS.map((standing) => ({
              value: standing,
              text: tr(`door.standing.${standing}`),
              checked: typed.status === standing,
            })),
          ]}
        />
        <TextField
          name="alasan"
          label={tr('door.reason')}
          hint={tr('door.reasonHint')}
          value={typed.alasan}
          errors={errors}
        />
      </details>
      {sites.length > 0 ? (
        <SelectField
          name="situs"
          label={tr('door.site')}
          value={typed.situs || (sites.length === 1 ? sites[0]?.value : '')}
          options={[{ value: '', text: tr('door.noSite') }, ...sites]}
        />
      ) : null}
      <button type="submit" class="big">
        {tr('door.record')}
      </button>
    </form>
  );
}

function Named({ lang, people, search, errors }: DoorProps): VNode | null {
  const tr = t(lang);
  if (search !== '' && people === null && Object.keys(errors).length === 0)
    return <p role="status">{tr('door.threeLetters')}</p>;
  if (people === null) return null;
  if (people.length === 0) return <p role="status">{tr('door.nobodyNamed', { search })}</p>;
  return (
    <>
      <Choices
        legend={tr('door.whoIsIt')}
        name="orang"
        type="radio"
        options={people.slice(0, MOST_NAMES).map(({ personId, name, unitName }) => ({
          value: personId,
          text: (
            <>
              {name} <small>{unitName}</small>
            </>
          ),
        }))}
      />
      {people.length > MOST_NAMES ? <p class="quiet">{tr('door.moreNames')}</p> : null}
    </>
  );
}
