import { read } from "../../procedure.ts";
import type { Office } from "./office.ts";
import type { Task } from "./task.ts";

interface Owed {
  readonly id: string;
  readonly kind: string;
  readonly standing: string;
}

async function lateInspection({ people, setClock }: Office): Promise<string> {
  await setClock("2027-02-15T09:30:00+08:00");
  const { body } = await read<readonly Owed[]>(people.district, "/api/v1/obligations?range=[0,99]");
  const late = body.find(({ kind, standing }) => kind === "periodic_inspection" && standing === "late");
  if (late === undefined) throw new Error("no inspection is late");
  return `/api/v1/obligations/${late.id}`;
}

/** What comes up when the year is over. */
export const laterTasks: readonly Task[] = [
  { act: "obligations.mark-late-reason", by: "district", at: lateInspection, fields: { 理由: "人员调整，正在补查" } },
  {
    act: "packages.create",
    by: "district",
    at: async ({ setClock }) => {
      await setClock("2027-02-15T09:30:00+08:00");
      return "/api/v1/packages";
    },
    button: "准备报送件",
    fields: { 推荐部门: { choose: /金水/ }, 类别: { pick: "年度报送件" }, 所属期间: "2026" },
  },
];
