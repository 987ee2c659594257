// The only script of the pages, and nothing needs it: leaving quickly leaves nothing to go back to.

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
