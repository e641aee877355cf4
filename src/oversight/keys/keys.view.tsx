import type { ComponentChildren, VNode } from 'preact';
import type { Agency } from '../../agencies/index.ts';
import { formatMoment } from '../../platform/format.ts';
import { TextArea, TextField } from '../../platform/html/form.view.tsx';
import { DataTable, Facts, Notice } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { keyWords } from '../seal/index.ts';
import type { PublicKey } from './keys.ts';
import { t } from './messages.ts';
import { Status } from './status.view.tsx';
import { KEY_TEXTS, texts } from './texts.ts';
import { UnlockNotice } from './unlock.view.tsx';
import type { HeldEscrow, StoredWrap } from './wraps.ts';

export interface OwnKeys {
  lang: Lang;
  agency: Agency;
  /** For the passkey, as the device will list it. */
  name: string;
  current: PublicKey | null;
  wraps: readonly StoredWrap[];
  held: readonly HeldEscrow[];
  /** Names of those in whose keeping the key may be, by id of their key. */
  holders: ReadonlyMap<string, string>;
}

/** One's own key. All that changes it happens in the browser and stands in `data-keys`, hidden until the script is there. */
export function OwnKeysPage(own: OwnKeys): VNode {
  const { lang, agency, name, current, wraps, held } = own;
  const tr = t(lang);
  return (
    <>
      <h1>{tr('ownKeys.title')}</h1>
      <p>{tr('ownKeys.intro')}</p>
      <UnlockNotice lang={lang} agencyId={agency.id} />
      <div data-keys={agency.id} data-name={name} data-texts={texts(lang, KEY_TEXTS)} hidden>
        <NewWords lang={lang} />
        {current ? <Current {...own} current={current} /> : <Make lang={lang} />}
        {current ? <Changes {...own} noWords={!wraps.some(({ way }) => way === 'recovery')} /> : null}
        {held.length > 0 ? <Held {...own} /> : null}
      </div>
    </>
  );
}

function Make({ lang, again = false }: { lang: Lang; again?: boolean }): VNode {
  const tr = t(lang);
  return (
    <form data-make id="buat" class={again ? undefined : 'card'}>
      {again ? null : <h2>{tr('ownKeys.make')}</h2>}
      <p>{tr(again ? 'ownKeys.makeAgainHint' : 'ownKeys.makeHint')}</p>
      <Chosen lang={lang} id="make" />
      <button type="submit">{tr('ownKeys.make')}</button>
      <Status />
    </form>
  );
}

/** Two fields of one new passphrase; `id` sets those of several forms apart. */
function Chosen({ lang, id }: { lang: Lang; id: string }): VNode {
  const tr = t(lang);
  const input = (name: string) => (
    <input
      id={`f-${id}-${name}`}
      name={name}
      type="password"
      autocomplete="off"
      aria-describedby={`h-${id}`}
    />
  );
  return (
    <>
      <div class="field">
        <label for={`f-${id}-newPassphrase`}>{tr('ownKeys.newPassphrase')}</label>
        <p class="hint" id={`h-${id}`}>
          {tr('ownKeys.newPassphraseHint')}
        </p>
        {input('newPassphrase')}
      </div>
      <div class="field">
        <label for={`f-${id}-newPassphraseAgain`}>{tr('ownKeys.newPassphraseAgain')}</label>
        {input('newPassphraseAgain')}
      </div>
    </>
  );
}

/** Shown once by the script, after a key or new words were made. */
function NewWords({ lang }: { lang: Lang }): VNode {
  const tr = t(lang);
  return (
    <section class="card" data-words hidden tabIndex={-1} aria-labelledby="kata">
      <h2 id="kata">{tr('ownKeys.words')}</h2>
      <p>{tr('ownKeys.wordsOnce')}</p>
      <ol lang="id" />
      <form data-asked>
        <TextField name="askedWord" label={tr('ownKeys.askedWord')} autocomplete="off" short />
        <button type="submit">{tr('ownKeys.wordsKept')}</button>
        <Status />
      </form>
    </section>
  );
}

