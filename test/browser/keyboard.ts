// A page as somebody uses it who has a keyboard alone: Tab, Shift+Tab, Enter, Space and the arrows. Wherever the focus goes
// it must be seen.

import type { ElementHandle, Locator, Page } from 'playwright-core';

const LONGEST_WAY = 150;
const FIRST_FRAME = 5000;
/** What GOV.UK Frontend paints a focus with. */
const FOCUS_COLOUR = 'rgb(255, 221, 0)';

/** Where the focus is, in words that tell one stop of a page from another; empty outside the page. */
const STOP = `(() => {
    const at = document.activeElement;
    if (!at || at === document.body) return '';
    const all = [...document.querySelectorAll('*')];
    return all.indexOf(at) + ' ' + at.tagName.toLowerCase() + ' ' + (at.id || at.textContent || at.value || '').trim().slice(0, 40);
  })()`;

/** What is wrong with how the focus shows, where it is now: nothing painted, off the screen, or under something else. */
const WRONG = `(() => {
    const at = document.activeElement;
    if (!at || at === document.body) return '';
    // Boxes of a choice are drawn beside the input, by its label.
    const label = at.labels && at.labels[0];
    const drawn = [[at], [at, '::before'], [at, '::after'], ...(label ? [[label], [label, '::before']] : [])];
    const painted = drawn.some(([element, part]) => {
      const { outline, boxShadow, backgroundColor, borderColor } = getComputedStyle(element, part);
      return [outline, boxShadow, backgroundColor, borderColor].join().includes(${JSON.stringify(FOCUS_COLOUR)});
    });
    if (!painted) return 'no focus is painted';
    const boxes = [at, ...(label ? [label] : [])].flatMap((each) => [...each.getClientRects()]);
    const points = boxes.flatMap(({ left, top, width, height }) =>
      [0.1, 0.5, 0.9].map((part) => [left + width * part, top + Math.min(height / 2, 20)]));
    const clear = points.some(([x, y]) => {
      const top = document.elementFromPoint(x, y);
      return top && (at.contains(top) || top.contains(at) && top !== document.body && top !== document.documentElement || (label && label.contains(top)));
    });
    return clear ? '' : 'the focus is off the screen or covered';
  })()`;

/** Where the focus has come to, which must be seen there. */
async function seen(page: Page): Promise<string> {
  // Asked at once: every question is a journey to the browser, and there are thousands.
  const { stop, wrong } = await page.evaluate<{ stop: string; wrong: string }>(
    `({ stop: ${STOP}, wrong: ${WRONG} })`,
  );
  if (wrong) throw new Error(`${wrong}: ${stop} on ${page.url()}`);
  return stop;
}

const holdsFocus = (element: ElementHandle): Promise<boolean> =>
  element.evaluate((each) => each === each.ownerDocument.activeElement);

/** Looked for once, not at every key. */
async function elementOf(target: Locator): Promise<ElementHandle> {
  const element = await target.elementHandle();
  if (!element) throw new Error(`${String(target)} is not there`);
  return element;
}

/** Goes on by Tab until the focus is there: what cannot be reached so cannot be used with a keyboard. */
export async function reach(page: Page, target: Locator): Promise<void> {
  const element = await elementOf(target);
  for (let n = 0; n < LONGEST_WAY; n += 1) {
    if (await holdsFocus(element)) return;
    await page.keyboard.press('Tab');
    await seen(page);
  }
  throw new Error(`No way by keyboard to ${String(target)} on ${page.url()}`);
}

/** Follows a link or presses a button, and waits for the page that comes. */
export async function press(page: Page, target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await reach(page, target.first());
  await Promise.all([page.waitForEvent('load'), page.keyboard.press(key)]);
}

export async function write(page: Page, target: Locator, text: string): Promise<void> {
  await reach(page, target);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
}

