import { randomUUID } from "node:crypto";
import type { ConnectOfficeGroup } from "@shifan/contract";
import {
  type Database,
  endAddress,
  equalityHashes,
  findOfficeGroup,
  insertOfficeGroup,
  keepRecipient,
  type OfficeGroupRow,
  openAddress,
  sealMap,
  updateOfficeGroup,
} from "@shifan/db";
import { permittingGrant } from "@shifan/rules";
import type { On } from "../acts/begin.ts";
import { type ActOutcome, invalid } from "../acts/outcome.ts";
import { performAct, performActIn, performCreationIn } from "../acts/perform.ts";
import { policyInForce } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { readRobotKey } from "./robot-key.ts";
import { officeGroupSubject, relationOfOffice } from "./subject.ts";

/** Two connect the same office for the first time at the same moment: the table itself lets one of them pass. */
class ConnectedMeanwhile extends Error {}

const unreadable = {
  path: "/robot",
  code: "format",
  message: "请贴群机器人的Webhook地址（里面有 key=），或者 key= 后面的一串密钥",
};

/** Has the reminders of an office said in a group as well, or from now on in another one. The revision of an office without a group is 0. */
export async function connectOfficeGroup(
  services: ProcedureServices,
  on: On,
  { name, robot }: ConnectOfficeGroup,
): Promise<ActOutcome<OfficeGroupRow>> {
  const { database, clock } = services;
  const { actor, id: office, revision } = on;
  const at = clock.now();
  const key = readRobotKey(robot);
  const errors = key === null ? [unreadable] : [];
  const subject = officeGroupSubject(services);
  const relation = relationOfOffice(office);
  const written = async (transaction: Database) => ({
    office,
    name,
    state: "connected" as const,
    addressId: await openRobot(services, transaction, office, key ?? ""),
    connectedAt: at,
  });
  const connected = database.transaction(async (transaction): Promise<ActOutcome<OfficeGroupRow>> => {
    if ((await findOfficeGroup(transaction, office)) !== null) {
      return performActIn(
        transaction,
        subject,
        { ...on, act: "connect", at },
        {
          check: async () => errors,
          context: async () => null,
          write: async () => {
            const row = await updateOfficeGroup(transaction, office, await written(transaction));
            return { row, result: row, fields: ["name", "state", "addressId", "connectedAt"] };
          },
        },
      );
    }
    const mayAct = permittingGrant(actor, "office_groups", "connect", relation) !== null;
    if (mayAct && revision !== 0) return { kind: "stale", revision: 0, state: "unknown" };
    if (mayAct && errors.length > 0) return invalid(...errors);
    return performCreationIn(
      transaction,
      subject,
      { actor, act: "connect", relation, policy: await policyInForce(services), at },
      {
        context: async () => null,
        write: async () => {
          const row = await insertOfficeGroup(transaction, await written(transaction));
          if (row === null) throw new ConnectedMeanwhile();
          return { row, result: row, fields: ["name", "state", "addressId", "connectedAt"] };
        },
      },
    );
  });
  return connected.catch(async (cause: unknown) => {
    if (!(cause instanceof ConnectedMeanwhile)) throw cause;
    const present = await findOfficeGroup(database, office);
    return { kind: "stale", revision: present?.revision ?? 0, state: present?.state ?? "unknown" };
  });
}

/** The robot as a way to the office; the one before speaks no more. @returns the id of the address */
async function openRobot(
  { personalKeys, clock }: ProcedureServices,
  transaction: Database,
  office: string,
  key: string,
): Promise<string> {
  const at = clock.now();
  const { id: recipientId } = await keepRecipient(transaction, { office }, at);
  const hashes = equalityHashes(personalKeys, key);
  const [addressHash = ""] = hashes;
  const id = randomUUID();
  const personal = sealMap(personalKeys, { address: key });
  await openAddress(transaction, { id, recipientId, channel: "wecom", personal, addressHash, openedAt: at }, hashes);
  return id;
}

/** Nothing is said in the group any more. The key is not kept in use: whoever wants the group back enters its robot again. */
export function disconnectOfficeGroup(services: ProcedureServices, on: On): Promise<ActOutcome<OfficeGroupRow>> {
  const at = services.clock.now();
  return performAct(
    services.database,
    officeGroupSubject(services),
    { ...on, act: "disconnect", at },
    {
      context: async () => null,
      write: async (transaction, { office, addressId }) => {
        // WeCom may have ended it before: the robot is gone from the group.
        await endAddress(transaction, addressId, at, "unlinked");
        const row = await updateOfficeGroup(transaction, office, { state: "disconnected" });
        return { row, result: row, fields: ["state"] };
      },
    },
  );
}
