import type { Page } from "playwright-core";

/** Taps a button of the conversation by its words. */
export async function tap(page: Page, label: string): Promise<void> {
  await page.getByRole("button", { name: label, exact: true }).click();
}

/** Writes an answer and sends it with the Enter key. */
export async function write(page: Page, text: string): Promise<void> {
  const box = page.getByRole("textbox", { name: "写回答" });
  await box.fill(text);
  await box.press("Enter");
}

/** Waits until the conversation says something. */
export async function hears(page: Page, words: string | RegExp): Promise<void> {
  await page.getByRole("log").getByText(words).last().waitFor();
}

/** From the welcome to the question of the amount. */
export async function answerToAssets(page: Page): Promise<void> {
  await tap(page, "开始自查");
  await tap(page, "专业性平台（有一项特色功能）");
  await hears(page, "哪一天注册成立");
  await write(page, "2021年3月15日");
  await tap(page, "管理制度");
  await tap(page, "选好了");
  await hears(page, "资产总额是多少");
}

/** From the welcome to a result: `served` below 60 gives not_met, unknown assets undetermined, else met. */
export async function answerAll(page: Page, { served = "76", assets = "165万" } = {}): Promise<void> {
  await answerToAssets(page);
  if (assets === "") await tap(page, "不清楚");
  else await write(page, assets);
  await hears(page, "服务了多少家");
  await write(page, served);
  await tap(page, "是");
  await hears(page, "都记下了");
}

/** Opens the result; on a wide window it stands beside the conversation already. */
export async function seeResult(page: Page): Promise<void> {
  const link = page.getByRole("link", { name: "看完整结果" });
  if (await link.isVisible()) await link.click();
  await page.locator("#result-headline").and(page.locator(":visible")).waitFor();
}
