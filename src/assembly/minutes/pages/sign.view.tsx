import type { VNode } from 'preact';
import { formatMoment, formatNumber } from '../../../platform/format.ts';
import { ErrorSummary, type FieldErrors, TextArea, TextField } from '../../../platform/html/form.view.tsx';
import { Facts, Notice } from '../../../platform/html/parts.view.tsx';
import type { Lang } from '../../../platform/i18n.ts';
import { to } from '../../../urls.ts';
import { t } from '../messages.ts';
import type { Draft, Signer } from '../minutes.ts';
import { MinutesPaper } from './paper.view.tsx';

interface Props {
  lang: Lang;
  draft: Draft;
  signer: Signer;
}

/** The frozen content whole, then the name that signs it, or the reason why not. */
export function SignMinutes(
  props: Props & {
    action: string;
    typed: { typedName: string; objection: string };
    errors: FieldErrors;
  },
): VNode {
  const { lang, draft, signer, action, typed, errors } = props;
  const tr = t(lang);
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <p class="quiet">{draft.content.agency.name}</p>
      <h1>{tr('minutes.signTitle')}</h1>
      <h2>{tr('minutes.you')}</h2>
      <Facts rows={signerRows(lang, signer)} />
      <p>{tr('minutes.readFirst')}</p>
      <MinutesPaper lang={lang} content={draft.content} photoAt={(n) => `${action}?foto=${n}`} />
      <p class="quiet">
        {tr('minutes.digest')}: <code>{draft.digest}</code>
        <br />
        {tr('minutes.digestHint')}
      </p>
      <form method="post" action={action} data-sign={tr('minutes.unsent')}>
        <TextField
          {...{ name: 'typedName', label: tr('minutes.typedName'), errors, value: typed.typedName }}
          hint={tr('minutes.typedNameHint', { name: signer.name })}
          autocomplete="off"
          maxLength={200}
          required
        />
        <div
          data-draw={tr('minutes.clear')}
          data-label={tr('minutes.draw')}
          data-hint={tr('minutes.drawHint')}
        >
          <input type="hidden" name="drawing" />
        </div>
        <p class="quiet">{tr('minutes.strength')}</p>
        <button type="submit" class="big">
          {tr('minutes.sign')}
        </button>
      </form>
      <details open={Boolean(errors.objection)}>
        <summary>{tr('minutes.object')}</summary>
        <form method="post" action={action}>
          <input type="hidden" name="act" value="object" />
          <TextArea
            {...{ name: 'objection', label: tr('minutes.objection'), errors, value: typed.objection }}
            hint={tr('minutes.objectionHint')}
            rows={4}
            required
          />
          <button type="submit" class="second">
            {tr('minutes.sendObjection')}
          </button>
        </form>
      </details>
    </>
  );
}

function signerRows(lang: Lang, { name, office, institution, role }: Signer) {
  const tr = t(lang);
  return [
    [tr('minutes.name'), name] as const,
    [tr('minutes.office'), office] as const,
    ...(institution ? [[tr('minutes.institution'), institution] as const] : []),
    [tr('minutes.as'), tr(`minutes.signer.${role}`)] as const,
  ];
}

/** What was signed, or said against it, and where it can be seen. */
export function SignedMinutes(props: Props & { newer: string | null; receipt: string | null }): VNode {
  const { lang, draft, signer, newer, receipt } = props;
  const tr = t(lang);
  const { content, digest } = draft;
  const { total } = content.counts;
  const moment = signer.markedAt && formatMoment(lang, signer.markedAt, content.agency.zone);
  const signed = signer.kind === 'signed';
  return (
    <>
      <h1>{tr('minutes.thanks')}</h1>
      <Notice tone={signed ? 'good' : 'info'}>
        <p>{tr(signed ? 'minutes.thanksSigned' : 'minutes.thanksObjected', { name: signer.name })}</p>
      </Notice>
      <Facts
        rows={[
          ...signerRows(lang, signer),
          [tr('minutes.ceremony'), content.ceremony.title],
          [
            tr('minutes.counts'),
            tr('minutes.ofExpected', {
              count: formatNumber(lang, total.present + total.late),
              expected: formatNumber(lang, total.expected),
            }),
          ],
          [tr('minutes.markedAt'), moment],
          ...(signer.typedName ? [[tr('minutes.typed'), signer.typedName] as const] : []),
          ...(signer.objection ? [[tr('minutes.objection'), signer.objection] as const] : []),
          [tr('minutes.digest'), <code key="d">{digest}</code>],
          [
            tr('minutes.receipt'),
            receipt ? (
              <a key="r" href={to('verifyReceipt', { agency: content.agency.id, receipt })}>
                <code>{receipt}</code>
              </a>
            ) : (
              tr('minutes.receiptLater')
            ),
          ],
        ]}
      />
      {newer ? <Superseded lang={lang} newer={newer} below /> : null}
      <details>
        <summary>{tr('minutes.readDraft')}</summary>
        <MinutesPaper lang={lang} content={content} />
      </details>
    </>
  );
}

/** The facts were corrected after this address was handed out. */
export function Superseded(props: { lang: Lang; newer: string | null; below?: boolean }): VNode {
  const { lang, newer, below } = props;
  const tr = t(lang);
  return (
    <>
      {below ? null : <h1>{tr('minutes.signTitle')}</h1>}
      <Notice tone="warn">
        <p>{tr(newer ? 'minutes.newerDraft' : 'minutes.notInNewer')}</p>
        {newer ? (
          <p>
            <a class="button" href={newer}>
              {tr('minutes.openNewer')}
            </a>
          </p>
        ) : null}
      </Notice>
    </>
  );
}
