import { randomUUID } from "node:crypto";
import type { CreateInterpretation, EditInterpretation } from "@shifan/contract";
import {
  type Database,
  findInterpretation,
  findSanction,
  findSuccessorOf,
  type InterpretationRow,
  insertInterpretation,
  updateInterpretation,
} from "@shifan/db";
import { findSetting, mayEver, type PolicyDocument, parseDate } from "@shifan/rules";
import type { On, Person } from "../acts/begin.ts";
import { type ActOutcome, type CreationOutcome, type InputErrors, invalid } from "../acts/outcome.ts";
import { performAct, performCreationIn } from "../acts/perform.ts";
import { policyInForce } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { interpretationContext, interpretationSubject, relationOfInterpretation } from "./subject.ts";

type Content = Pick<InterpretationRow, "article" | "fromOn" | "settingId" | "settingValue" | "recordId">;

/** Drafts the city's answer to an unclear passage (第十七条). */
export async function createInterpretation(
  services: ProcedureServices,
  transaction: Database,
  actor: Person,
  body: CreateInterpretation,
): Promise<CreationOutcome<{ id: string }>> {
  const policy = await policyInForce(services);
  if (mayEver(actor, "interpretations", "create")) {
    const errors = [
      ...(await checkContent(transaction, policy.document, body)),
      ...(await checkSuperseded(transaction, body.supersedesId)),
    ];
    if (errors.length > 0) return invalid(...errors);
  }
  const at = services.clock.now();
  return performCreationIn(
    transaction,
    interpretationSubject(services),
    { actor, act: "create", relation: relationOfInterpretation({ state: "draft" }), policy, at },
    {
      context: async () => ({ isSamePerson: false, isComplete: false }),
      write: async (inside, { to }) => {
        const draft = { ...body, id: randomUUID(), state: to, createdBy: actor.userId, createdAt: at };
        const row = await insertInterpretation(inside, draft);
        return { row, result: { id: row.id }, fields: Object.keys(body) };
      },
    },
  );
}

/** Changes a draft. Whoever changes it has written it: another person issues it. */
export function editInterpretation(
  services: ProcedureServices,
  on: On,
  changes: EditInterpretation,
): Promise<ActOutcome<InterpretationRow>> {
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  const { userId } = on.actor;
  return performAct(
    services.database,
    interpretationSubject(services),
    { ...on, act: "edit", at: services.clock.now() },
    {
      check: (transaction, draft, { document }) => checkContent(transaction, document, { ...draft, ...given }),
      context: async (_, draft) => interpretationContext(draft, userId),
      write: async (transaction, { id, createdBy }) => {
        const row = await updateInterpretation(transaction, id, { ...given, createdBy: userId ?? createdBy });
        return { row, result: row, fields: Object.keys(given) };
      },
    },
  );
}

/** What of a draft cannot stand, whoever issues it later. */
async function checkContent(
  transaction: Database,
  document: PolicyDocument,
  { article, fromOn, settingId, settingValue, recordId }: Content,
): Promise<InputErrors> {
  const errors: InputErrors[number][] = [];
  if (!document.articles.some(({ label }) => article.startsWith(label)) && !article.startsWith("附件")) {
    errors.push({
      path: "/article",
      code: "unknown_article",
      message: `请写办法的条款，例如“${document.articles.at(-1)?.label}”`,
    });
  }
  if (fromOn !== null && parseDate(fromOn) === undefined) {
    errors.push({ path: "/fromOn", code: "no_such_day", message: "没有这一天，请再核对一下日期" });
  }
  if ((settingId === null) !== (settingValue === null)) {
    const path = settingId === null ? "/settingId" : "/settingValue";
    errors.push({ path, code: "required", message: "口径和它的取值要一起写" });
  }
  const setting = settingId === null ? undefined : findSetting(document, settingId);
  if (settingId !== null && setting === undefined) {
    errors.push({ path: "/settingId", code: "unknown_setting", message: "办法里没有这个口径" });
  }
  if (
    setting !== undefined &&
    settingValue !== null &&
    !setting.options.some(({ value }) => String(value) === settingValue)
  ) {
    const options = setting.options.map(({ value, label }) => `${value}（${label}）`).join("、");
    errors.push({ path: "/settingValue", code: "not_allowed", message: `只能是：${options}` });
  }
  if (recordId !== null && (await findSanction(transaction, recordId)) === null) {
    errors.push({ path: "/recordId", code: "unknown_record", message: "没有这件取消或撤销" });
  }
  return errors;
}

/** What is superseded is issued, and by one alone. */
async function checkSuperseded(transaction: Database, supersedesId: string | null): Promise<InputErrors> {
  if (supersedesId === null) return [];
  const superseded = await findInterpretation(transaction, supersedesId);
  const path = "/supersedesId";
  if (superseded?.state !== "issued") {
    return [{ path, code: "unknown_interpretation", message: "没有这件已发布的解释，或它已经被取代" }];
  }
  const successor = await findSuccessorOf(transaction, supersedesId);
  return successor === null ? [] : [{ path, code: "on_record", message: "已经有一件草稿要取代它，请改那一件" }];
}