/** A day into its three boxes, one after another. */
export async function writeDay(page: Page, name: string, day: string): Promise<void> {
  const [year, month, date] = day.split('-').map((part) => String(Number(part)));
  for (const [part, text] of Object.entries({ day: date, month, year }))
    await write(page, page.locator(`[name="${name}[${part}]"]`), text ?? '');
}

/** One of several choices: into the group by Tab, then by the arrows. */
export async function choose(page: Page, choice: Locator): Promise<void> {
  const name = (await choice.getAttribute('name')) ?? '';
  // A group is entered where it stands already, or at its first.
  const chosen = page.locator(`[name="${name}"]:checked`);
  await reach(page, (await chosen.count()) > 0 ? chosen : page.locator(`[name="${name}"]`).first());
  await page.keyboard.press('Space');
  const element = await elementOf(choice);
  for (let n = 0; n < 20 && !(await holdsFocus(element)); n += 1) {
    await page.keyboard.press('ArrowDown');
    await seen(page);
  }
  if (!(await choice.isChecked()))
    throw new Error(`The arrows do not reach ${String(choice)} on ${page.url()}`);
}

/** Every stop of the page from its beginning by Tab, until the focus leaves it again. */
export async function stopsOf(page: Page): Promise<string[]> {
  await page.reload();
  const found: string[] = [];
  for (let n = 0; n < LONGEST_WAY; n += 1) {
    await page.keyboard.press('Tab');
    const stop = await seen(page);
    // The packaged browser has nothing around the page: after the last stop comes the first.
    if (stop === '' || (stop === found[0] && found.length > 1)) return found;
    // The browser's own box for a day has a stop for each of its parts.
    if (stop === found.at(-1) && stop.includes(' demo-day')) continue;
    if (found.includes(stop)) throw new Error(`The focus is caught at ${stop} on ${page.url()}`);
    found.push(stop);
  }
  throw new Error(`The focus finds no end on ${page.url()}`);
}

/** The same by Shift+Tab, from the last stop to the first. */
export async function stopsBackOf(page: Page, last: string): Promise<string[]> {
  for (let n = 0; n < LONGEST_WAY && (await page.evaluate<string>(STOP)) !== last; n += 1)
    await page.keyboard.press('Tab');
  const found = [last];
  for (let n = 0; n < LONGEST_WAY; n += 1) {
    await page.keyboard.press('Shift+Tab');
    const stop = await seen(page);
    if (stop === '' || (stop === last && found.length > 1)) return found;
    if (stop === found.at(-1) && stop.includes(' demo-day')) continue;
    if (found.includes(stop)) throw new Error(`The focus is caught at ${stop} on ${page.url()}`);
    found.push(stop);
  }
  throw new Error(`The focus finds no beginning on ${page.url()}`);
}

/** The first stop jumps over what stands above every page: the next one is in what the page is about. */
export async function skip(page: Page): Promise<boolean> {
  await page.reload();
  await page.keyboard.press('Tab');
  await seen(page);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await seen(page);
  return page.evaluate('document.querySelector("main").contains(document.activeElement)');
}

/** After a mistake: what the summary that has the focus leads to, one field for each of its lines. */
export async function fieldsOfErrors(page: Page): Promise<string[]> {
  if (!(await page.title()).startsWith('Error: ')) throw new Error(`No error on ${page.url()}`);
  const summary = page.locator('.govuk-error-summary');
  // The browser gives it the focus with the first frame, which may come after the page has loaded.
  const focused = page.locator('.govuk-error-summary:focus').waitFor({ timeout: FIRST_FRAME });
  await focused.catch(() => Promise.reject(new Error(`The focus is not on the summary of ${page.url()}`)));
  await seen(page);
  const links = await summary.locator('a').all();
  const found: string[] = [];
  for (const [n, link] of links.entries()) {
    if (n > 0) await summary.focus();
    await reach(page, link);
    await page.keyboard.press('Enter');
    found.push(await page.evaluate('document.activeElement.name || document.activeElement.id'));
  }
  return found;
}
