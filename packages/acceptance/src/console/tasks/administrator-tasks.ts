import { read } from "../../procedure.ts";
import { doOn, type Office } from "./office.ts";
import type { Task } from "./task.ts";

const ground = { 理由: "岗位调整" };

async function userNamed({ people }: Office, name: string): Promise<string> {
  const { body } = await read<readonly { id: string; name: string }[]>(
    people.administrator,
    "/api/v1/users?range=[0,99]",
  );
  return `/api/v1/users/${body.find((user) => user.name === name)?.id}`;
}

/** What the administrator does through forms that are drawn from their description. */
export const administratorTasks: readonly Task[] = [
  { act: "users.edit", by: "admin", at: (office) => userNamed(office, "演示·专家丙"), fields: { 姓名: "演示·专家丁" } },
  {
    act: "users.grant-role",
    by: "admin",
    at: (office) => userNamed(office, "演示·专家乙"),
    fields: { 角色: { pick: "监察、审计" }, 第一天: "2026-08-01", 最后一天: "2026-08-31", ...ground },
  },
  { act: "users.end-role", by: "admin", at: (office) => userNamed(office, "演示·专家乙"), fields: ground },
  { act: "users.disable", by: "admin", at: (office) => userNamed(office, "演示·高新区"), fields: ground },
  {
    act: "users.enable",
    by: "admin",
    at: async (office) => {
      const path = await userNamed(office, "演示·申报单位");
      return doOn(office.people.administrator, path, "disable", { ground: ground.理由 });
    },
    fields: ground,
  },
];
