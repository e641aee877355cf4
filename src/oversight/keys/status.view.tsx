import type { VNode } from 'preact';

/** Where a form's script says how far it is and what went wrong. */
export function Status(): VNode {
  return (
    <div role="status">
      <p class="hint" />
    </div>
  );
}
