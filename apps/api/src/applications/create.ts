import { randomUUID } from "node:crypto";
import type { CreateApplication } from "@shifan/contract";
import {
  type ApplicationRow,
  type Database,
  findOrganizationName,
  findRound,
  insertApplication,
  lockOrganization,
} from "@shifan/db";
import { parseDate, type Relation } from "@shifan/rules";
import type { Person } from "../acts/begin.ts";
import { type CreationOutcome, invalid } from "../acts/outcome.ts";
import { performCreationIn } from "../acts/perform.ts";
import { policyOfRound } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { checkDistrict } from "../organizations/input.ts";
import { applicationContext, standingBesideOthers } from "./context.ts";
import { applicationSubject } from "./subject.ts";

/**
 * Begins an application: a draft of the applicant's own, or a paper dossier typed in by the district with the day on which it was received. A
 * ban or a title does not stand in the way of drafting.
 */
export async function createApplication(
  services: ProcedureServices,
  transaction: Database,
  actor: Person,
  request: CreateApplication,
): Promise<CreationOutcome<ApplicationRow>> {
  const round = await findRound(transaction, request.roundId);
  // Locked, so that of two begun at the same moment the second sees the first.
  const organization = await lockOrganization(transaction, request.organizationId);
  if (round === null || organization === null || round.state === "draft") return { kind: "unknown" };
  const today = services.clock.today();
  const policy = await policyOfRound(services.catalog, round, today);
  const district = request.district ?? organization.district;
  const isPaper = actor.grants.some(({ role }) => role === "district");
  const receivedOn = isPaper ? (request.receivedOn ?? null) : null;
  const errors = [
    ...checkDistrict(policy, district),
    ...(isPaper && receivedOn === null
      ? [{ path: "/receivedOn", code: "required", message: "录入纸质材料要写收到日期" }]
      : []),
    ...(receivedOn !== null && (parseDate(receivedOn) === undefined || receivedOn > today)
      ? [{ path: "/receivedOn", code: "no_such_day", message: "收到日期应为今天或以前的一天" }]
      : []),
    ...(!isPaper && request.receivedOn !== undefined
      ? [{ path: "/receivedOn", code: "not_allowed", message: "收到日期只由推荐部门录入纸质材料时填写" }]
      : []),
  ];
  if (errors.length > 0) return invalid(...errors);
  const at = services.clock.now();
  const id = randomUUID();
  const origin = isPaper ? ("paper" as const) : ("online" as const);
  const application = {
    id,
    roundId: round.id,
    organizationId: organization.id,
    district,
    origin,
    isHandedIn: isPaper,
    receivedOn,
    enteredBy: actor.userId,
    enteredOn: today,
    returned: null,
  };
  const relation: Relation = {
    organization: organization.id,
    district,
    account: null,
    isHandedIn: isPaper,
    isPaper,
    isPublished: false,
  };
  const { exceptionGround } = await standingBesideOthers(transaction, application);
  return performCreationIn(
    transaction,
    applicationSubject(services),
    { actor, act: "create", relation, policy, at, ground: exceptionGround },
    {
      context: (inside) => applicationContext(services, inside, application, policy),
      write: async (inside) => {
        const name = await findOrganizationName(inside, organization.id, today);
        const row = await insertApplication(inside, {
          ...application,
          exceptionGround,
          at,
          organizationName: name,
          uscc: organization.uscc,
        });
        return { row, result: row, fields: ["district", "origin", "receivedOn", "exceptionGround"] };
      },
    },
  );
}
