import type { Page } from "playwright-core";
import { expect } from "vitest";
import { axeFindings, heightOf, overflowOf, photograph, visibleText } from "./browser.ts";
import { technicalWords } from "./technical-words.ts";

/** What must hold on every page, however narrow: nothing for axe to find, nothing beyond the edge, no words of programs. */
export async function expectSound(page: Page, where: string): Promise<void> {
  expect(await axeFindings(page), where).toEqual([]);
  expect(await overflowOf(page), where).toBeLessThanOrEqual(0);
  expect(technicalWords(await visibleText(page)), where).toEqual([]);
  await photograph(page, where);
}

/** What people have before them, from the small phone to the wide screen, by the widths in pixels that a page is looked at in there. */
export const devices = [
  { device: "a phone", widths: [320, 390] },
  { device: "a desk", widths: [1366, 1920] },
] as const;

/**
 * The same in each of these widths, and back to the first: a page is reached once and not once per width, since its layout is style sheets and no
 * script asks for the width.
 */
export async function expectSoundIn(widths: readonly number[], page: Page, where: string): Promise<void> {
  const widen = (width: number) => page.setViewportSize({ width, height: heightOf(width) });
  for (const width of widths) {
    await widen(width);
    await expectSound(page, `${where}-${width}`);
  }
  for (const width of widths.slice(0, 1)) await widen(width);
}
