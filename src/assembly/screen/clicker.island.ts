/** The clicker without a reload: the answer's page takes this one's place, and what others moved is seen soon. */
const here = () => document.querySelector('[data-clicker]') as HTMLElement;
let busy = false;

async function take(asked: Promise<Response>): Promise<void> {
  const answer = await asked;
  if (!answer.ok) return location.reload();
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page.querySelector('[data-clicker]');
  if (!fresh || fresh.innerHTML === here().innerHTML) return;
  const held = document.activeElement?.closest('form');
  const index = [...here().querySelectorAll('form')].indexOf(held as HTMLFormElement);
  here().replaceWith(fresh);
  here().querySelectorAll('form')[index]?.querySelector('button')?.focus();
}

addEventListener('submit', async (event) => {
  const form = event.target as HTMLFormElement;
  if (!form.closest('[data-clicker]')) return;
  event.preventDefault();
  if (busy) return;
  busy = true;
  const body = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
  // Without a network the form goes its plain way, where the browser says so.
  await take(fetch(form.action, { method: 'POST', body })).catch(() => form.submit());
  busy = false;
});

setInterval(() => {
  if (!busy && !document.hidden) take(fetch(location.pathname)).catch(() => {});
}, 4000);
