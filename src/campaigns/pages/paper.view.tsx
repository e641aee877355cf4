import type { VNode } from 'preact';
import type { PledgeText } from '../../verify/index.ts';

/** A pledge or pact text as it reads on paper. */
export function TextPaper({ text }: { text: PledgeText }): VNode {
  return (
    <article class="paper" lang={text.language}>
      <h2>{text.title}</h2>
      <Passage text={text.opener} />
      <ol>
        {text.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ol>
      <Passage text={text.closing} />
    </article>
  );
}

function Passage({ text }: { text: string }): VNode | null {
  if (text === '') return null;
  return (
    <>
      {text.split('\n').map((line) => (
        <p key={line}>{line}</p>
      ))}
    </>
  );
}
