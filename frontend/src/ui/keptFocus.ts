/** Keeps the focus on the page: where the element that had it is removed, it goes to what was around that. */

/** Marks where the focus goes when nothing better is left; the last one on the page counts. */
export const FOCUS_HOME = 'data-focus-home';

let trail: readonly Element[] = [];

function trailOf(element: Element): Element[] {
  const found: Element[] = [];
  for (let one: Element | null = element; one !== null; one = one.parentElement) found.push(one);
  return found;
}

function isLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

function focus(element: Element | undefined): void {
  if (element instanceof HTMLElement || element instanceof SVGElement) element.focus({ preventScroll: true });
}

function home(): Element | undefined {
  return [...document.querySelectorAll(`[${FOCUS_HOME}]`)].at(-1);
}

/** The nearest thing that is still there and takes the focus, else the home of the page. */
function focusNear(elements: readonly Element[]): void {
  focus(elements.find((one) => one.isConnected && one.hasAttribute('tabindex')) ?? home());
}

/** Gives the focus back to an element; if that has gone, to what was around it when it had the focus. */
export function returnFocus(before: readonly Element[]): void {
  const [element] = before;
  if (element?.isConnected === true && element !== document.body) focus(element);
  if (document.activeElement !== element || isLost()) focusNear(before);
}

/** What has the focus now and what is around it; within a menu, the button that opened that. */
export function focusNow(): readonly Element[] {
  const menu = document.activeElement?.closest('[role="menu"]');
  const opener = document.getElementById(menu?.getAttribute('aria-labelledby') ?? '');
  return trailOf(opener ?? document.activeElement ?? document.body);
}

/** Watches for as long as the page is there. */
export function keepFocus(): void {
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element) trail = trailOf(target);
  });
  new MutationObserver(() => {
    if (trail[0]?.isConnected === false && isLost()) focusNear(trail);
  }).observe(document.body, { childList: true, subtree: true });
}
