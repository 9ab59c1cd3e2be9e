import { randomUUID } from "node:crypto";
import { type Database, findUserByEmail, insertRoleGrant, insertUser, setPasswordHash } from "@shifan/db";
import type { StaffRole } from "@shifan/rules";
import { scryptHashes } from "../accounts/password-hashes.ts";
import type { Clock } from "../clock.ts";

export const demonstrationPassword = "demo-shifan-2026";
const domain = "demo.shifan";

type Demonstration = { mailbox: string; name: string; role: StaffRole | null; district?: string; until?: string };

/** Everybody who takes part, so that each side of the procedure can be tried. */
const people: readonly Demonstration[] = [
  { mailbox: "admin", name: "演示·管理员", role: "administrator" },
  { mailbox: "city", name: "演示·市工信局甲", role: "city" },
  { mailbox: "city2", name: "演示·市工信局乙", role: "city" },
  { mailbox: "district", name: "演示·金水区", role: "district", district: "410105" },
  { mailbox: "district2", name: "演示·高新区", role: "district", district: "410172" },
  { mailbox: "expert", name: "演示·专家甲", role: "expert" },
  { mailbox: "expert2", name: "演示·专家乙", role: "expert" },
  { mailbox: "expert3", name: "演示·专家丙", role: "expert" },
  // An auditor's account is for a stated period; the demonstration's is a long one.
  { mailbox: "auditor", name: "演示·监察审计", role: "auditor", until: "2099-12-31" },
  { mailbox: "applicant", name: "演示·申报单位", role: null },
  { mailbox: "platform", name: "演示·示范平台", role: null },
];

/** The demonstration's e-mails, in the order in which they are shown. */
export const demonstrationEmails = people.map(({ mailbox }) => `${mailbox}@${domain}`);

/** Everybody knows the password of these: outside of a demonstration they are closed, whatever the database was used for before. */
export function isDemonstrationEmail(email: string): boolean {
  return email.endsWith(`@${domain}`);
}

/** Adds the demonstration's accounts where they are not there yet. */
export function addDemonstrationAccounts(services: { database: Database; clock: Clock }): Promise<void> {
  return addPeople(services, people);
}

/** Adds those who fill the demonstration's city and are not shown: an officer for each district, more experts, and who acts for each organization. */
export function addBackgroundAccounts(
  services: { database: Database; clock: Clock },
  {
    districts,
    experts,
    applicants,
  }: { districts: readonly string[]; experts: readonly string[]; applicants: readonly string[] },
): Promise<void> {
  return addPeople(services, [
    ...districts.map((district) => ({
      mailbox: officerMailbox(district),
      name: "演示·推荐部门",
      role: "district" as const,
      district,
    })),
    ...experts.map((mailbox) => ({ mailbox, name: "演示·专家", role: "expert" as const })),
    ...applicants.map((mailbox) => ({ mailbox, name: "演示·经办人", role: null })),
  ]);
}

/** The mailbox of the officer who acts for a district in the demonstration. */
export function officerMailbox(district: string): string {
  return `officer-${district}`;
}

async function addPeople(
  { database, clock }: { database: Database; clock: Clock },
  added: readonly Demonstration[],
): Promise<void> {
  const at = clock.now();
  const missing: Demonstration[] = [];
  for (const person of added) {
    if ((await findUserByEmail(database, `${person.mailbox}@${domain}`)) === null) missing.push(person);
  }
  if (missing.length === 0) return;
  const passwordHash = await scryptHashes.hash(demonstrationPassword);
  // All or nothing: a start that was broken off begins anew, and of two starts at the same moment one adds them.
  await database.transaction(async (transaction) => {
    for (const { mailbox, name, role, district, until } of missing) {
      const id = randomUUID();
      const kind = role === null ? ("applicant" as const) : ("staff" as const);
      if (!(await insertUser(transaction, { id, name, email: `${mailbox}@${domain}`, kind, createdAt: at }))) return;
      await setPasswordHash(transaction, { accountId: randomUUID(), userId: id, passwordHash, at });
      if (role === null) continue;
      const grant = { id: randomUUID(), userId: id, role, district: district ?? null, untilOn: until ?? null };
      await insertRoleGrant(transaction, { ...grant, fromOn: "2020-01-01", createdAt: at });
    }
  });
}

/** What the operator is told of them. */
export function describeDemonstration(): string {
  return `演示数据，不具效力\n  演示账号（密码都是 ${demonstrationPassword}）\n${demonstrationEmails.map((email) => `    ${email}\n`).join("")}`;
}
