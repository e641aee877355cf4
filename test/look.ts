import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { overflow } from './walker.ts';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** The only rules that a change of colours can change. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** A key of a message, or a place that was not filled, where people should read words; {{…}} is a place of a template. */
const UNTRANSLATED =
  /\b(access|accounts|action|agencies|approvalKind|approvalState|assembly|bsre|campaigns|ceremonies|check|coverage|device|event|evidence|guidance|home|hooks|ink|law|matrix|minutes|nation|newsroom|offline|open|oversight|photos|pictures|plan|platform|privacy|reason|recount|reminders|screen|door|after|signing|slips|tablet|verify|violations|wide|reporting|abuse|mailbox|ownKeys|recipients|cases|dueDays|papers|handOff|keeping|figures|strip)\.[a-z][a-zA-Z]+(\.[a-zA-Z]+)*\b|(?<!\{)\{[a-z][a-zA-Z]*\}/;

/** What is wrong with a page that anybody can see, each as a line; empty when nothing is. */
export async function faultsOf(page: Page, lang: 'id' | 'en'): Promise<string[]> {
  const found = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    title: document.title,
    heads: document.querySelectorAll('h1').length,
    head: document.querySelector('h1')?.textContent?.trim() ?? '',
    text: `${document.title}\n${document.body.innerText}`,
    labels: [...document.querySelectorAll('[aria-label], [title], [alt], [placeholder]')]
      .flatMap((element) =>
        ['aria-label', 'title', 'alt', 'placeholder'].map((name) => element.getAttribute(name)),
      )
      .join('\n'),
  }));
  const key = UNTRANSLATED.exec(`${found.text}\n${found.labels}`)?.[0];
  const wide = await overflow(page);
  return [
    ...(found.lang === lang ? [] : [`lang is "${found.lang}", not ${lang}`]),
    ...(/\S.* · Ikrar$/.test(found.title) ? [] : [`title is "${found.title}"`]),
    ...(found.heads === 1 && found.head ? [] : [`${found.heads} h1, the first "${found.head}"`]),
    ...(key ? [`not translated: ${key}`] : []),
    ...(wide ? [wide] : []),
  ];
}

/** What axe finds: everything in light colours, and in dark ones the rules that colours decide. */
export async function axeFaults(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await new AxeBuilder({ page }).setLegacyMode().withTags(WCAG).analyze();
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await new AxeBuilder({ page }).setLegacyMode().withRules(COLOUR_RULES).analyze();
  await page.emulateMedia({ colorScheme: 'light' });
  return [...lines('light', light.violations), ...lines('dark', dark.violations)];
}

type Violations = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'];

function lines(scheme: string, violations: Violations): string[] {
  return violations.map(({ id, nodes }) => {
    const [first] = nodes;
    const why = first?.failureSummary?.split('\n').slice(1, 2).join('').trim();
    return `axe ${scheme} ${id} (${nodes.length}): ${first?.html.slice(0, 160)} ${why}`;
  });
}

/** Opens everything that folds, so that what is inside is looked at too. */
export async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}
