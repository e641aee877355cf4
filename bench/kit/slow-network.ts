import type { Browser } from 'playwright-core';

/** 400 kbit/s each way and 400 ms there and back: a phone in a yard with one bar of signal. */
const SLOW_3G = {
  offline: false,
  latency: 400,
  downloadThroughput: (400 * 1000) / 8,
  uploadThroughput: (400 * 1000) / 8,
};

export interface Arrival {
  /** From the click until the first words are on the screen, in seconds (first contentful paint). */
  readable: number;
  /** Until everything is there, deferred scripts too. */
  whole: number;
  /** Over the wire, with headers. */
  bytes: number;
}

/** Opens a page on a phone with an empty cache over slow 3G, as Chromium imitates it. */
export async function overSlow3G(browser: Browser, url: string): Promise<Arrival> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    serviceWorkers: 'block',
  });
  try {
    const page = await context.newPage();
    const tools = await context.newCDPSession(page);
    await tools.send('Network.enable');
    await tools.send('Network.emulateNetworkConditions', SLOW_3G);
    let bytes = 0;
    tools.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await page.goto(url, { waitUntil: 'load' });
    const readable = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((list) => {
            const paint = list.getEntriesByName('first-contentful-paint')[0];
            if (paint) resolve(paint.startTime);
          }).observe({ type: 'paint', buffered: true });
        }),
    );
    const whole = await page.evaluate(
      () => (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming).loadEventEnd,
    );
    return { readable: readable / 1000, whole: whole / 1000, bytes };
  } finally {
    await context.close();
  }
}
