import type { Session } from "./browser-session.ts";
import type { Answer } from "./http.ts";
import { act, make, signIn } from "./procedure.ts";
import { Line } from "./proofs/faults/line.ts";
import { workThrough } from "./proofs/faults/work-through.ts";
import { publishList, untilReview } from "./publicity.ts";
import { drawFrom } from "./random.ts";
import { openPool, reviewCase } from "./reviewing.ts";
import { journeyDay } from "./server.ts";

/** A case that is shown to the public, and the officer who handles what is said to it. */
export interface PublishedCase {
  readonly city: Session;
  readonly noticeId: string;
  readonly applicationId: string;
  readonly platformName: string;
}

/** From the first day of this publicity on, a Monday, five working days are shown. */
export const publicityStarts = "2026-07-27";
export const publicityEnds = "2026-07-31";

const windows = { submissionDeadline: "2026-06-30", recommendationDeadline: "2026-07-20" };

/** Takes one case from the opening of its round to the first day of its publicity, 09:00. @throws Error when a step is refused */
export async function publishCase(url: string, setClock: (instant: string) => Promise<void>): Promise<PublishedCase> {
  const { city, roundPath, applicationPath } = await receiveCase(url);
  const experts = await openPool(url, city);
  await reviewCase(city, experts, applicationPath, { totals: [80, 82, 84], dueOn: windows.recommendationDeadline });
  await setClock(`${publicityStarts}T09:00:00+08:00`);
  await untilReview(city, roundPath);
  requireDone(await act(city, applicationPath, "propose"));
  requireDone(await act(city, roundPath, "propose-list"));
  const days = { startsOn: publicityStarts, endsOn: publicityEnds, officialPublishedOn: publicityStarts };
  const { id: noticeId, cases } = await publishList(city, roundPath.slice(roundPath.lastIndexOf("/") + 1), days);
  const [listed] = cases;
  if (listed === undefined) throw new Error("the list that was published is empty");
  return { city, noticeId, applicationId: listed.applicationId, platformName: listed.platformName };
}

/** Takes one case from the opening of its round to the city, where it waits for experts. @throws Error when a step is refused */
export async function receiveCase(
  url: string,
): Promise<{ readonly city: Session; readonly roundPath: string; readonly applicationPath: string }> {
  const city = await signIn(url, "city");
  const made = await make(city, "/api/v1/rounds", { year: 2026, ...windows, noticeTitle: "2026年度申报通知" });
  const roundId = (made.body as { id: string }).id;
  const roundPath = `/api/v1/rounds/${roundId}`;
  requireDone(await act(city, roundPath, "open"));
  const applicationPath = await recommendCase(url, roundId);
  requireDone(await act(city, applicationPath, "receive", { reason: "推荐部门已当面核对原件" }));
  return { city, roundPath, applicationPath };
}

/** A case that its district has recommended. Its path. */
export async function recommendCase(url: string, roundId: string): Promise<string> {
  const district = await signIn(url, "district");
  const workers = { applicant: await signIn(url, "applicant"), colleague: await signIn(url, "applicant"), district };
  const work = { line: new Line(() => {}), draw: drawFrom(1), roundId };
  let path = "";
  await workThrough(work, workers, 1, ({ applicationPath }) => {
    path = applicationPath;
  });
  const letter = { documentNumber: "金工信〔2026〕5号", issuedOn: journeyDay, rank: 1, opinion: "同意推荐。" };
  requireDone(await act(district, path, "recommend", letter));
  return path;
}

function requireDone({ status, body }: Answer): void {
  if (status !== 200) throw new Error(`a step is refused: ${status} ${JSON.stringify(body)}`);
}
