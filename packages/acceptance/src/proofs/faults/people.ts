import { act, make, signIn } from "../../procedure.ts";
import type { Workers } from "./case.ts";

/** The city opens the year's round. Its id. */
export async function openRound(url: string): Promise<string> {
  const city = await signIn(url, "city");
  const windows = { submissionDeadline: "2026-06-30", recommendationDeadline: "2026-07-20" };
  const made = await make(city, "/api/v1/rounds", { year: 2026, ...windows, noticeTitle: "2026年度申报通知" });
  const { id } = made.body as { id: string };
  const opened = await act(city, `/api/v1/rounds/${id}`, "open");
  if (opened.status !== 200) throw new Error(`the round is not opened: ${JSON.stringify(opened.body)}`);
  return id;
}

/** Signs in so many who work on a case of their own each; their sessions last to the end of the proof, whatever is killed meanwhile. */
export async function signInWorkers(url: string, count: number): Promise<Workers[]> {
  const workers: Workers[] = [];
  for (let number = 0; number < count; number += 1) {
    const mailbox = number % 2 === 0 ? "applicant" : "platform";
    workers.push({
      applicant: await signIn(url, mailbox),
      colleague: await signIn(url, mailbox),
      district: await signIn(url, "district"),
    });
  }
  return workers;
}
