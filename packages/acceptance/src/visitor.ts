import type { Page } from "playwright-core";
import { type Reply, replyTo, type Subject } from "./person.ts";

/** More questions than any conversation has. */
const mostQuestions = 60;

/** The latest thing that the conversation says. */
export async function lastWords(page: Page): Promise<string> {
  return (await page.getByRole("log").locator(".bubble:not(.own)").last().textContent()) ?? "";
}

/** Taps a button, or writes and presses Enter; does not wait for the answer. */
export async function reply(page: Page, said: Reply): Promise<void> {
  if ("tap" in said) {
    await page.getByRole("button", { name: said.tap, exact: true }).click();
    return;
  }
  const box = page.getByRole("textbox", { name: "写回答" });
  await box.fill(said.write);
  await box.press("Enter");
}

/** Says something and waits until the page shows the answer. */
export async function say(page: Page, said: Reply): Promise<void> {
  const answered = page.waitForResponse((response) => response.url().endsWith("/inputs") && response.ok());
  await reply(page, said);
  await answered;
  await page.locator(".bubble.pending").waitFor({ state: "detached" });
}

/** Answers as the office manager does until a question is asked that fits, or until the result. */
export async function answerUntil(
  page: Page,
  wanted: RegExp,
  changed: Partial<Record<Subject, Reply>> = {},
): Promise<void> {
  for (let asked = 0; asked < mostQuestions; asked++) {
    const words = await lastWords(page);
    if (wanted.test(words)) return;
    await say(page, replyTo(words, changed));
  }
  throw new Error(`never asked ${wanted}; last was ${await lastWords(page)}`);
}

/** From the first page into the conversation, to its first question. */
export async function begin(page: Page): Promise<void> {
  await page.getByRole("link", { name: "开始自查" }).first().click();
  await page.getByRole("log").getByText("您好").waitFor();
  await say(page, { tap: "开始自查" });
}

/** The words with which the result begins. */
export const verdictWords = {
  met_pending_review: /可以核对的条件都满足，可以准备申报/,
  not_met: /暂不符合条件，差\d+项/,
  undetermined: /还不能下结论。目前没有发现不符合的条件/,
} as const;

/** Opens the whole result; on a wide window it stands beside the conversation already. */
export async function openResult(page: Page): Promise<void> {
  const link = page.getByRole("link", { name: "看完整结果" });
  if (await link.isVisible()) await link.click();
  await page.locator("#result-headline").and(page.locator(":visible")).waitFor();
}
