import { daysAfter } from "@shifan/rules";
import type { Person } from "../../person.ts";
import { begin, type Kept, step } from "../record.ts";
import type { Stage } from "../stage.ts";
import type { SupervisedTitle } from "./titles.ts";

/** A look at a title, as far as the play goes by it. */
export type Check = {
  readonly id: string;
  readonly state: string;
  readonly answer: string | null;
  readonly answeredOn: string | null;
  readonly checkedAgainOn: string | null;
  readonly certificationId: string;
  readonly checklist: readonly { readonly item: string }[];
  readonly ratings: readonly { readonly id: string; readonly needsRemark: boolean }[];
};

export const checks = "/api/v1/inspections";

/** Plans a look at a title, once for a key. */
export function planCheck(
  person: Person,
  kind: "periodic_inspection" | "spot_check" | "appraisal",
  title: Pick<SupervisedTitle, "id">,
  plannedOn: string,
): Promise<Kept<Check>> {
  const body = { kind, certificationId: title.id, plannedOn };
  return begin<Check>(person, checks, body, `${kind}-${title.id}-${plannedOn}`);
}

/** The record of a look: every item with the best rating, save where the play says otherwise. */
export function recordOf({ body }: Kept<Check>, carriedOutOn: string, own: object = {}): object {
  const best = body.ratings.find(({ needsRemark }) => !needsRemark)?.id;
  const checklist = body.checklist.map(({ item }) => ({ item, rating: best }));
  return { carriedOutOn, inspectors: "检查组：郭志强、田静", checklist, result: "passed", ...own };
}

/** The district looks at a title and has nothing to say against it. */
export async function inspect(
  stage: Stage,
  title: Pick<SupervisedTitle, "id" | "district">,
  day: string,
): Promise<void> {
  stage.setTime(day);
  const officer = await stage.officerOf(title.district);
  let check = await planCheck(officer, "periodic_inspection", title, day);
  if (check.body.state === "planned") check = await step(officer, check, "record", recordOf(check, day));
  if (check.body.state === "carried_out") await step(officer, check, "close");
}

const toPutRight = {
  findings: "服务台账有三项没有写服务日期，收费公示栏没有更新。",
};

/** The district finds something to be put right. @param again when it looks again; null where that is still awaited */
export async function inspectWithRectification(
  stage: Stage,
  title: SupervisedTitle,
  { day, again }: { day: string; again: string | null },
): Promise<void> {
  stage.setTime(day);
  const officer = await stage.officerOf(title.district);
  let check = await planCheck(officer, "periodic_inspection", title, day);
  if (check.body.state === "planned") {
    const rectifyUntil = daysAfter(day, 60);
    check = await step(officer, check, "record", recordOf(check, day, { ...toPutRight, rectifyUntil }));
  }
  if (again === null || check.body.state !== "carried_out") return;
  stage.setTime(again);
  if (check.body.checkedAgainOn === null) {
    const checkedAgain = "台账已补齐，收费公示栏已更新。";
    check = await step(officer, check, "check-again", { checkedAgainOn: again, checkedAgain, isRectified: true });
  }
  await step(officer, check, "close");
}

/** The district has a look before it. @param on when it is to be @param at the day on which it is planned */
export async function planInspection(
  stage: Stage,
  title: SupervisedTitle,
  { on, at }: { on: string; at: string },
): Promise<void> {
  stage.setTime(at);
  await planCheck(await stage.officerOf(title.district), "periodic_inspection", title, on);
}
