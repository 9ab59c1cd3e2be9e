import { randomUUID } from "node:crypto";
import type { CreateExpert, EditExpert } from "@shifan/contract";
import {
  type Database,
  type ExpertRow,
  findExpertOfUser,
  findUserByEmail,
  insertExpert,
  listLiveGrants,
  lockUser,
  updateExpert,
} from "@shifan/db";
import { type Actor, permittingGrant } from "@shifan/rules";
import type { On } from "../acts/begin.ts";
import { type ActOutcome, type CreationOutcome, type InputErrors, invalid } from "../acts/outcome.ts";
import { performAct, performCreationIn } from "../acts/perform.ts";
import { policyInForce } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { expertSubject, relationOfExpert } from "./subject.ts";

type FoundAccount = { userId: string | null } | { errors: InputErrors };

/**
 * The account behind an e-mail: one that an administrator has given the role of an expert, and of nobody else in the pool. The account is kept
 * from others until the transaction ends, so that two experts cannot get it at the same moment.
 *
 * @param except the expert who may have it already
 */
async function findAccount(
  { clock }: Pick<ProcedureServices, "clock">,
  transaction: Database,
  email: string | null,
  except: string | null,
): Promise<FoundAccount> {
  if (email === null) return { userId: null };
  const refused = (code: string, message: string) => ({ errors: [{ path: "/email", code, message }] });
  const user = await findUserByEmail(transaction, email.toLowerCase());
  const grants = user === null ? [] : await listLiveGrants(transaction, user.id, clock.today(), []);
  if (user === null || !grants.some(({ role }) => role === "expert")) {
    return refused("unknown_account", "没有用这个邮箱登录的专家账号，请先由管理员邀请，角色是专家");
  }
  await lockUser(transaction, user.id);
  const other = await findExpertOfUser(transaction, user.id);
  return other !== null && other.id !== except
    ? refused("account_taken", `这个账号已经是专家库里${other.name}的`)
    : { userId: user.id };
}

function checkFields(fields: readonly string[] | undefined): InputErrors {
  return (fields ?? []).flatMap((field, at) =>
    (fields ?? []).indexOf(field) < at
      ? [{ path: `/fields/${at}`, code: "repeated", message: "每个专业领域只写一次" }]
      : [],
  );
}

/** Takes an expert into the pool. */
export async function createExpert(
  services: ProcedureServices,
  transaction: Database,
  actor: Actor,
  { email, ...values }: CreateExpert,
): Promise<CreationOutcome<ExpertRow>> {
  const { clock } = services;
  const policy = await policyInForce(services);
  const at = clock.now();
  // Faults of the input are told to nobody who may not create.
  const mayCreate = permittingGrant(actor, "experts", "create", relationOfExpert({ userId: null })) !== null;
  const account = mayCreate ? await findAccount(services, transaction, email, null) : { userId: null };
  const errors = mayCreate ? [...checkFields(values.fields), ...("errors" in account ? account.errors : [])] : [];
  if (errors.length > 0 || "errors" in account) return invalid(...errors);
  return performCreationIn(
    transaction,
    expertSubject(services),
    { actor, act: "create", relation: relationOfExpert(account), policy, at },
    {
      context: async () => null,
      write: async (inside, { to }) => {
        const row = await insertExpert(inside, { id: randomUUID(), ...values, ...account, state: to, at });
        return { row, result: row, fields: ["userId", ...Object.keys(values)] };
      },
    },
  );
}

/** Changes what the pool says of an expert. Reviews keep the account with which they were given. */
export function editExpert(
  services: ProcedureServices,
  on: On,
  { email, ...values }: EditExpert,
): Promise<ActOutcome<ExpertRow>> {
  let account: FoundAccount | null = null;
  return performAct(
    services.database,
    expertSubject(services),
    { ...on, act: "edit", at: services.clock.now() },
    {
      check: async (transaction, { id }) => {
        if (email !== undefined) account = await findAccount(services, transaction, email, id);
        return [...checkFields(values.fields), ...(account !== null && "errors" in account ? account.errors : [])];
      },
      context: async () => null,
      write: async (transaction, { id }) => {
        const changes = { ...values, ...account };
        const row = await updateExpert(transaction, id, changes);
        return { row, result: row, fields: Object.keys(changes) };
      },
    },
  );
}

/** Takes an expert out of the pool, or back into it. Reviews under way go on. */
export function moveExpert(
  services: ProcedureServices,
  on: On,
  act: "retire" | "reinstate",
  reason: string | null,
): Promise<ActOutcome<ExpertRow>> {
  return performAct(
    services.database,
    expertSubject(services),
    { ...on, act, ground: reason, at: services.clock.now() },
    {
      context: async () => null,
      write: async (transaction, { id }, { to }) => {
        const row = await updateExpert(transaction, id, { state: to });
        return { row, result: row, fields: ["state"] };
      },
    },
  );
}
