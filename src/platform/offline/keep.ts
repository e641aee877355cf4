import type { Asked } from './keeper.island.ts';

/** Whether this browser can keep pages: it needs a secure address (https, or this machine itself). */
export function canKeep(): boolean {
  return 'serviceWorker' in navigator && globalThis.isSecureContext;
}

/**
 * Keeps these pages and files of ours on this device until then, for when the network is gone. The page's own
 * stylesheet and scripts are kept with it.
 * @returns whether all of them are kept
 */
export async function keepPages(paths: readonly string[], until: Date): Promise<boolean> {
  if (!canKeep()) return false;
  return ask({ kind: 'keep', paths: [...new Set([...paths, ...partsOfPage()])], until: until.getTime() });
}

/** Removes these pages from this device, or with null everything that was kept. */
export async function forgetPages(paths: readonly string[] | null): Promise<boolean> {
  if (!canKeep()) return true;
  return ask({ kind: 'forget', paths: paths && [...paths] });
}

function partsOfPage(): string[] {
  const parts = [
    ...document.querySelectorAll<HTMLLinkElement | HTMLScriptElement>('link[rel=stylesheet], script[src]'),
  ];
  return parts.map((part) => new URL('href' in part ? part.href : part.src).pathname);
}

async function ask(asked: Asked): Promise<boolean> {
  await navigator.serviceWorker.register('/luring.js');
  const { active } = await navigator.serviceWorker.ready;
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data === true);
    active?.postMessage(asked, [port2]);
    setTimeout(() => resolve(false), 60_000);
  });
}
