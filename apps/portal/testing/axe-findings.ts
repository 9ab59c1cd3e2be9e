import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** All that concerns WCAG up to 2.2 AA, with the size of targets, which axe leaves out by itself. */
export const everyRule = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] as const;

/** What axe finds on the page as it is now, one line each. @param tags of the rules; by default those that axe takes by itself */
export async function axeFindings(page: Page, tags: readonly string[] = []): Promise<string[]> {
  // Evaluating comes from the debugger: the page's own policy, which forbids added scripts, stays as strict as it is.
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe);
  // What is still fading in or out has not the colours that it is read in.
  await page.evaluate(
    "Promise.all(document.getAnimations().filter(({ effect }) => effect.getComputedTiming().iterations !== Infinity).map(({ finished }) => finished.catch(() => undefined))).then(() => undefined)",
  );
  return page.evaluate(
    async (only) => {
      const { axe: checker, document } = globalThis as unknown as { axe: typeof import("axe-core"); document: never };
      // What passes is of no interest, nor a selector of each element: finding one takes longer than the rules.
      const { violations } = await checker.run(document, {
        ...(only.length > 0 && { runOnly: only }),
        resultTypes: ["violations"],
        selectors: false,
      });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ""}`),
      );
    },
    [...tags],
  );
}
