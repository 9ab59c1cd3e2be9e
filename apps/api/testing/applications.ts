import { randomUUID } from "node:crypto";
import {
  insertApplication,
  insertMandate,
  insertOrganization,
  insertRoleGrant,
  insertRound,
  insertUser,
  type OpenDatabase,
  seal,
  setPasswordHash,
  updateApplication,
  updateRound,
} from "@shifan/db";
import type { ApplicationState, StaffRole } from "@shifan/rules";
import { type Browser, createBrowser, goodPassword, signIn } from "./accounts.ts";
import { morning, policyId, type TestApp, testPersonalKeys } from "./app.ts";
import { quickHashes } from "./password-hashes.ts";

type Database = Pick<OpenDatabase, "database">;

/** A round that takes applications on the morning of the tests; one for each year. */
export async function addOpenRound({ database }: Database, year = 2026): Promise<string> {
  const id = randomUUID();
  await insertRound(database, {
    id,
    policyId,
    year,
    at: morning,
    submissionDeadline: "2026-09-25",
    recommendationDeadline: "2026-10-15",
    submissionEvent: "online",
    copies: 3,
    binding: "胶装",
    counterAddress: "测试路1号",
    noticeTitle: "",
    quota: null,
    noticeText: "",
  });
  await updateRound(database, id, { state: "open", policyVersion: 1, openedOn: "2026-06-01" });
  return id;
}

/** An organization for which a person acts. @returns the organization's id */
export async function addOrganization({ database }: Database, uscc: string, userId: string | null): Promise<string> {
  const id = randomUUID();
  const at = morning;
  await insertOrganization(database, {
    id,
    uscc,
    district: "410105",
    name: "郑州测试服务有限公司",
    nameSource: "测试",
    fromOn: "2020-01-01",
    at,
  });
  if (userId === null) return id;
  await insertMandate(database, {
    id: randomUUID(),
    organizationId: id,
    userId,
    state: "claimed",
    holderName: "王五",
    holderPhone: seal(testPersonalKeys, "13800000000"),
    licenceFileId: null,
    authorizationFileId: null,
    claimedAt: at,
  });
  return id;
}

/** An application as it comes into being: a draft online, or a paper dossier at the counter. */
export async function addApplication(
  { database }: Database,
  {
    roundId,
    organizationId,
    uscc,
    isPaper = false,
  }: { roundId: string; organizationId: string; uscc: string; isPaper?: boolean },
): Promise<string> {
  const id = randomUUID();
  await insertApplication(database, {
    id,
    roundId,
    organizationId,
    district: "410105",
    origin: isPaper ? "paper" : "online",
    isHandedIn: isPaper,
    receivedOn: isPaper ? "2026-06-10" : null,
    enteredBy: "u",
    enteredOn: "2026-06-10",
    at: morning,
    organizationName: "郑州测试服务有限公司",
    uscc,
  });
  return id;
}

/** Puts an application into a state after handing in, without the acts that lead there. */
export async function putIntoState({ database }: Database, id: string, state: ApplicationState): Promise<void> {
  const returned = { kind: "correction", until: "2026-06-30", on: "2026-06-10", defects: [], resubmittedOn: null };
  await updateApplication(database, id, morning, {
    state,
    isHandedIn: true,
    receivedOn: "2026-06-10",
    returned: state === "returned" ? returned : null,
  });
}

/** A signed-in applicant. */
export async function signUp(app: TestApp, email: string): Promise<{ browser: Browser; userId: string }> {
  const browser = createBrowser(app);
  const body = { name: "王五", email, password: goodPassword };
  const answer = await browser.call("/api/v1/auth/sign-up/email", { body });
  return { browser, userId: (answer.body as { user: { id: string } }).user.id };
}

/** A signed-in member of staff with one role; the app must be one of demonstration, which asks for no second factor. */
export async function signInStaff(
  app: TestApp,
  email: string,
  role: StaffRole,
  district: string | null = null,
): Promise<Browser> {
  const { database } = app;
  const userId = randomUUID();
  await insertUser(database, { id: userId, name: "李四", email, kind: "staff", createdAt: morning });
  const passwordHash = await quickHashes.hash(goodPassword);
  await setPasswordHash(database, { accountId: randomUUID(), userId, passwordHash, at: morning });
  const untilOn = role === "auditor" ? "2026-12-31" : null;
  const fromOn = "2026-01-01";
  await insertRoleGrant(database, { id: randomUUID(), userId, role, district, fromOn, untilOn, createdAt: morning });
  const browser = createBrowser(app);
  await signIn(browser, email);
  return browser;
}

export type TrailEntry = {
  resource: string;
  record: string;
  act: string;
  outcome: string;
  fields: string[];
  state: string | null;
  revision: number | null;
};

/** What the audit trail has of an application and of the parts of its form, in its order. */
export async function trailOf({ database }: Database, id: string): Promise<TrailEntry[]> {
  const found: unknown = await database.execute(
    `select resource, record_id as record, act, outcome, fields, state_hash as state, revision from audit_entries
     where record_id = '${id}' or record_id like '${id}/%' order by id`,
  );
  return (Array.isArray(found) ? found : (found as { rows: unknown[] }).rows) as TrailEntry[];
}
