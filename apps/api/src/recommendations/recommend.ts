import type { ActResult, CreateRecommendation, RecommendApplication } from "@shifan/contract";
import { appendEntry, type Database } from "@shifan/db";
import { articleOfRefusal, mayEver } from "@shifan/rules";
import type { On, Person } from "../acts/begin.ts";
import { describeResult } from "../acts/describe-result.ts";
import { type ActOutcome, type CreationOutcome, type InputErrors, invalid } from "../acts/outcome.ts";
import { policyInForce } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { checkDay } from "../organizations/input.ts";
import { beginLetter, lockRoundsOf, noteLetter } from "./letter.ts";
import { recommendCase } from "./recommend-case.ts";

/** Recommends one case. @returns the id of its letter: a new one, or the one of that number that the district has already */
export async function recommendApplication(
  services: ProcedureServices,
  on: On,
  body: RecommendApplication,
): Promise<ActOutcome<string>> {
  return services.database.transaction(async (transaction) => {
    await lockRoundsOf(transaction, [on.id]);
    const letter = beginLetter(body);
    const outcome = await recommendCase(services, transaction, on, letter, body);
    await noteLetter(transaction, on.actor, letter, services.clock.now());
    return outcome.kind === "accepted" ? { ...outcome, result: letter.kept?.id ?? "" } : outcome;
  });
}

/** The same rank or case twice in one request. */
function checkRepeated(applications: CreateRecommendation["applications"]): InputErrors {
  return applications.flatMap(({ id, rank }, index) => {
    const before = applications.slice(0, index);
    return [
      ...(before.some((each) => each.id === id)
        ? [{ path: `/applications/${index}/id`, code: "repeated", message: "这一件写了两次" }]
        : []),
      ...(before.some((each) => each.rank === rank)
        ? [{ path: `/applications/${index}/rank`, code: "repeated", message: `第${rank}名写了两次` }]
        : []),
    ];
  });
}

/**
 * Recommends many cases in one letter (推荐文件), each decided by itself: one that is refused does not stop the others. Where none can be recommended
 * there is no letter, and the answer says what stands in the way of each.
 */
export async function createRecommendation(
  services: ProcedureServices,
  transaction: Database,
  actor: Person,
  body: CreateRecommendation,
): Promise<CreationOutcome<{ id: string; results: ActResult[] }>> {
  if (!mayEver(actor, "recommendations", "create")) return refusePermission(services, transaction, actor);
  const { applications, issuedOn } = body;
  const errors = [...checkDay(issuedOn, "/issuedOn", services.clock.today()), ...checkRepeated(applications)];
  if (errors.length > 0) return invalid(...errors);
  const ids = applications.map(({ id }) => id);
  await lockRoundsOf(transaction, ids);
  const letter = beginLetter(body);
  const results = new Map<string, ActResult>();
  // Locked in one order, whatever the ranks, so that two letters at the same moment do not wait for each other.
  for (const each of applications.toSorted((left, right) => (left.id < right.id ? -1 : 1))) {
    const { id, revision } = each;
    results.set(
      id,
      describeResult(id, await recommendCase(services, transaction, { actor, id, revision }, letter, each)),
    );
  }
  await noteLetter(transaction, actor, letter, services.clock.now());
  const inOrder = ids.flatMap((id) => results.get(id) ?? []);
  if (letter.kept === null || letter.written === null) return invalid(...inOrder.flatMap(refusedAt));
  return { kind: "accepted", result: { id: letter.kept.id, results: inOrder }, revision: 1 };
}

async function refusePermission(
  services: ProcedureServices,
  transaction: Database,
  actor: Person,
): Promise<CreationOutcome<never>> {
  const code = "not_permitted";
  const policy = await policyInForce(services);
  const article = articleOfRefusal(policy.document, code);
  const [under] = actor.grants;
  await appendEntry(transaction, {
    at: services.clock.now(),
    actor: {
      userId: actor.userId,
      role: under?.role ?? "public",
      district: under?.district ?? null,
      onBehalfOf: under?.onBehalfOf ?? null,
    },
    resource: "recommendations",
    recordId: null,
    act: "create",
    outcome: code,
    article,
    ground: null,
    fields: [],
    relation: null,
    state: null,
    before: null,
    revision: null,
  });
  return { kind: "refused", code, params: {}, article };
}

/** The same as a fault of the request, where no letter came of it. */
function refusedAt({ outcome, detail, article, errors }: ActResult, index: number): InputErrors {
  const at = `/applications/${index}`;
  if (errors.length > 0) {
    return errors.map(({ path, ...error }) => ({
      path: path === "/issuedOn" ? path : `${at}${path}`,
      ...error,
    }));
  }
  return [{ path: at, code: outcome, message: `${detail ?? ""}${article === null ? "" : `（${article}）`}` }];
}
