const KEPT = 'ikrar-jam';
/** A difference smaller than this is the network's own. */
const SMALL_MS = 3000;

/**
 * The time of the server in a browser: a projector's own clock may be minutes off, and its passes would not be
 * accepted. Asked once when the page opens; the difference is kept for when it is opened without a network.
 */
export function serverClock(): () => Date {
  let ahead = Number(kept()) || 0;
  fetch('/health', { method: 'HEAD', cache: 'no-store' }).then(
    (answer) => {
      const told = Date.parse(answer.headers.get('date') ?? '');
      if (Number.isNaN(told)) return;
      const differs = told - Date.now();
      ahead = Math.abs(differs) < SMALL_MS ? 0 : differs;
      keep(String(ahead));
    },
    () => {},
  );
  return () => new Date(Date.now() + ahead);
}

/** Storage may be switched off. */
function kept(): string | null {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

function keep(value: string): void {
  try {
    localStorage.setItem(KEPT, value);
  } catch {}
}
