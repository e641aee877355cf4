import type { ComponentChildren, VNode } from 'preact';
import { timesOf } from '../../evidence/index.ts';
import { formatMoment, formatNumber } from '../../platform/format.ts';
import { Facts, Notice } from '../../platform/html/parts.view.tsx';
import { type Lang, messageOf } from '../../platform/i18n.ts';
import type { SealedRecord } from '../../verify/index.ts';
import { t } from '../messages.ts';
import { waysText } from '../ways/index.ts';

/** After signing: the name, the sentence that was signed, the time, the receipt. Read from the sealed record only. */
export function Receipt(props: {
  lang: Lang;
  record: SealedRecord;
  index: number;
  again: boolean;
  links: ComponentChildren;
}): VNode {
  const { lang, record, index, again, links } = props;
  const [tr, tw] = [t(lang), waysText(lang)];
  const { person, act, text, agency, receipt } = record;
  return (
    <>
      <h1>{tr('signing.doneTitle')}</h1>
      {again ? (
        <Notice>
          <p>{tr('signing.already')}</p>
        </Notice>
      ) : (
        <Notice tone="good">
          <p>{tr('signing.doneSentence', { name: person.name })}</p>
        </Notice>
      )}
      <p class="quiet">{tr('signing.receipt')}</p>
      <p class="figure mono">{receipt}</p>
      <Facts
        rows={[
          [tr('signing.name'), person.name],
          [tr('signing.unit'), person.unit],
          ...(act.offline
            ? timesOf(lang, record)
            : [[tr('signing.signedAt'), formatMoment(lang, new Date(act.at), agency.zone)] as const]),
          [
            tr('signing.textVersion'),
            <span key="v">
              {text.title} · {text.version} · <code>{text.digest.slice(0, 16)}</code>
            </span>,
          ],
          [tw('signing.method'), messageOf(lang, `method.${act.method}`)],
          [tr('signing.kind'), tw(`signing.strengthOf.${act.strength}`)],
          [tr('signing.logPlace'), formatNumber(lang, index)],
        ]}
      />
      {act.strength === 'scanned' ? null : <p class="quiet">{tw('signing.strengthLaw')}</p>}
      {links}
    </>
  );
}
