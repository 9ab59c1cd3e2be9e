import { act, make, signIn } from "./procedure.ts";
import { handIn } from "./proofs/faults/district-work.ts";
import { fillLists, fillSections } from "./proofs/faults/form-work.ts";
import { Line } from "./proofs/faults/line.ts";
import { confirmMandate, handInPapers, openCase } from "./proofs/faults/work-through.ts";
import { drawFrom } from "./random.ts";

/** Opens a round and begins one case of district 410105: a draft of a unit whose mandate is confirmed, with nothing filled in. */
export async function beginCase(url: string) {
  const city = await signIn(url, "city");
  const round = { year: 2026, submissionDeadline: "2026-06-30", recommendationDeadline: "2026-07-20" };
  const made = await make(city, "/api/v1/rounds", { ...round, noticeTitle: "2026年度申报通知" });
  const { id: roundId } = made.body as { id: string };
  const opened = await act(city, `/api/v1/rounds/${roundId}`, "open");
  if (opened.status !== 200) throw new Error(`the round is not opened: ${JSON.stringify(opened.body)}`);
  const workers = {
    applicant: await signIn(url, "applicant"),
    colleague: await signIn(url, "applicant"),
    district: await signIn(url, "district"),
  };
  const work = { line: new Line(() => {}), draw: drawFrom(1), roundId };
  const begun = await openCase(work, workers, 1);
  await confirmMandate(work, begun);
  return { work, begun, workers };
}

/** The same case where its officer has to decide: handed in, and nothing looked at. Its path in the API. */
export async function handInCase(url: string): Promise<string> {
  const { work, begun } = await beginCase(url);
  await fillSections(work.line, begun);
  await fillLists(work.line, begun, work.draw);
  await handInPapers(work, begun);
  await handIn(work.line, begun, "submit");
  return begun.applicationPath;
}
