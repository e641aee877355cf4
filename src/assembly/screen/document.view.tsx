import type { VNode } from 'preact';
import { to } from '../../urls.ts';
import { CardBody, type CardProps } from './card.view.tsx';
import { countsSentence } from './counts.view.tsx';
import { t } from './messages.ts';

export interface DocumentProps extends CardProps {
  style: string;
  /** The screen's address, and where it stands: a number of the cards from 0, at a move. */
  code: string;
  at: number;
  seq: number;
  expires: Date;
}

/** Seconds after which a browser without script asks again on the cards that change by themselves. */
const REFRESH = 20;

/** The whole of the screen in one page: every card is in it, and all but one are hidden. */
export function ScreenDocument(props: DocumentProps): VNode {
  const { lang, programme, style, code, at, seq, expires } = props;
  const { agency, head, campaign, site, cards } = programme;
  const tr = t(lang);
  const changing = ['title', 'sign', 'counts'].includes(cards[at]?.kind ?? '');
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${tr('screen.title', { title: head.title })} · Ikrar`}</title>
        <link rel="stylesheet" href={style} />
        <link rel="icon" href="/aset/ikrar.svg" type="image/svg+xml" />
        {changing ? (
          <noscript>
            <meta http-equiv="refresh" content={String(REFRESH)} />
          </noscript>
        ) : null}
        <script type="module" src="/aset/screen.js" />
        <script type="module" src="/aset/screen-code.js" />
      </head>
      <body>
        <header>
          <h1>{head.title}</h1>
          <p>{site ? site.name : agency.name}</p>
        </header>
        <main
          id="isi"
          data-live={to('screenLive', { screen: code })}
          data-until={expires.toISOString()}
          data-seq={seq}
          data-text={campaign.pledge?.digest ?? ''}
        >
          {cards.map((card, n) => (
            <section key={card.id} data-card={card.id} class={card.kind} hidden={n !== at} tabIndex={-1}>
              <CardBody {...props} card={card} />
            </section>
          ))}
        </main>
        <Foot {...props} />
        <p class="unseen" role="status" data-say>
          {countsSentence({ lang, counts: props.counts.counts })}
        </p>
      </body>
    </html>
  );
}

function Foot({ lang, programme: { cards, campaign }, code, at }: DocumentProps): VNode {
  const tr = t(lang);
  const here = to('screen', { screen: code });
  const { pledge } = campaign;
  return (
    <footer>
      <nav aria-label={tr('screen.controls')}>
        <a data-go="-1" href={`${here}?langkah=${Math.max(at, 1)}`} rel="prev">
          <span aria-hidden="true">‹</span> {tr('screen.previousCard')}
        </a>
        <a data-go="1" href={`${here}?langkah=${Math.min(at + 2, cards.length)}`} rel="next">
          {tr('screen.nextCard')} <span aria-hidden="true">›</span>
        </a>
      </nav>
      <p class="text-version">
        {pledge ? (
          <>
            {tr(pledge.draft ? 'screen.draftFoot' : 'screen.textFoot', { version: pledge.version })}{' '}
            <code data-digest>{pledge.digest}</code>
          </>
        ) : (
          tr('screen.missing')
        )}
      </p>
      <p class="where">
        <span
          data-keep
          data-keeping={tr('screen.keeping')}
          data-kept={tr('screen.kept')}
          data-cannot={tr('screen.cannotKeep')}
        />
        <button type="button" hidden data-do="blank">
          {tr('screen.blank')}
        </button>
        <button type="button" hidden data-do="full">
          {tr('screen.fullScreen')}
        </button>
        <span data-position={tr('screen.position', { n: '#', total: cards.length })}>
          {tr('screen.position', { n: at + 1, total: cards.length })}
        </span>
      </p>
    </footer>
  );
}
