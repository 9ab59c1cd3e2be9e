import { randomUUID } from "node:crypto";
import type { CreateOrganization } from "@shifan/contract";
import {
  type Database,
  findOrganization,
  findOrganizationByUscc,
  insertMandate,
  insertOrganization,
  listMandates,
  lockOrganization,
  type MandateRow,
  readOrganizationFile,
  seal,
  updateOrganization,
} from "@shifan/db";
import type { Person } from "../acts/begin.ts";
import { type CreationOutcome, invalid } from "../acts/outcome.ts";
import { performCreationIn } from "../acts/perform.ts";
import { policyInForce } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { checkDay, checkDistrict, readUscc } from "./input.ts";
import { mandateSubject, noException, organizationSubject, relationOfOrganization } from "./subject.ts";

type Holder = { name: string; phone: string };

/** What was put on record: the organization, and the mandate where a person claimed one. */
export type Registered = { id: string; mandate: MandateRow | null };

/**
 * Puts an organization on record by its code. An applicant claims to act for it in the same step; where it is on record already, the claim alone
 * is added. Staff enter an organization for a paper dossier.
 */
export async function registerOrganization(
  services: ProcedureServices,
  transaction: Database,
  actor: Person,
  request: CreateOrganization,
): Promise<CreationOutcome<Registered>> {
  const today = services.clock.today();
  const policy = await policyInForce(services, today);
  const read = readUscc(request.uscc);
  const isApplicant = actor.grants.some(({ role }) => role === "applicant");
  const errors = [
    ...("errors" in read ? read.errors : []),
    ...checkDistrict(policy, request.district),
    ...(request.nameFromOn === undefined ? [] : checkDay(request.nameFromOn, "/nameFromOn", today)),
    ...(isApplicant && request.holder === undefined
      ? [{ path: "/holder", code: "required", message: "请写明经办人的姓名和电话" }]
      : []),
  ];
  if (errors.length > 0 || "errors" in read) return invalid(...errors);
  const { uscc } = read;
  const known = await findOrganizationByUscc(transaction, uscc);
  if (known !== null && request.holder !== undefined) {
    return claimOrganization(services, transaction, actor, known.id, request.holder);
  }
  if (known !== null) {
    const elsewhere = known.district === request.district ? "" : "，推荐部门是另一个；请市工信局改推荐部门以后再录入";
    return invalid({ path: "/uscc", code: "on_record", message: `这个代码的单位已经登记过${elsewhere}` });
  }
  const at = services.clock.now();
  const id = randomUUID();
  const relation = relationOfOrganization({ id, district: request.district });
  const created = await performCreationIn(
    transaction,
    organizationSubject(services),
    { actor, act: "create", relation, policy, at },
    {
      context: async () => noException,
      write: async (inside) => {
        const organization = await insertOrganization(inside, {
          id,
          uscc,
          district: request.district,
          name: request.name,
          nameSource: isApplicant ? "申报单位登记" : "纸质材料",
          fromOn: request.nameFromOn ?? today,
          at,
        });
        return {
          row: await readOrganizationFile(inside, organization),
          result: { id },
          fields: ["uscc", "district", "names"],
        };
      },
    },
  );
  if (created.kind !== "accepted") return created;
  if (request.holder !== undefined) return claimOrganization(services, transaction, actor, id, request.holder);
  return { ...created, result: { id, mandate: null } };
}

/**
 * Claims to act for an organization. The first claim opens drafting at once; one beside another's is contested: the claimant learns that there
 * is somebody, not who, and the district decides.
 *
 * @param idOrUscc the organization's id or its code
 */
export async function claimOrganization(
  services: ProcedureServices,
  transaction: Database,
  actor: Person,
  idOrUscc: string,
  holder: Holder,
): Promise<CreationOutcome<Registered>> {
  const found =
    (await findOrganization(transaction, idOrUscc)) ?? (await findOrganizationByUscc(transaction, idOrUscc.trim()));
  const organization = found && (await lockOrganization(transaction, found.id));
  if (organization === null) return { kind: "unknown" };
  const today = services.clock.today();
  const policy = await policyInForce(services, today);
  const mandates = await listMandates(transaction, organization.id);
  const own = mandates.find(
    ({ userId, state }) =>
      userId === actor.userId && (state === "claimed" || state === "contested" || state === "confirmed"),
  );
  if (own !== undefined) {
    return { kind: "accepted", result: { id: organization.id, mandate: own }, revision: organization.revision };
  }
  const isTaken = mandates.some(({ state }) => state === "claimed" || state === "confirmed");
  const at = services.clock.now();
  const id = randomUUID();
  return performCreationIn(
    transaction,
    mandateSubject(services, id),
    {
      actor,
      act: isTaken ? "contest-mandate" : "claim",
      relation: relationOfOrganization(organization, actor.userId),
      policy,
      at,
    },
    {
      context: async () => ({ isTaken, hasPapers: false }),
      write: async (inside, { to }) => {
        const found = await readOrganizationFile(inside, organization);
        const mandate = await insertMandate(inside, {
          id,
          organizationId: organization.id,
          userId: actor.userId,
          state: to,
          holderName: holder.name,
          holderPhone: seal(services.personalKeys, holder.phone),
          licenceFileId: null,
          authorizationFileId: null,
          claimedAt: at,
        });
        const touched = await updateOrganization(inside, organization.id, {});
        const file = await readOrganizationFile(inside, touched);
        return {
          row: { ...file, mandate },
          before: { ...found, mandate },
          result: { id: organization.id, mandate },
          fields: ["mandates"],
        };
      },
    },
  );
}
