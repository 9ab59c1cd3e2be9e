import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** More places than any page of ours has. */
const mostTabs = 60;

/** Writes into fields by their labels. */
export async function fillIn(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(values)) {
    await page.getByRole("textbox", { name: label }).fill(value);
  }
}

/** The number that the page gives to whoever has filed something. */
export async function receiptNumberOn(page: Page): Promise<string> {
  await page.getByRole("heading", { name: "已经收到" }).waitFor();
  const number = (await page.locator(".receipt-number").textContent()) ?? "";
  expect(number).toMatch(/^(\d{4}-){3}\d{4}$/);
  return number;
}

/** Looks a number up as whoever has noted it does, and waits for how it stands. */
export async function lookUp(page: Page, number: string, standing: RegExp): Promise<void> {
  await page.getByRole("textbox", { name: "查询编号" }).fill(number);
  await page.getByRole("button", { name: "查询" }).click();
  await page.locator(".standing", { hasText: standing }).waitFor();
}

/** All that this tab and this device keep of our pages. */
export function keptOn(page: Page): Promise<string> {
  return page.evaluate("JSON.stringify([{ ...sessionStorage }, { ...localStorage }])") as Promise<string>;
}

/** Presses Tab until the place is reached, as whoever has no mouse does; every place on the way has to show that it is there. */
export async function tabTo(page: Page, place: Locator): Promise<void> {
  for (let presses = 0; presses < mostTabs; presses += 1) {
    await page.keyboard.press("Tab");
    expect(await page.evaluate("getComputedStyle(document.activeElement).outlineStyle")).toBe("solid");
    if (await place.evaluate((element) => element === element.ownerDocument.activeElement)) return;
  }
  throw new Error("the keyboard does not come there");
}
