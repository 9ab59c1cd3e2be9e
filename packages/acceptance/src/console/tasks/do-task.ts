import { labelOfAct } from "@shifan/contract/labels";
import type { Locator, Page } from "playwright-core";
import type { Office } from "./office.ts";
import type { Filled, Task } from "./task.ts";

/**
 * Does a task at a page of whoever is in charge, and looks into the trail for what they did.
 *
 * @throws Error when the button, a field or the entry in the trail is missing, or the form does not close
 */
export async function doTask(page: Page, office: Office, task: Task): Promise<void> {
  const path = await task.at(office);
  const [, resource = "", id] = /^\/api\/v1\/([a-z-]+)(?:\/(.+))?$/.exec(path) ?? [];
  const before = await countDone(office, task);
  await page.goto(`${office.url}/admin/${resource}${id === undefined ? "" : `/${id}/show`}`);
  const name = task.button ?? buttonOf(task.act);
  await page.getByRole("button", { name, exact: true }).first().click();
  const dialog = page.getByRole("dialog");
  const confirm = dialog.getByRole("button", { name: /^确认/ });
  await confirm.waitFor();
  for (const [label, value] of Object.entries(task.fields ?? {})) await fillIn(page, dialog, label, value);
  await confirm.click();
  await dialog
    .waitFor({ state: "detached" })
    .catch(async () => Promise.reject(new Error(`the form stays open: ${await dialog.textContent()}`)));
  if ((await countDone(office, task)) !== before + 1) throw new Error("the trail does not tell of it");
}

/** What the button of an act is called: "experts.retire" → 退出专家库. @throws Error for an act without a name */
export function buttonOf(act: string): string {
  const [resource = "", name = ""] = act.split(".");
  const label = labelOfAct(resource, name);
  if (label === null) throw new Error(`${act} has no name`);
  return label;
}

async function fillIn(page: Page, dialog: Locator, label: string, value: Filled): Promise<void> {
  if (value === true) return dialog.getByRole("checkbox", { name: label }).check();
  if (typeof value === "string") return dialog.getByRole("textbox", { name: label }).first().fill(value);
  if ("pick" in value) {
    return dialog.getByRole("group", { name: label }).getByRole("radio", { name: value.pick }).check();
  }
  await dialog.getByRole("combobox", { name: label }).click();
  await page.getByRole("option", { name: value.choose }).first().click();
}

/** How often the act was accepted so far, as the supervisors read it in the trail. */
async function countDone({ people }: Office, task: Task): Promise<number> {
  const [resource, act] = task.act.split(".");
  const filter = encodeURIComponent(JSON.stringify({ resource, act, outcome: "done" }));
  const { headers } = await people.auditor.call(`/api/v1/audit?filter=${filter}&range=[0,0]`);
  return Number(headers.get("content-range")?.split("/")[1]);
}
