import type { Browser, Page } from "playwright-core";
import { type Visit, visit } from "./browser.ts";

/** How wide the screens of an office are, in pixels. */
export const officeScreen = 1366;

/** Somebody of the demonstration, signed in at the console in an office. @param address of the page at which they are */
export async function visitConsole(browser: Browser, address: string, mailbox: string): Promise<Visit> {
  const visited = await visit(browser, address, officeScreen);
  await signInAtConsole(visited.page, mailbox);
  return visited;
}

/** Signs one of the demonstration in at the console, and waits until they are in. */
export async function signInAtConsole(page: Page, mailbox: string): Promise<void> {
  await page.getByLabel("邮箱").fill(`${mailbox}@demo.shifan`);
  await page.getByLabel("密码").fill("demo-shifan-2026");
  await page.getByRole("button", { name: "登录" }).click();
  await page.getByRole("button", { name: "退出登录" }).waitFor();
}

/** Opens an act of the page, fills in what it asks for by the labels, and waits until the server has accepted it. */
export async function doAct(page: Page, name: string, fields: Readonly<Record<string, string>> = {}): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
  await confirmAct(page, name, fields);
}

/** The same for a dialog that is open. */
export async function confirmAct(
  page: Page,
  name: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<void> {
  const dialog = page.getByRole("dialog");
  const button = dialog.getByRole("button", { name: name.startsWith("确认") ? name : `确认${name}` });
  await button.waitFor();
  for (const [label, value] of Object.entries(fields)) await dialog.getByRole("textbox", { name: label }).fill(value);
  await button.click();
  await dialog.waitFor({ state: "detached" });
}
