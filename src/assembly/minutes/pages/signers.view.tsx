import type { VNode } from 'preact';
import type { Frame } from '../../../campaigns/index.ts';
import { formatMoment } from '../../../platform/format.ts';
import { Notice, Tag } from '../../../platform/html/parts.view.tsx';
import { QrCode } from '../../../signing/index.ts';
import { to } from '../../../urls.ts';
import { t } from '../messages.ts';
import type { Draft, Signer, Version } from '../minutes.ts';
import { marksOf } from '../seal.ts';
import { MinutesPaper } from './paper.view.tsx';

type Props = Frame & {
  ceremony: string;
  draft: Draft;
  signers: readonly Signer[];
  /** The whole address of each signer's own page, by number; empty for who may not hand them out. */
  addresses: ReadonlyMap<number, string>;
  newest: Version | null;
};

/** A frozen draft: who has signed it, the way for those who have not, and the seal. */
export function FrozenDraft(props: Props): VNode {
  const { lang, agency, draft, signers } = props;
  const tr = t(lang);
  const moment = formatMoment(lang, draft.frozenAt, agency.zone);
  return (
    <section>
      <h2>{tr('minutes.draftTitle', { draft: draft.draft })}</h2>
      <p class="quiet">
        {tr('minutes.frozenAt', { moment })}
        <br />
        {tr('minutes.digest')}: <code>{draft.digest}</code>
      </p>
      <ul class="steps">
        {signers.map((signer) => (
          <li key={signer.seq}>
            <SignerLine {...props} signer={signer} />
          </li>
        ))}
      </ul>
      {signers.length === 0 ? <p>{tr('minutes.noSigners')}</p> : null}
      <SealNow {...props} />
      <details>
        <summary>{tr('minutes.readDraft')}</summary>
        <MinutesPaper lang={lang} content={draft.content} />
      </details>
    </section>
  );
}

function SignerLine(props: Props & { signer: Signer }): VNode {
  const { lang, agency, signer, addresses } = props;
  const tr = t(lang);
  const { name, office, institution, role, markedAt, objection, kind } = signer;
  const address = kind === null ? addresses.get(signer.seq) : undefined;
  const moment = markedAt && formatMoment(lang, markedAt, agency.zone);
  return (
    <div>
      <strong>{name}</strong> <State {...props} />
      <br />
      <span class="quiet">
        {[tr(`minutes.signer.${role}`), office, institution].filter(Boolean).join(' · ')}
        {moment ? <> · {moment}</> : null}
      </span>
      {objection ? <p>“{objection}”</p> : null}
      {address ? (
        <details>
          <summary>{tr('minutes.signHere', { name })}</summary>
          <div class="slips">
            <div class="slip">
              <QrCode text={address} label={name} />
              <p>
                {tr('minutes.scanHint')}
                <br />
                <a href={new URL(address).pathname}>
                  <code>{address}</code>
                </a>
                <br />
                <small>{tr('minutes.deviceHint')}</small>
              </p>
            </div>
          </div>
        </details>
      ) : null}
    </div>
  );
}

function State({ lang, signer: { kind, method } }: { lang: Props['lang']; signer: Signer }): VNode {
  const tr = t(lang);
  if (kind === 'objected') return <Tag tone="bad">{tr('minutes.objected')}</Tag>;
  if (kind === null) return <Tag tone="warn">{tr('minutes.notSigned')}</Tag>;
  return <Tag tone="good">{tr(method === 'device' ? 'minutes.signedDevice' : 'minutes.signedLink')}</Tag>;
}

function SealNow({ lang, agency, ceremony, draft, signers, addresses, newest }: Props): VNode | null {
  const tr = t(lang);
  const marks = marksOf(signers);
  const sealed = newest?.draft === draft.draft;
  if (sealed && newest.marks === marks)
    return (
      <Notice tone="good">
        <p>{tr('minutes.draftSealed', { version: newest.version })}</p>
      </Notice>
    );
  // Only who hands out the addresses may seal; the others see that it is still open.
  if (addresses.size === 0 && signers.length > 0) return <p>{tr('minutes.notSealed')}</p>;
  const open = signers.length - marks;
  return (
    <form method="post" action={to('ceremonyMinutes', { agency: agency.id, ceremony })}>
      <input type="hidden" name="version" value={(newest?.version ?? 0) + 1} />
      {open > 0 ? <p>{tr('minutes.openSignatures', { open, of: signers.length })}</p> : null}
      {newest ? <p>{tr('minutes.willReplace', { receipt: newest.receipt })}</p> : null}
      <button type="submit" name="act" value="seal" class="big">
        {tr(sealed ? 'minutes.sealLate' : 'minutes.sealNow')}
      </button>
    </form>
  );
}
