import {
  type ApplicationRow,
  appendEntry,
  type Database,
  findApplication,
  lockApplication,
  updateApplication,
} from "@shifan/db";
import {
  type Actor,
  applicationMachine,
  articleOfAct,
  type FormValues,
  type Grant,
  openActs,
  type Policy,
} from "@shifan/rules";
import type { Person } from "../acts/begin.ts";
import type { ActOutcome } from "../acts/outcome.ts";
import { performActIn } from "../acts/perform.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { applicationContext } from "../applications/context.ts";
import { applicationSubject, policyOfApplication, relationOfApplication } from "../applications/subject.ts";

/** Who changes a part of which form, in the state of the part that they have seen. */
export type EditOn = {
  readonly actor: Person;
  readonly id: string;
  /** The tag of the part; null for what does not rest on a state, such as one more row. */
  readonly tag: string | null;
};

/** A colleague was first: how the part stands now. */
export type StalePart = {
  readonly kind: "stale";
  readonly tag: string;
  readonly revision: number;
  readonly state: string;
  readonly values?: FormValues;
};

export type EditOutcome<Result> = Exclude<ActOutcome<Result>, { kind: "stale" }> | StalePart;

/** What a change comes to: the part's own entry in the audit trail, or nothing where it was so already. */
export type Edited<Result> = {
  readonly result: Result;
  /** Names of the fields or columns that were changed. */
  readonly fields: readonly string[];
  readonly entry: {
    readonly resource: "application_sections" | "application_lists";
    readonly part: string;
    readonly state: unknown;
    /** The state before; null where there was none. */
    readonly before: unknown;
    /** Null: the version of the form's data, which grows with every change, tells which is the later. */
    readonly revision: number | null;
  } | null;
};

/** A change, ready to be written; or why it cannot be. */
export type PreparedEdit<Result> =
  | Exclude<EditOutcome<Result>, { kind: "accepted" | "refused" }>
  | { readonly kind: "ready"; write(transaction: Database, at: Date): Promise<Edited<Result>> };

/** Whether the act `edit` is open to the actor on the application as it is. */
function isOpenTo(actor: Actor, application: ApplicationRow): boolean {
  const { state } = application;
  const relation = relationOfApplication(application);
  return openActs(applicationMachine, { state, relation, actor }).includes("edit");
}

/** The policy of a form that the actor may change now; null where nothing needs to be prepared, since the act will be refused. */
export async function policyOfOpenForm(
  services: ProcedureServices,
  { actor, id }: Pick<EditOn, "actor" | "id">,
): Promise<Policy | null> {
  const application = await findApplication(services.database, id);
  if (application === null || !isOpenTo(actor, application)) return null;
  return policyOfApplication(services, services.database, application);
}

/** Changes one part of a form in a transaction of its own. */
export function editForm<Result>(
  services: ProcedureServices,
  on: EditOn,
  prepare: (transaction: Database, application: ApplicationRow, policy: Policy) => Promise<PreparedEdit<Result>>,
): Promise<EditOutcome<Result>> {
  return services.database.transaction((transaction) => editFormIn(services, transaction, on, prepare));
}

/**
 * Changes one part of a form: the application is locked, the part is looked at, the act `edit` is decided, the part is written with an entry of
 * its own, and the version of the form's data grows by one. Two colleagues on two parts wait for each other and never disturb each other.
 */
export async function editFormIn<Result>(
  services: ProcedureServices,
  transaction: Database,
  { actor, id }: EditOn,
  prepare: (transaction: Database, application: ApplicationRow, policy: Policy) => Promise<PreparedEdit<Result>>,
): Promise<EditOutcome<Result>> {
  const application = await lockApplication(transaction, id);
  if (application === null) return { kind: "unknown" };
  const policy = await policyOfApplication(services, transaction, application);
  // Whoever may not change the form gets the act's own refusal, and learns nothing of the part.
  const prepared = isOpenTo(actor, application) ? await prepare(transaction, application, policy) : null;
  if (prepared !== null && prepared.kind !== "ready") return prepared;
  const at = services.clock.now();
  const outcome = await performActIn(
    transaction,
    applicationSubject(services),
    { actor, id, act: "edit", revision: null, at },
    {
      context: (inside, row) => applicationContext(services, inside, row, policy),
      write: async (inside, row, { grant }) => {
        if (prepared === null) throw new Error("an act that is not open was accepted");
        const { result, fields, entry } = await prepared.write(inside, at);
        if (entry === null) return { row, result, fields: [] };
        const changed = await updateApplication(inside, id, at, { dataVersion: row.dataVersion + 1 });
        await noteEdit(inside, { actor, grant, policy, at, application: changed, fields, entry });
        return { row: changed, result, fields: [entry.part] };
      },
    },
  );
  if (outcome.kind === "stale") throw new Error("an act that rests on no revision cannot be stale");
  return outcome;
}

type Noted = {
  actor: Actor;
  grant: Grant;
  policy: Policy;
  at: Date;
  application: ApplicationRow;
  fields: readonly string[];
  entry: NonNullable<Edited<unknown>["entry"]>;
};

async function noteEdit(
  transaction: Database,
  { actor, grant, policy, at, application, fields, entry }: Noted,
): Promise<void> {
  await appendEntry(transaction, {
    at,
    actor: { userId: actor.userId, role: grant.role, district: grant.district, onBehalfOf: grant.onBehalfOf },
    resource: entry.resource,
    recordId: `${application.id}/${entry.part}`,
    act: "edit",
    outcome: "accepted",
    article: articleOfAct(policy.document, "applications", "edit"),
    ground: null,
    fields,
    relation: relationOfApplication(application),
    state: entry.state,
    before: entry.before,
    revision: entry.revision ?? application.dataVersion,
  });
}
