import type { Page } from "playwright-core";
import { expect } from "vitest";
import { expectSound } from "./sound.ts";

/** Controls that are smaller than so many pixels. A link inside a sentence is no control of its own. */
const smallControls = (page: Page, least: number): Promise<string[]> =>
  page.evaluate(`(() => {
    const controls = [...document.querySelectorAll("main button, main summary, main a, main select, main input:not([type=checkbox]):not([type=radio])")];
    return controls
      .filter((control) => control.offsetParent !== null && control.closest("p, dd") === null && !control.matches(".article-reference"))
      .map((control) => ({ control, box: control.getBoundingClientRect() }))
      .filter(({ box }) => box.width < ${least} - 0.5 || box.height < ${least} - 0.5)
      .map(({ control, box }) => control.outerHTML.slice(0, 80) + " " + box.width + "×" + box.height);
  })()`);

/** Texts that are drawn smaller than so many pixels. */
const smallTexts = (page: Page, least: number): Promise<string[]> =>
  page.evaluate(`(() => {
    const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    const small = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node.textContent.trim() === "" || node.parentElement.closest("script, style") !== null) continue;
      if (Number.parseFloat(getComputedStyle(node.parentElement).fontSize) < ${least}) small.push(node.textContent);
    }
    return small;
  })()`);

/** The numbers of comfort of a portal's page as it is, and the same in 大字版, which is left again. */
export async function expectComfortable(page: Page, where: string): Promise<void> {
  const inTextsOf = async (text: number, control: number, mode: string) => {
    expect(await smallTexts(page, text), `${where} ${mode}`).toEqual([]);
    expect(await smallControls(page, control), `${where} ${mode}`).toEqual([]);
  };
  await inTextsOf(16, 44, "as it is");
  const switchText = page.getByRole("button", { name: "大字版" });
  await switchText.click();
  await inTextsOf(18, 60, "in large text");
  await expectSound(page, where);
  await switchText.click();
}
