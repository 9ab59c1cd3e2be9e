const behavior = (jump: boolean): ScrollBehavior =>
  jump || window.matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";

/** What a bar that stays in place covers at its edge of the window; nothing where it scrolls along. */
const coveredBy = (bar: HTMLElement | null): number =>
  bar === null || getComputedStyle(bar).position !== "sticky" ? 0 : bar.offsetHeight;

/** Where one begins to read an exchange: at what oneself said, or below it where that alone would fill the view. */
function beginningOf(newest: Element, room: number): number {
  const own = newest.querySelector(".bubble.own");
  const reply = newest.querySelector(".bubble:not(.own)");
  const isLong = own !== null && own.getBoundingClientRect().height > room / 2;
  return (isLong && reply !== null ? reply : newest).getBoundingClientRect().top;
}

/**
 * Brings the newest exchange into view: its end, with the buttons, where all of it fits between the bars; else its
 * beginning, because one reads from the top.
 * @param newest the last exchange of the log; null to show the end whatever fits
 * @param end what stands right after the buttons
 */
export function showNewest(frame: HTMLElement, newest: Element | null, end: Element, jump: boolean): void {
  const gap = 12;
  const lower = window.innerHeight - coveredBy(frame.querySelector<HTMLElement>(".composer")) - gap;
  const upper = coveredBy(frame.querySelector<HTMLElement>(".progress")) + gap;
  const bottom = end.getBoundingClientRect().bottom;
  const top = newest === null ? bottom : beginningOf(newest, lower - upper);
  const down = bottom - top > lower - upper ? top - upper : bottom - lower;
  if (down > 0 || top < upper) window.scrollBy({ top: down, behavior: behavior(jump) });
}
