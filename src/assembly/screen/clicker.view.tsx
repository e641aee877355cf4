import type { VNode } from 'preact';
import type { Lang } from '../../platform/i18n.ts';
import type { Card } from './cards.ts';
import { t } from './messages.ts';
import type { Programme } from './programme.ts';

export interface ClickerProps {
  lang: Lang;
  programme: Programme;
  at: number;
  seq: number;
  action: string;
}

/** Two large buttons, each a form of its own; which move the page had seen stands in it, so a second tap moves nothing. */
export function ClickerPage({ lang, programme, at, seq, action }: ClickerProps): VNode {
  const tr = t(lang);
  const { cards, head } = programme;
  const [before, now, next] = [cards[at - 1], cards[at], cards[at + 1]];
  return (
    <div data-clicker>
      <h1>{tr('screen.clickerTitle')}</h1>
      <p>
        <strong>{head.title}</strong>
        <br />
        <small>{tr('screen.position', { n: at + 1, total: cards.length })}</small>
      </p>
      <div class="card" role="status">
        <p class="quiet">{tr('screen.clickerNow')}</p>
        <p>
          <strong>{now ? labelOf(lang, programme, now) : null}</strong>
        </p>
      </div>
      <Move action={action} seq={seq} card={next} text={tr('screen.nextCard')} />
      <p>
        {tr('screen.clickerThen')}: {next ? <q>{labelOf(lang, programme, next)}</q> : tr('screen.clickerEnd')}
      </p>
      <Move action={action} seq={seq} card={before} text={tr('screen.previousCard')} second />
      <p>
        <a class="button second" href={action}>
          {tr('screen.clickerRenew')}
        </a>
      </p>
    </div>
  );
}

function Move(props: {
  action: string;
  seq: number;
  card: Card | undefined;
  text: string;
  second?: boolean;
}): VNode {
  const { action, seq, card, text, second } = props;
  return (
    <form method="post" action={action}>
      <input type="hidden" name="seq" value={seq} />
      <input type="hidden" name="step" value={card?.id ?? ''} />
      <button type="submit" class={second ? 'big click second' : 'big click'} disabled={!card}>
        {text}
      </button>
    </form>
  );
}

const WORDS = 9;

/** What the leader of the reading knows a card by: the first words of a text, else its name. */
function labelOf(lang: Lang, { campaign }: Programme, card: Card): string {
  const tr = t(lang);
  switch (card.kind) {
    case 'text': {
      const words = card.text.trim().split(/\s+/);
      const first = words.slice(0, WORDS).join(' ') + (words.length > WORDS ? ' …' : '');
      const total = campaign.pledge?.points.length ?? 0;
      return card.passage === 'point' ? `${tr('screen.point', { n: card.point, total })}: ${first}` : first;
    }
    case 'title':
      return tr('screen.clickerTitleCard');
    case 'act':
      return card.title || card.who || tr('screen.act.other');
    case 'sign':
      return tr('screen.signNow');
    default:
      return tr(`screen.${card.kind}`);
  }
}
