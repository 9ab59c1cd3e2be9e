import { organizationChangeKindLabels } from "@shifan/contract";
import { findFile, type OrganizationChangeFile } from "@shifan/db";
import { type OrganizationChangeKind, permittingGrant, spellDate } from "@shifan/rules";
import { handlersOn } from "../acts/handlers.ts";
import { answerPaper } from "../documents/answer.ts";
import { organizationChangeDocument } from "../documents/papers/organization-change.ts";
import { problem } from "../http/problem.ts";
import { createRouter } from "../http/router.ts";
import { relationOfChange } from "../organization-changes/subject.ts";
import { describeChange, findVisibleChange } from "../organization-changes/view.ts";
import { type PaperServices, paperRoute, stampedOptions } from "./route.ts";

const documentRoute = paperRoute({
  path: "/api/v1/organization-changes/{id}/document",
  operationId: "printOrganizationChange",
  tags: ["单位变更"],
  summary: "单位变更登记表：变更前后、依据、所附材料、核实情况",
  description: "供盖章。给报告的单位、所在推荐部门和市工信局。",
});

const kindNames: Readonly<Record<OrganizationChangeKind, string>> = {
  ...organizationChangeKindLabels,
  merger: "合并（另一方的统一社会信用代码）",
};

/** What came of the review, in words; nothing while it is open. */
function reviewOf({ state, decidedOn, reason }: OrganizationChangeFile): string {
  if (decidedOn === null) return "";
  const day = spellDate(decidedOn);
  return state === "accepted" ? `${day}核实，记录在案。` : `${day}核实，未予记录：${reason ?? ""}`;
}

/** Papers of changes of units. */
export function organizationChangePaperRoutes(services: PaperServices) {
  const router = createRouter();
  const { clock, database, printer } = services;
  const { onCall } = handlersOn(router, clock);

  const describe = async (
    change: OrganizationChangeFile,
    described: { uscc: string; organizationName: string; effect: string },
  ) => {
    const { kind, before, after, fromOn, source, reportedOn } = change;
    const files = await Promise.all(change.fileIds.map((id) => findFile(database, id)));
    const content = {
      organization: described.organizationName,
      uscc: described.uscc,
      kind: kindNames[kind],
      before,
      after,
      fromOn,
      source,
      files: files.flatMap((file) => file?.name ?? []),
      reportedOn,
      review: reviewOf(change),
      effect: change.state === "refused" ? "没有记录在案，资格不变。" : described.effect,
    };
    return organizationChangeDocument(content, stampedOptions(services, content, change.revision));
  };

  onCall(documentRoute, async (context, { actor }) => {
    const change = await findVisibleChange(database, actor, context.req.valid("param").id);
    if (change === null) return problem(context, "unknown_record");
    const relation = relationOfChange(change);
    if (permittingGrant(actor, "organization_changes", "print", relation) === null) {
      return problem(context, "not_permitted");
    }
    const described = await describe(change, await describeChange(services, actor, change));
    return answerPaper(context, printer, described, { ...context.req.valid("query"), name: "单位变更登记表" });
  });
  return router;
}
