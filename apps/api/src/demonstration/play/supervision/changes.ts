import { begin, type Kept, step } from "../record.ts";
import type { Stage } from "../stage.ts";
import type { SupervisedTitle } from "./titles.ts";

type Change = { id: string; state: string };

/** A unit reports what has changed of it. */
function reportChange(stage: Stage, title: SupervisedTitle, day: string, change: object): Promise<Kept<Change>> {
  stage.setTime(day);
  const reported = stage.person(title.mailbox);
  const path = `/api/v1/organizations/${title.organizationId}/changes`;
  return reported.then((platform) =>
    begin<Change>(platform, path, change, `change-${title.id}-${day}`, "/api/v1/organization-changes"),
  );
}

/** A unit has another legal representative, and the district takes it on record. */
export async function recordRepresentative(
  stage: Stage,
  title: SupervisedTitle,
  { fromOn, day }: { fromOn: string; day: string },
): Promise<void> {
  const change = await reportChange(stage, title, day, {
    kind: "legal_representative",
    fromOn,
    before: "王建国",
    after: "李思源",
    source: "准予变更登记通知书",
  });
  if (change.body.state === "reported") await step(await stage.officerOf(title.district), change, "accept");
}

/** A unit reports that it has moved within the city, which nobody has reviewed yet. */
export async function reportMove(
  stage: Stage,
  title: SupervisedTitle,
  { fromOn, day }: { fromOn: string; day: string },
): Promise<void> {
  await reportChange(stage, title, day, {
    kind: "address",
    fromOn,
    before: "郑州市科学大道100号",
    after: "郑州市瑞达路96号创业中心2号楼",
    source: "新的营业执照和租赁合同",
  });
}
