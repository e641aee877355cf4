import type { VNode } from 'preact';
import { formatNumber } from '../../platform/format.ts';
import { Facts, Notice } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import {
  type Certificate,
  type PledgeText,
  parseVkey,
  type QrReport,
  readPem,
  type SealedRecord,
} from '../../verify/index.ts';
import { fingerprint } from '../fingerprint.ts';
import { Checks, PactSays, QrSays, Verdict } from '../pages/report.view.tsx';
import { grouped } from '../pdf/pact/staff-number.ts';
import { type Anchors, certificatesOf } from './anchors.ts';
import type { Found } from './check.ts';
import { t } from './messages.ts';

export interface Handlers {
  files(files: readonly File[]): void;
  camera(): void;
  language(): void;
}

/** What stays while files come and go. */
export function Frame({ lang, on }: { lang: Lang; on: Handlers }): VNode {
  const tr = t(lang);
  return (
    <>
      <header class="top">
        <div class="top-in">
          <p class="brand">
            Ikrar <span>· {tr('offline.brand')}</span>
          </p>
          <button
            type="button"
            class="plain"
            id="language"
            lang={lang === 'id' ? 'en' : 'id'}
            onClick={on.language}
          >
            {tr('offline.language')}
          </button>
        </div>
      </header>
      <main class="main">
        <div id="result" aria-live="polite" />
        <section class="card drop" id="drop">
          <div id="heading" />
          <p>{tr('offline.intro')}</p>
          <label for="files">{tr('offline.pick')}</label>
          <p class="hint" id="files-hint">
            {tr('offline.pickHint')}
          </p>
          <input type="file" id="files" multiple aria-describedby="files-hint" onChange={chosen(on.files)} />
          <p class="row">
            <button type="button" class="second" id="camera" onClick={on.camera}>
              {tr('offline.camera')}
            </button>
          </p>
          <div id="scan" />
        </section>
        <section id="trust" />
      </main>
    </>
  );
}

export function Trust(props: { lang: Lang; anchors: Anchors; add: (files: readonly File[]) => void }): VNode {
  const { lang, anchors, add } = props;
  const tr = t(lang);
  const { from, roots, seals, timestampRoots, logKeys, policy } = anchors;
  const isBare = roots.length + seals.length + logKeys.length === 0;
  return (
    <>
      <h2>{tr('offline.trustTitle')}</h2>
      {from === null ? null : <p>{tr('offline.trustFrom', { from })}</p>}
      {isBare ? (
        <Notice tone="warn">
          <p>{tr('offline.trustNone')}</p>
        </Notice>
      ) : (
        <p class="quiet">{tr('offline.trustWarning')}</p>
      )}
      <ul class="anchors">
        {roots.flatMap(readPem).map((root) => (
          <Anchor key={root.name} kind={tr('offline.root')} {...printOf(root)} />
        ))}
        {timestampRoots.flatMap(readPem).map((root) => (
          <Anchor key={root.name} kind={tr('offline.timestampRoot')} {...printOf(root)} />
        ))}
        {logKeys.map(parseVkey).map(({ name, publicKey }) => (
          <Anchor key={name} kind={tr('offline.logKey')} name={name} print={fingerprint(publicKey)} />
        ))}
        {policy === null ? null : <Anchor kind={tr('offline.policy')} name="" print={fingerprint(policy)} />}
      </ul>
      {seals.length === 0 ? null : (
        <details>
          <summary>{tr('offline.seals', { count: formatNumber(lang, seals.length) })}</summary>
          <ul class="anchors">
            {certificatesOf(seals).map((seal) => (
              <Anchor key={seal.name} kind="" {...printOf(seal)} />
            ))}
          </ul>
        </details>
      )}
      <div class="field">
        <label for="anchors-files">{tr('offline.trustAdd')}</label>
        <input type="file" id="anchors-files" multiple onChange={chosen(add)} />
      </div>
    </>
  );
}

/** The field is emptied, so that the same file can be chosen again. */
function chosen(take: (files: readonly File[]) => void) {
  return (event: Event) => {
    const field = event.currentTarget as HTMLInputElement;
    const files = [...(field.files ?? [])];
    field.value = '';
    if (files.length > 0) take(files);
  };
}

function Anchor({ kind, name, print }: { kind: string; name: string; print: string }): VNode {
  return (
    <li>
      <strong>{kind}</strong> {name}
      <br />
      <code>{print}</code>
    </li>
  );
}

export function Result({ lang, found }: { lang: Lang; found: Found }): VNode {
  const tr = t(lang);
  if (found.of === 'qr') {
    const { report } = found;
    return (
      <>
        <Verdict lang={lang} of="qr" verdict={report.verdict} />
        {report.claims === undefined ? null : (
          <QrSays lang={lang} claims={report.claims} agency={sealedBy(report)} />
        )}
        <Checks lang={lang} checks={report.checks} />
        <p class="quiet">{tr('offline.codeOnly')}</p>
      </>
    );
  }
  const { report, name, digest, hasProof } = found;
  return (
    <>
      <Verdict lang={lang} of="verify" verdict={report.verdict} />
      {hasProof || report.record === undefined ? null : (
        <Notice>
          <p>{tr('offline.addProof')}</p>
        </Notice>
      )}
      {report.record === undefined ? null : (
        <>
          <PactSays
            lang={lang}
            record={report.record}
            seal={report.seal}
            more={person(lang, report.record)}
          />
          <details>
            <summary>{tr('offline.text')}</summary>
            <Words text={report.record.text} />
          </details>
        </>
      )}
      <Checks lang={lang} checks={report.checks} instead={{ 'no-proof': tr('offline.noProof') }} />
      <Facts
        rows={[
          [tr('offline.file'), name],
          [tr('offline.digest'), <code key="d">{digest}</code>],
        ]}
      />
    </>
  );
}

/** Whoever has the file has the number too; here it is shown to be compared, on a page of ours never. */
function person(lang: Lang, { person }: SealedRecord): [string, string][] {
  const { idNumber, post } = person;
  const tr = t(lang);
  return [
    ...(idNumber === '' ? [] : [[tr('offline.number'), grouped(person)] as [string, string]]),
    ...(post === null ? [] : [[tr('offline.post'), post] as [string, string]]),
  ];
}

/** The institution as its seal's certificate names it, once the seal is known to have signed. */
function sealedBy({ checks, claims }: QrReport): string | undefined {
  const isSigned = checks.some(({ code, verdict }) => code === 'qr-signature' && verdict === 'pass');
  const { params } = checks.find(({ code }) => code === 'qr-key') ?? {};
  const [, organisation] = /(?:^|, )O=([^=]+)(?:, \w+=|$)/.exec(params?.subject ?? '') ?? [];
  return isSigned && organisation ? `${organisation} (${claims?.agencyId})` : undefined;
}

function Words({ text }: { text: PledgeText }): VNode {
  return (
    <div class="paper" lang={text.language}>
      <h2>{text.title}</h2>
      <p>{text.opener}</p>
      <ol>
        {text.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ol>
      <p>{text.closing}</p>
    </div>
  );
}

function printOf({ name, der }: Certificate): { name: string; print: string } {
  return { name, print: fingerprint(der) };
}
