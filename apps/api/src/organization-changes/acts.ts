import { randomUUID } from "node:crypto";
import type { ReportChange } from "@shifan/contract";
import {
  type Database,
  findOrganization,
  findOrganizationName,
  insertOrganizationChange,
  insertOrganizationName,
  type OrganizationChangeFile,
  type OrganizationRow,
  readOrganizationFile,
  updateOrganization,
  updateOrganizationChange,
} from "@shifan/db";
import { type Actor, permittingGrant } from "@shifan/rules";
import type { On, Person } from "../acts/begin.ts";
import { type ActOutcome, type CreationOutcome, type InputErrors, invalid } from "../acts/outcome.ts";
import { performAct, performActIn, performCreationIn } from "../acts/perform.ts";
import { policyInForce } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { checkDay, keptUscc, readUscc } from "../organizations/input.ts";
import { noException, organizationSubject, relationOfOrganization } from "../organizations/subject.ts";
import { checkChangeFiles } from "./files.ts";
import { organizationChangeSubject, relationOfChange } from "./subject.ts";

type Outcome = Promise<ActOutcome<OrganizationChangeFile>>;

/** Reports what has changed of a unit: by itself, or by its district. Nothing of the unit or its titles changes by that. */
export async function reportChange(
  services: ProcedureServices,
  transaction: Database,
  actor: Person,
  organizationId: string,
  body: ReportChange,
): Promise<CreationOutcome<{ id: string }>> {
  const { clock } = services;
  const today = clock.today();
  const organization = await findOrganization(transaction, organizationId);
  if (organization === null) return { kind: "unknown" };
  const { district } = organization;
  const relation = relationOfChange({ organizationId, district });
  const mayReport = permittingGrant(actor, "organization_changes", "report", relation) !== null;
  if (!mayReport && permittingGrant(actor, "organization_changes", "read", relation) === null)
    return { kind: "unknown" };
  const errors = mayReport
    ? [
        ...checkChange(organization, body, today),
        ...(await checkChangeFiles(transaction, { organizationId, userId: actor.userId }, body.fileIds)),
      ]
    : [];
  if (errors.length > 0) return invalid(...errors);
  const at = clock.now();
  return performCreationIn(
    transaction,
    organizationChangeSubject(services),
    {
      actor,
      act: "report",
      relation,
      policy: await policyInForce(services, today),
      at,
    },
    {
      context: async () => ({ hasReasons: true, isSamePerson: false }),
      write: async (inside, { to }) => {
        const { kind, fromOn, source, fileIds } = body;
        const before = kind === "name" ? await findOrganizationName(inside, organizationId, today) : body.before;
        const row = await insertOrganizationChange(
          inside,
          {
            id: randomUUID(),
            organizationId,
            district,
            kind,
            state: to,
            fromOn,
            before,
            after: kind === "merger" ? keptUscc(body.after) : body.after,
            source,
            reportedBy: actor.userId,
            reportedOn: today,
            createdAt: at,
          },
          fileIds,
        );
        return { row, result: { id: row.id }, fields: ["kind", "fromOn", "before", "after", "source", "fileIds"] };
      },
    },
  );
}

function checkChange({ uscc }: OrganizationRow, { kind, fromOn, after }: ReportChange, today: string): InputErrors {
  const day = checkDay(fromOn, "/fromOn", today);
  if (kind === "name") {
    const isLong = after.length > 200;
    return [...day, ...(isLong ? [{ path: "/after", code: "too_long", message: "名称最多200个字" }] : [])];
  }
  if (kind !== "merger") return day;
  const read = readUscc(after);
  if ("errors" in read) return [...day, ...read.errors.map((error) => ({ ...error, path: "/after" }))];
  const message = "请写合并的另一方的代码，这是本单位自己的";
  return read.uscc === uscc ? [...day, { path: "/after", code: "not_allowed", message }] : day;
}

/** Accepts a change as it was reported. A name goes on record with its day; everything else is kept with the unit, and no title changes by it. */
export function acceptChange(services: ProcedureServices, on: On): Outcome {
  const decidedOn = services.clock.today();
  return performAct(
    services.database,
    organizationChangeSubject(services),
    { ...on, act: "accept", at: services.clock.now() },
    {
      check: (transaction, change) => checkReach(transaction, on.actor, change),
      context: async (_, { reportedBy }) => ({ hasReasons: true, isSamePerson: reportedBy === on.actor.userId }),
      write: async (transaction, change, { to }) => {
        if (change.kind === "name") await recordName(services, transaction, on.actor, change);
        const decided = { state: to, decidedOn, decidedBy: on.actor.userId, reason: null };
        const row = await updateOrganizationChange(transaction, change.id, decided);
        return { row, result: row, fields: ["state", "decidedOn", "decidedBy"] };
      },
    },
  );
}

/** A unit that has gone to another department meanwhile: its name is not for the former one to record. */
async function checkReach(
  transaction: Database,
  actor: Actor,
  { kind, organizationId }: OrganizationChangeFile,
): Promise<InputErrors> {
  const organization = kind === "name" ? await findOrganization(transaction, organizationId) : null;
  if (organization === null) return [];
  const relation = relationOfOrganization(organization);
  if (permittingGrant(actor, "organizations", "record-change", relation) !== null) return [];
  return [{ path: "", code: "moved", message: "这个单位已转到别的推荐部门，请市工信局记录名称" }];
}

/** The name goes on record with the unit, as an act of its own there. */
async function recordName(
  services: ProcedureServices,
  transaction: Database,
  actor: Actor,
  { organizationId, fromOn, after, source }: OrganizationChangeFile,
): Promise<void> {
  const outcome = await performActIn(
    transaction,
    organizationSubject(services),
    { actor, id: organizationId, act: "record-change", revision: null, ground: source, at: services.clock.now() },
    {
      context: async () => noException,
      write: async (_, __, { at }) => {
        await insertOrganizationName(transaction, { organizationId, fromOn, name: after, source, recordedAt: at });
        const changed = await updateOrganization(transaction, organizationId, {});
        const row = await readOrganizationFile(transaction, changed);
        return { row, result: row, fields: ["names"] };
      },
    },
  );
  if (outcome.kind !== "accepted") throw new Error(`the name of ${organizationId} was not recorded: ${outcome.kind}`);
}

/** Does not take a change on record, with the reason. */
export function refuseChange(services: ProcedureServices, on: On, reason: string): Outcome {
  const decidedOn = services.clock.today();
  return performAct(
    services.database,
    organizationChangeSubject(services),
    { ...on, act: "refuse", at: services.clock.now() },
    {
      context: async (_, { reportedBy }) => ({ hasReasons: true, isSamePerson: reportedBy === on.actor.userId }),
      write: async (transaction, { id }, { to }) => {
        const decided = { state: to, decidedOn, decidedBy: on.actor.userId, reason };
        const row = await updateOrganizationChange(transaction, id, decided);
        return { row, result: row, fields: ["state", "decidedOn", "decidedBy", "reason"] };
      },
    },
  );
}
