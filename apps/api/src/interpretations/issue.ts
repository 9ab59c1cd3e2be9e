import {
  type Database,
  findInterpretation,
  type InterpretationRow,
  insertPolicyVersion,
  listPolicyVersions,
  lockInterpretation,
  lockNewestPolicyVersion,
  updateInterpretation,
} from "@shifan/db";
import { compilePolicy, parseDate, spellDate, withSetting } from "@shifan/rules";
import type { On } from "../acts/begin.ts";
import type { ActOutcome, InputErrors } from "../acts/outcome.ts";
import { performActIn } from "../acts/perform.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { interpretationContext, interpretationSubject } from "./subject.ts";

type Outcome = ActOutcome<InterpretationRow>;

/** Issues a draft; what it takes the place of is superseded in the same transaction. */
export async function issueInterpretation(services: ProcedureServices, on: On): Promise<Outcome> {
  const outcome = await services.database.transaction(async (transaction): Promise<Outcome> => {
    const draft = await findInterpretation(transaction, on.id);
    const superseded = draft?.supersedesId ?? null;
    // The older one first, as where its own act begins: two never wait for each other.
    if (superseded !== null) await lockInterpretation(transaction, superseded);
    const issued = await issueIn(services, transaction, on);
    if (issued.kind !== "accepted" || superseded === null) return issued;
    await supersedeIn(services, transaction, { ...on, id: superseded, revision: null }, issued.result);
    return issued;
  });
  if (outcome.kind === "accepted") await learnOfNewest(services);
  return outcome;
}

/** Has an issued interpretation superseded by the draft that was made for it, which is issued with it. */
export async function supersedeInterpretation(services: ProcedureServices, on: On, byId: string): Promise<Outcome> {
  const outcome = await services.database.transaction((transaction) =>
    performActIn(
      transaction,
      interpretationSubject(services),
      { ...on, act: "supersede", at: services.clock.now() },
      {
        check: async (_, { id }) => {
          // Locked, so that what is asked of it here is what is issued below.
          const by = await lockInterpretation(transaction, byId);
          if (by?.state === "draft" && by.supersedesId === id) return checkDays(services, transaction, by, "/byId");
          return [{ path: "/byId", code: "unknown_interpretation", message: "没有为取代这件解释写的草稿" }];
        },
        context: async () => {
          const by = await findInterpretation(transaction, byId);
          return by === null ? { isSamePerson: false, isComplete: false } : interpretationContext(by, on.actor.userId);
        },
        write: async (_, { id }, { to }) => {
          const issued = await issueIn(services, transaction, { ...on, id: byId, revision: null });
          if (issued.kind !== "accepted") throw new Error(`the draft ${byId} was not issued: ${issued.kind}`);
          const row = await updateInterpretation(transaction, id, { state: to });
          return { row, result: row, fields: ["state"] };
        },
      },
    ),
  );
  if (outcome.kind === "accepted") await learnOfNewest(services);
  return outcome;
}

/** The consequence of issuing what takes its place. Its conditions are that one's, and were asked there. */
async function supersedeIn(
  services: ProcedureServices,
  transaction: Database,
  on: On,
  by: InterpretationRow,
): Promise<void> {
  const outcome = await performActIn(
    transaction,
    interpretationSubject(services),
    { ...on, act: "supersede", at: services.clock.now() },
    {
      context: async () => interpretationContext(by, on.actor.userId),
      write: async (_, { id }, { to }) => {
        const row = await updateInterpretation(transaction, id, { state: to });
        return { row, result: row, fields: ["state"] };
      },
    },
  );
  if (outcome.kind !== "accepted") throw new Error(`${on.id} was not superseded: ${outcome.kind}`);
}

/** Issues a draft, by another person than who wrote it. It counts from the day on which it is issued, or from a later one: it never reaches back. */
function issueIn(services: ProcedureServices, transaction: Database, on: On): Promise<Outcome> {
  const today = services.clock.today();
  return performActIn(
    transaction,
    interpretationSubject(services),
    { ...on, act: "issue", at: services.clock.now() },
    {
      check: async (_, draft) => (draft.state === "draft" ? checkDays(services, transaction, draft, "/fromOn") : []),
      context: async (_, draft) => interpretationContext(draft, on.actor.userId),
      write: async (_, draft, { to, at }) => {
        const issued = { state: to, fromOn: draft.fromOn ?? today, issuedOn: today, issuedBy: on.actor.userId };
        const row = await updateInterpretation(transaction, draft.id, issued);
        const isOfPolicy = await publishEffect(services, transaction, row, at);
        return { row, result: row, fields: [...Object.keys(issued), ...(isOfPolicy ? ["policyVersion"] : [])] };
      },
    },
  );
}

/** A first day that reaches back: before today, or before the day from which the newest version of the policy is in force. */
async function checkDays(
  { clock, defaultPolicy }: ProcedureServices,
  transaction: Database,
  draft: InterpretationRow,
  path: string,
): Promise<InputErrors> {
  const today = clock.today();
  const fromOn = draft.fromOn ?? today;
  if (parseDate(fromOn) === undefined || fromOn < today) {
    return [{ path, code: "too_early", message: `起算日不能早于发布当天${spellDate(today)}，解释不溯及以前` }];
  }
  const newest = changesPolicy(draft) ? await lockNewestPolicyVersion(transaction, defaultPolicy) : null;
  if (newest === null || fromOn >= newest.inForceFrom) return [];
  const message = `办法已有从${spellDate(newest.inForceFrom)}起的版本，起算日不能早于这一天`;
  return [{ path, code: "too_early", message }];
}

/** One that decides a single case says nothing of others. */
const changesPolicy = ({ settingId, recordId }: InterpretationRow) => settingId !== null && recordId === null;

/** Publishes the policy version that an interpretation brings. Whatever was judged by an earlier one, and every round that is open, keeps that. */
async function publishEffect(
  { catalog, defaultPolicy }: ProcedureServices,
  transaction: Database,
  interpretation: InterpretationRow,
  at: Date,
): Promise<boolean> {
  if (!changesPolicy(interpretation)) return false;
  const newest = await lockNewestPolicyVersion(transaction, defaultPolicy);
  if (newest === null) throw new Error(`the policy ${defaultPolicy} has no version to interpret`);
  // As it is in use, with what it lacked of the procedure when it was published.
  const { version } = newest.document;
  const inUse = catalog.all().find(({ id, document }) => id === defaultPolicy && document.version === version);
  const { document } = inUse ?? compilePolicy(newest.document);
  const { settingId, settingValue, fromOn, documentNumber } = interpretation;
  const changed = withSetting(document, {
    id: settingId ?? "",
    value: settingValue ?? "",
    version: version + 1,
    from: fromOn ?? "",
    ground: `市工信局解释，${documentNumber}`,
  });
  // What this release could not use must not come into force.
  compilePolicy(changed);
  await insertPolicyVersion(transaction, changed, at);
  return true;
}

/** Has this process know of a version that may just have been published; the others find it by themselves. */
async function learnOfNewest({ catalog, database, defaultPolicy }: ProcedureServices): Promise<void> {
  const newest = (await listPolicyVersions(database)).findLast(({ document }) => document.id === defaultPolicy);
  if (newest !== undefined) await catalog.find(defaultPolicy, newest.document.version);
}
