import type { Page } from "playwright-core";
import { expect } from "vitest";
import { axeFindings, overflowOf, photograph, visibleText } from "./browser.ts";
import { technicalWords } from "./technical-words.ts";

/** What must hold on every page, however narrow: nothing for axe to find, nothing beyond the edge, no words of programs. */
export async function expectSound(page: Page, where: string): Promise<void> {
  expect(await axeFindings(page), where).toEqual([]);
  expect(await overflowOf(page), where).toBeLessThanOrEqual(0);
  expect(technicalWords(await visibleText(page)), where).toEqual([]);
  await photograph(page, where);
}
