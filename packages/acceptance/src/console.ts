import type { Page } from "playwright-core";

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
