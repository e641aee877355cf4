import { createElement } from 'preact';
import { expect, it } from 'vitest';
import { readConfig } from '../../platform/config.ts';
import { createApp } from '../../platform/http/app.tsx';
import { showLater } from './show-later.tsx';

const text = (words: string) => createElement('p', null, words);

async function answerAfter(milliseconds: number): Promise<{ status: number; parts: string[] }> {
  const app = createApp(readConfig({ IKRAR_DATA: '/tmp/ikrar-none' }), () => {});
  app.get('/', (c) => {
    const outcome = new Promise<{ status: 422; body: ReturnType<typeof text> }>((resolve) => {
      setTimeout(() => resolve({ status: 422, body: text('hasil <b>') }), milliseconds);
    });
    return showLater(c, { title: 'Uji' }, { patience: 100, waiting: text('tunggu'), outcome });
  });
  const answer = await app.request('/');
  const parts: string[] = [];
  for await (const chunk of answer.body ?? []) parts.push(new TextDecoder().decode(chunk as Uint8Array));
  return { status: answer.status, parts };
}

it('shows a result that comes in time as any other page', async () => {
  const { status, parts } = await answerAfter(5);
  expect(status).toBe(422);
  expect(parts.join('')).toContain('<p>hasil &lt;b></p>');
  expect(parts.join('')).not.toContain('tunggu');
});

it('begins without a result that takes longer, gives a sign of life, and ends with it', async () => {
  const { status, parts } = await answerAfter(1300);
  expect(status).toBe(200);
  expect(parts[0]).toMatch(/<p>tunggu<\/p>$/);
  expect(parts[1]).toBe('<span class="waiting">… 1 </span>');
  expect(parts[2]).toMatch(/^<div class="arrived"><p>hasil &lt;b><\/p><\/div><\/main>[\s\S]*<\/html>$/);
});
