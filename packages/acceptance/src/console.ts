import type { Page } from "playwright-core";

/** Signs one of the demonstration in at the console, and waits until they are in. */
export async function signInAtConsole(page: Page, mailbox: string): Promise<void> {
  await page.getByLabel("邮箱").fill(`${mailbox}@demo.shifan`);
  await page.getByLabel("密码").fill("demo-shifan-2026");
  await page.getByRole("button", { name: "登录" }).click();
  await page.getByRole("button", { name: "退出登录" }).waitFor();
}
