/** Leaves at once and for good: what was on the screen is gone before the next page comes, and Back does not bring it. */
const link = document.querySelector<HTMLAnchorElement>('[data-leave]');

function leave(): void {
  window.dispatchEvent(new Event('ikrar:leave'));
  document.title = '…';
  document.body.replaceChildren();
  location.replace(link?.href ?? '/');
}

link?.addEventListener('click', (event) => {
  event.preventDefault();
  leave();
});

/** Shift three times, within five seconds and with no other key between (as on GOV.UK). */
let presses = 0;
let first = 0;
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Shift') presses = 0;
});
document.addEventListener('keyup', (event) => {
  if (event.key !== 'Shift') return;
  if (presses === 0 || Date.now() - first > 5000) [presses, first] = [0, Date.now()];
  presses += 1;
  if (presses === 3) leave();
});
// Attacker: whoever sits down next and presses Back.
window.addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload();
});
