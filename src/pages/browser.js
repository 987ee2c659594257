// The only script of the pages, and nothing needs it: leaving quickly leaves nothing to go back to, the dates of what is
// being written appear, and are kept as a draft, without a button, and a link that is called a button is pressed like one.

const exit = document.querySelector('.govuk-exit-this-page__button');

function leave(event) {
  event?.preventDefault();
  document.body.hidden = true;
  document.title = 'New page';
  // The page is replaced, so that Back does not bring it up again.
  location.replace(exit.href);
}

if (exit) {
  exit.addEventListener('click', leave);
  let presses = [];
  document.addEventListener('keyup', ({ key, timeStamp }) => {
    presses = key === 'Shift' ? [...presses.filter((at) => timeStamp - at < 5000), timeStamp] : [];
    if (presses.length === 3) leave();
  });
}

for (const link of document.querySelectorAll('a[role="button"]'))
  link.addEventListener('keydown', (event) => {
    if (event.key !== ' ') return;
    event.preventDefault();
    link.click();
  });

const written = document.querySelector('form[data-live]');

/** Posts the form to where its own button would, and takes the dates out of the page that comes back. */
async function showDates() {
  const fields = new URLSearchParams(new FormData(written));
  fields.set('go', 'dates');
  const answer = await fetch(written.action, { method: 'POST', body: fields });
  if (!answer.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const shown of document.querySelectorAll('[id^="live-"]')) {
    const fresh = page.getElementById(shown.id);
    if (fresh && fresh.innerHTML !== shown.innerHTML) shown.replaceChildren(...fresh.childNodes);
  }
}

if (written) {
  let soon;
  written.addEventListener('change', () => {
    clearTimeout(soon);
    // Without a connection the button is still there.
    soon = setTimeout(() => void showDates().catch(() => undefined), 400);
  });
}
