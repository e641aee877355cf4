import type { Browser } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { type Server, startServer } from '../server.ts';
import { expectNoFaults, type Walker, type WalkerOptions, walker } from '../walker.ts';

/** One telling of the whole job: an empty installation, and the people who use it, each with a browser. */
export interface Story {
  readonly script: boolean;
  readonly server: Server;
  readonly officer: Walker;
  /** Somebody with no session. */
  stranger(options?: WalkerOptions): Promise<Walker>;
  /** Paths of the institution's and the campaign's pages, once they are known. */
  agency: string;
  campaign: string;
  ceremony: string;
  /** Code of the personal slip by name. */
  slips: Map<string, string>;
  /** What the first person to sign was given. */
  receipt: string;
  pdf: Uint8Array;
  verifyPath: string;
  /** Checks every page that anybody saw, ends the server and the browser. */
  end(): Promise<void>;
}

export async function beginStory(script: boolean): Promise<Story> {
  const [server, browser] = await Promise.all([startServer({ empty: true }), launchBrowser()]);
  const people: Walker[] = [];
  const stranger = async (options: WalkerOptions = {}) => {
    const one = await walker(browser, server.address, { script, ...options });
    people.push(one);
    return one;
  };
  return {
    ...{ script, server, stranger, officer: await stranger() },
    ...{ agency: '', campaign: '', ceremony: '', receipt: '', verifyPath: '' },
    slips: new Map(),
    pdf: new Uint8Array(),
    end: () => ended(browser, server, people),
  };
}

async function ended(browser: Browser, server: Server, people: readonly Walker[]): Promise<void> {
  const said = server.err();
  await browser.close();
  await server.stop();
  expectNoFaults(...people);
  if (said.includes('fault ')) throw new Error(`the server had a fault: ${said}`);
}
