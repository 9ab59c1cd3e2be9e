import type { Task, Tasks } from "@shifan/contract";
import { expect } from "vitest";
import type { Browser } from "./accounts.ts";

/** What waits for whoever is signed in. */
export async function tasksOf(browser: Browser): Promise<Tasks> {
  const { status, body } = await browser.call("/api/v1/tasks");
  expect(status).toBe(200);
  return body as Tasks;
}

/** Tasks by their kinds and sentences, in their order. */
export const sentences = (tasks: readonly Task[]) => tasks.map(({ kind, text }) => `${kind} ${text}`);

/** Goes to where a task is worked on, as the console does. @returns how many records are there */
export async function follow(browser: Browser, { work }: Task): Promise<number> {
  const { resource, recordId, filter } = work;
  if (recordId !== null) {
    const { status } = await browser.call(`/api/v1/${resource}/${encodeURIComponent(recordId)}`);
    return status === 200 ? 1 : 0;
  }
  const query = `filter=${encodeURIComponent(JSON.stringify(filter))}&range=[0,24]`;
  const { status, body } = await browser.call(`/api/v1/${resource}?${query}`);
  expect([resource, status]).toEqual([resource, 200]);
  return (body as unknown[]).length;
}
