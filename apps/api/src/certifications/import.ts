import { randomUUID } from "node:crypto";
import type { ImportedTitle } from "@shifan/contract";
import {
  type CertificationRow,
  confirmCertification,
  type Database,
  findOrganizationByUscc,
  insertCertification,
  insertOrganization,
  readOrganizationFile,
} from "@shifan/db";
import { type Actor, parseDate } from "@shifan/rules";
import type { On } from "../acts/begin.ts";
import { type ActOutcome, type CreationOutcome, type InputErrors, invalid } from "../acts/outcome.ts";
import { performAct, performCreationIn } from "../acts/perform.ts";
import { policyOfRound } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { checkDistrict, readUscc } from "../organizations/input.ts";
import { noException, organizationSubject, relationOfOrganization } from "../organizations/subject.ts";
import { certificationSubject, relationOfTitle } from "./subject.ts";

const days = ["validFrom", "validTo", "endedOn", "endServedOn"] as const;

function checkTitle(title: ImportedTitle, at: number): InputErrors {
  const path = `/titles/${at}`;
  const code = readUscc(title.uscc);
  const noDay = days.flatMap((name) => {
    const day = title[name];
    return day !== null && parseDate(day) === undefined
      ? [{ path: `${path}/${name}`, code: "no_such_day", message: "没有这一天，请再核对一下日期" }]
      : [];
  });
  const hasEnded = title.state !== "valid";
  return [
    ...("errors" in code ? code.errors.map((error) => ({ ...error, path: `${path}/uscc` })) : []),
    ...noDay,
    ...(title.validTo <= title.validFrom
      ? [{ path: `${path}/validTo`, code: "order", message: "有效期最后一天应晚于第一天" }]
      : []),
    ...(hasEnded && title.endedOn === null
      ? [{ path: `${path}/endedOn`, code: "required", message: "取消或撤销的，要写决定日期" }]
      : []),
    ...(!hasEnded && title.endedOn !== null
      ? [{ path: `${path}/endedOn`, code: "not_allowed", message: "有效的资格没有取消或撤销日期" }]
      : []),
    ...(title.endServedOn !== null && title.endedOn !== null && title.endServedOn < title.endedOn
      ? [{ path: `${path}/endServedOn`, code: "order", message: "送达日期不能早于决定日期" }]
      : []),
  ];
}

/**
 * Enters titles that exist already, from papers. One that is wrong refuses all: an import is checked as a whole. Each bears on nothing until a
 * second officer has confirmed it.
 */
export async function importTitles(
  services: ProcedureServices,
  transaction: Database,
  actor: Actor & { userId: string },
  titles: readonly ImportedTitle[],
): Promise<CreationOutcome<{ id: string; ids: string[] }>> {
  const today = services.clock.today();
  const policy = await policyOfRound(
    services.catalog,
    { policyId: services.defaultPolicy, policyVersion: null },
    today,
  );
  const errors = titles.flatMap((title, at) => [
    ...checkTitle(title, at),
    ...checkDistrict(policy, title.district).map((error) => ({ ...error, path: `/titles/${at}/district` })),
  ]);
  if (errors.length > 0) return invalid(...errors);
  const ids: string[] = [];
  for (const title of titles) {
    const entered = await importTitle(services, transaction, actor, title, today);
    if (entered.kind !== "accepted") return entered;
    ids.push(entered.result.id);
  }
  return { kind: "accepted", result: { id: ids.join(","), ids }, revision: 1 };
}

async function importTitle(
  services: ProcedureServices,
  transaction: Database,
  actor: Actor & { userId: string },
  title: ImportedTitle,
  today: string,
): Promise<CreationOutcome<CertificationRow>> {
  const at = services.clock.now();
  const policy = await policyOfRound(
    services.catalog,
    { policyId: services.defaultPolicy, policyVersion: null },
    today,
  );
  const code = readUscc(title.uscc);
  const uscc = "uscc" in code ? code.uscc : title.uscc;
  const organizationId =
    (await findOrganizationByUscc(transaction, uscc))?.id ??
    (await enter(services, transaction, actor, { ...title, uscc }));
  const { uscc: _uscc, organizationName: _name, ...kept } = title;
  return performCreationIn(
    transaction,
    certificationSubject(services),
    {
      actor,
      act: "import",
      relation: relationOfTitle({ organizationId, district: title.district, confirmedBy: null }),
      policy,
      at,
      ground: title.source,
    },
    {
      context: async () => ({ isConfirmed: false, isSamePerson: false }),
      write: async (inside) => {
        const row = await insertCertification(inside, {
          ...kept,
          id: randomUUID(),
          organizationId,
          applicationId: null,
          roundId: null,
          importedBy: actor.userId,
          confirmedBy: null,
          createdAt: at,
        });
        return { row, result: row, fields: Object.keys(kept) };
      },
    },
  );
}

/** Puts the organization of a title on record that has had nothing to do with the product yet. */
async function enter(
  services: ProcedureServices,
  transaction: Database,
  actor: Actor,
  { uscc, organizationName, district, validFrom, source }: ImportedTitle,
): Promise<string> {
  const today = services.clock.today();
  const policy = await policyOfRound(
    services.catalog,
    { policyId: services.defaultPolicy, policyVersion: null },
    today,
  );
  const at = services.clock.now();
  const id = randomUUID();
  await performCreationIn(
    transaction,
    organizationSubject(services),
    { actor, act: "create", relation: relationOfOrganization({ id, district }), policy, at, ground: source },
    {
      context: async () => noException,
      write: async (inside) => {
        const names = { name: organizationName, nameSource: source, fromOn: validFrom < today ? validFrom : today };
        const organization = await insertOrganization(inside, { id, uscc, district, ...names, at });
        return { row: await readOrganizationFile(inside, organization), result: id, fields: ["uscc", "names"] };
      },
    },
  );
  return id;
}

/** Confirms an imported title: another officer than the one who entered it has seen the papers. */
export function confirmTitle(services: ProcedureServices, on: On): Promise<ActOutcome<CertificationRow>> {
  const userId = on.actor.userId ?? "";
  return performAct(
    services.database,
    certificationSubject(services),
    { ...on, act: "confirm", at: services.clock.now() },
    {
      context: async (_, title) => ({
        isConfirmed: title.confirmedBy !== null,
        isSamePerson: title.importedBy === userId,
      }),
      write: async (transaction, title) => {
        const row = await confirmCertification(transaction, title.id, userId);
        return { row, result: row, fields: ["confirmedBy"] };
      },
    },
  );
}
