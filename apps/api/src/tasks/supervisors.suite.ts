import type { Task } from "@shifan/contract";
import { sequenceEntries, signCheckpoint } from "@shifan/db";
import { suite } from "@shifan/db/testing";
import { beforeAll, expect, it } from "vitest";
import { addStaff } from "../../testing/accounts.ts";
import { createSettableClock, createTestApp, type TestApp } from "../../testing/app.ts";
import { auditKeys } from "../../testing/audit-keys.ts";
import { addOfficer } from "../../testing/cases.ts";
import { follow, sentences, tasksOf } from "../../testing/tasks.ts";

/** What waits for those who look after the officers: the auditor and the administrator; and for one who stands in for another. */
export const supervisorsTasksSuite = suite("what waits for an auditor, an administrator and a stand-in", (open) => {
  const clock = createSettableClock(new Date("2026-09-14T01:30:00Z"));
  let app: TestApp;

  const run = (statement: string) => app.database.execute(statement);
  const idOf = (email: string) => `(select id from users where email = '${email}')`;

  beforeAll(async () => {
    app = await createTestApp({ opened: open(), clock, demo: true });
  });

  it("shows the auditor complaints about staff and nothing of the city's, and how the trail is signed", async () => {
    const auditor = await addOfficer(app, "auditor@tasks.example", "auditor");
    await run(`insert into complaints (id, receipt_number, subject, state, target, received_on, personal, created_at, revision) values
      ('c1', 'N1', 'platform', 'open', '某平台', '2026-09-02', '{}', '2026-09-02T00:00:00Z', 1),
      ('c2', 'N2', 'staff', 'open', '某人', '2026-09-03', '{}', '2026-09-03T00:00:00Z', 1)`);
    const { tasks } = await tasksOf(auditor);
    expect(sentences(tasks)).toEqual([
      "staff_complaints_to_reply 对工作人员的投诉待答复1件，最早9月3日收到（第十六条）",
    ]);
    expect(await follow(auditor, tasks[0] as Task)).toBe(1);

    // Signing in was written down; the trail is signed up to it.
    await run(`insert into audit_entries (id, at, actor_user_id, role, resource, record_id, act, outcome, fields, body)
      values ('e1', '2026-09-14T01:00:00Z', 'u', 'city', 'rounds', 'r', 'edit', 'refused', '[]', '{}')`);
    await run(`insert into audit_unsequenced values ('e1')`);
    expect((await tasksOf(auditor)).checkpoint).toMatchObject({ at: null, size: 0, isRecent: false });
    await sequenceEntries(app.database, { limit: 1_000 });
    expect((await tasksOf(auditor)).checkpoint?.isRecent).toBe(false);
    await signCheckpoint(app.database, auditKeys, clock.now());
    const { checkpoint } = await tasksOf(auditor);
    expect(checkpoint).toMatchObject({ at: "2026-09-14T09:30:00+08:00", isRecent: true });
    expect(checkpoint?.text).toMatch(/^操作记录9月14日09:30签名，共\d+条$/);
    await run(`insert into audit_entries (id, at, actor_user_id, role, resource, record_id, act, outcome, fields, body)
      values ('e2', '2026-09-14T01:25:00Z', 'u', 'city', 'rounds', 'r', 'edit', 'refused', '[]', '{}')`);
    await run(`insert into audit_unsequenced values ('e2')`);
    expect((await tasksOf(auditor)).checkpoint?.isRecent).toBe(true);
    clock.forward(400);
    expect((await tasksOf(auditor)).checkpoint).toMatchObject({ isRecent: false });
    expect((await tasksOf(auditor)).checkpoint?.text).toContain("9月14日09:25以后的记录还没有签名");
  });

  it("shows the administrator accounts to see to, and no case", async () => {
    const administrator = await addOfficer(app, "administrator@tasks.example", "administrator");
    await run(`update users set two_factor_enabled = true`);
    await run(
      `insert into holiday_years (year, source, recorded_at, revision) values (2026, '通知', '2025-11-10T00:00:00Z', 1) on conflict do nothing`,
    );
    expect((await tasksOf(administrator)).tasks).toEqual([]);
    await run(`insert into users (id, name, email, kind, created_at, updated_at) values
      ('invited', '孙七', 'invited@tasks.example', 'staff', '2026-08-01T00:00:00Z', '2026-08-01T00:00:00Z')`);
    await run(`insert into invitations (token_hash, user_id, created_at, expires_at)
      values ('hash', 'invited', '2026-08-01T00:00:00Z', '2026-08-08T00:00:00Z')`);
    const plain = await addStaff(app, "plain@tasks.example");
    await run(`insert into role_grants (id, user_id, role, from_on, until_on, created_at)
      values ('g', '${plain}', 'city', '2026-01-01', '2026-09-30', '2026-01-01T00:00:00Z')`);
    await run(`insert into stand_ins (id, officer_id, stand_in_id, from_on, until_on, created_at)
      values ('s', '${plain}', 'invited', '2026-09-01', '2026-09-20', '2026-09-01T00:00:00Z')`);
    const { tasks } = await tasksOf(administrator);
    expect(sentences(tasks)).toEqual([
      "stand_ins_ending 30天内代管到期的账号1个，最早9月20日",
      "roles_ending 30天内角色到期的账号1个，最早9月30日",
      "invitations_expired 邀请过期、还没有启用的账号1个，需要重新邀请",
      "second_factor_missing 没有设置二次验证的工作账号1个",
    ]);
    for (const task of tasks) expect(await follow(administrator, task)).toBe(1);
    await run(`update users set two_factor_enabled = false where email = 'auditor@tasks.example'`);
    const [both] = (await tasksOf(administrator)).tasks.filter(({ kind }) => kind === "second_factor_missing");
    expect(both?.count).toBe(2);
    expect(await follow(administrator, both as Task)).toBe(2);
  });

  it("shows whoever stands in for another the other's work, as the other's, and the own work once", async () => {
    const officer = await addOfficer(app, "officer@tasks.example", "district", "410105");
    const other = await addOfficer(app, "other@tasks.example", "district", "410102");
    await run(`insert into stand_ins (id, officer_id, stand_in_id, from_on, until_on, created_at)
      values ('s2', ${idOf("officer@tasks.example")}, ${idOf("other@tasks.example")}, '2026-09-01', '2026-09-20', '2026-09-01T00:00:00Z')`);
    for (const district of ["410105", "410102"]) {
      await run(`insert into obligations (id, kind, subject, period, holder, district, state, is_binding, due_on, created_at, revision)
        values ('w${district}', 'annual_package', '${district}', '2025', 'district', '${district}', 'due', true, '2026-01-31', '2026-01-01T00:00:00Z', 1)`);
    }
    const own = (await tasksOf(officer)).tasks.map(({ district, onBehalfOf }) => [district, onBehalfOf]);
    expect(own).toEqual([["410105", null]]);
    const both = (await tasksOf(other)).tasks.map(({ district, onBehalfOf }) => [district, onBehalfOf !== null]);
    expect(both.toSorted()).toEqual([
      ["410102", false],
      ["410105", true],
    ]);
  });
});