function Current({ lang, agency, current, wraps, holders }: OwnKeys & { current: PublicKey }): VNode {
  const tr = t(lang);
  const moment = (at: Date) => formatMoment(lang, at, agency.zone);
  const wayOf = ({ way, params }: StoredWrap) =>
    tr(`ownKeys.way.${way}`, { name: holders.get(String(params.holder)) ?? tr('ownKeys.wayUnknown') });
  return (
    <>
      <Facts
        rows={[
          [
            tr('ownKeys.fingerprint'),
            <span key="words" lang="id" data-own-words>
              {keyWords(current)}
            </span>,
          ],
          [tr('ownKeys.madeAt'), moment(current.madeAt)],
        ]}
      />
      <p class="hint">{tr('ownKeys.fingerprintHint')}</p>
      <div data-part>
        <DataTable
          caption={tr('ownKeys.ways')}
          rows={wraps}
          columns={[
            { head: tr('ownKeys.way'), cell: wayOf },
            { head: tr('ownKeys.since'), cell: ({ madeAt }) => moment(madeAt) },
            {
              head: tr('ownKeys.act'),
              cell: (wrap) => (
                <button
                  type="button"
                  class="plain"
                  data-end={wrap.id}
                  aria-label={tr('ownKeys.endWay', { way: wayOf(wrap), since: moment(wrap.madeAt) })}
                >
                  {tr('ownKeys.end')}
                </button>
              ),
            },
          ]}
        />
        <Status />
      </div>
    </>
  );
}

function Changes({ lang, noWords }: OwnKeys & { noWords: boolean }): VNode {
  const tr = t(lang);
  return (
    <>
      {noWords ? <Notice tone="warn">{tr('ownKeys.noWords')}</Notice> : null}
      <Folded title={tr('ownKeys.newWords')} open={noWords}>
        <div data-part>
          <p>{tr('ownKeys.newWordsHint')}</p>
          <button type="button" data-new-words>
            {tr('ownKeys.makeWords')}
          </button>
          <Status />
        </div>
      </Folded>
      <Folded title={tr('ownKeys.change')}>
        <form data-change>
          <Chosen lang={lang} id="change" />
          <button type="submit">{tr('ownKeys.change')}</button>
          <Status />
        </form>
      </Folded>
      <Folded title={tr('ownKeys.addPasskey')}>
        <div data-part>
          <p>{tr('ownKeys.addPasskeyHint')}</p>
          <button type="button" data-add-passkey>
            {tr('ownKeys.addPasskey')}
          </button>
          <Status />
        </div>
      </Folded>
      <Folded title={tr('ownKeys.escrow')}>
        <form data-escrow hidden>
          <p>{tr('ownKeys.escrowHint')}</p>
          <div class="field">
            <label for="f-holder">{tr('ownKeys.holder')}</label>
            <select id="f-holder" name="holder" aria-describedby="h-holder" />
            <p class="hint" id="h-holder" lang="id" data-holder-words />
          </div>
          <button type="submit">{tr('ownKeys.escrowSubmit')}</button>
          <Status />
        </form>
      </Folded>
      <Folded title={tr('ownKeys.recover')} id="pulih">
        <form data-recover>
          <TextArea
            {...{ name: 'words', rows: 3 }}
            label={tr('ownKeys.recoverWords')}
            hint={tr('ownKeys.recoverHint')}
          />
          <Chosen lang={lang} id="recover" />
          <button type="submit">{tr('ownKeys.recoverSubmit')}</button>
          <Status />
        </form>
      </Folded>
      <Folded title={tr('ownKeys.makeAgain')}>
        <Make lang={lang} again />
      </Folded>
    </>
  );
}

function Folded(props: { title: string; id?: string; open?: boolean; children: ComponentChildren }): VNode {
  return (
    <details id={props.id} open={props.open}>
      <summary>{props.title}</summary>
      {props.children}
    </details>
  );
}

function Held({ lang, held }: OwnKeys): VNode {
  const tr = t(lang);
  return (
    <>
      <h2>{tr('ownKeys.held')}</h2>
      {held.map(({ id, name }) => (
        <div data-part key={id}>
          <p>
            {name}{' '}
            <button
              type="button"
              class="plain"
              data-give-back={id}
              aria-label={tr('ownKeys.giveBackTo', { name: name ?? '' })}
            >
              {tr('ownKeys.giveBack')}
            </button>
          </p>
          <Status />
        </div>
      ))}
      <section class="card" data-given hidden tabIndex={-1} aria-labelledby="kembali">
        <h3 id="kembali">{tr('ownKeys.given')}</h3>
        <p>{tr('ownKeys.givenHint')}</p>
        <ol lang="id" />
      </section>
    </>
  );
}
