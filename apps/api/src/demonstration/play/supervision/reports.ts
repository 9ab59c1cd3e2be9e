import { createRandom } from "../../random.ts";
import { begin, type Kept, step } from "../record.ts";
import type { Stage } from "../stage.ts";
import type { SupervisedTitle } from "./titles.ts";

type Report = {
  id: string;
  state: string;
  revision: number;
  submittedOn: string | null;
  returnedReason: string | null;
};
type ServedList = { revision: number };

/** How far a report goes before its district sends it on with the others. */
export type ReportGoal = "drafted" | "returned" | "sent_to_district";

const firms = ["鑫源精密机械", "豫康食品", "华盛印务", "恒通电气", "绿野农机", "博雅软件", "金谷包装", "天成建材"];
const services = ["管理诊断", "检验检测", "数字化转型辅导", "政策申报辅导", "用工培训", "融资对接"];

/** The figures and words of a report, the same for the same title and period. */
function valuesOf({ mailbox }: SupervisedTitle, period: string): object {
  const random = createRandom(`report ${mailbox} ${period}`);
  // A whole year has about twice of what a half has.
  const times = period.includes("H") ? 1 : 2;
  const served = random.between(30, 80) * times;
  const unsatisfied = random.between(0, 3) * times;
  const volume = random.between(150, 400) * times;
  return {
    smes_served: served,
    satisfied: served - unsatisfied,
    unsatisfied,
    service_income: `${random.between(40, 180) * times}.5`,
    service_volume_unit: "次",
    total_service_volume: String(volume),
    public_service_volume: String(Math.floor(volume / random.between(3, 5))),
    low_fee_service_volume: String(random.between(0, 20)),
    commissioned_tasks: random.between(0, 3),
    work_done: "按月举办政策宣讲，上门诊断企业，跟踪整改和回访。",
    public_service_work: "免费诊断和公益培训，服务记录可以查到。",
    commissioned_work: "承办区工信部门的数字化转型摸底。",
    charges: "收费项目和标准在服务大厅公示，小微企业八折。",
    next_plans: "增加检测设备共享和线上预约。",
  };
}

/** A platform reports on a period, as far as it goes on a day. */
export async function report(
  stage: Stage,
  title: SupervisedTitle,
  { period, day, goal }: { period: string; day: string; goal: ReportGoal },
): Promise<Kept<Report>> {
  stage.setTime(day);
  const platform = await stage.person(title.mailbox);
  const kind = period.includes("H") ? "half_year_report" : "annual_report";
  const body = { certificationId: title.id, kind, period };
  let made = await begin<Report>(platform, "/api/v1/reports", body, `report-${title.id}-${period}`);
  if (made.body.state !== "drafted" || made.body.returnedReason !== null) return made;
  // A broken-off play finds its draft as it left it: written the same way again, it says the same.
  made = await step(platform, made, "edit", { values: valuesOf(title, period) });
  if (goal === "drafted") return made;
  made = await step(platform, made, "submit");
  if (goal === "sent_to_district") return made;
  const reason = "公益性服务量没有佐证，请附服务记录；委托任务请写明委托文件。";
  return step(await stage.officerOf(title.district), made, "return", { reason });
}

/** A report that comes after its package: the platform says why, the district passes it on by itself, the city receives it. */
export async function reportLate(
  stage: Stage,
  title: SupervisedTitle,
  { period, day }: { period: string; day: string },
): Promise<void> {
  let late = await report(stage, title, { period, day, goal: "sent_to_district" });
  const filter = encodeURIComponent(JSON.stringify({ certificationId: title.id, period, kind: "half_year_report" }));
  const platform = await stage.person(title.mailbox);
  const { body } = await platform.read<{ id: string; lateReason: string | null }[]>(
    `/api/v1/obligations?filter=${filter}`,
  );
  const [owed] = body;
  if (owed?.lateReason === null) {
    const reason = "财务人员更换，上半年服务收入到八月才核对清楚。";
    await platform.act(`/api/v1/obligations/${owed.id}`, "mark-late-reason", { reason });
  }
  if (late.body.state === "sent_to_district") late = await step(await stage.officerOf(title.district), late, "forward");
  if (late.body.state === "forwarded") await step(await stage.person("city"), late, "receive");
}

/** Writes down whom a platform has served in a half. */
export async function keepServedList(
  stage: Stage,
  title: SupervisedTitle,
  { period, day }: { period: string; day: string },
): Promise<void> {
  stage.setTime(day);
  const platform = await stage.person(title.mailbox);
  const path = `/api/v1/organizations/${title.organizationId}/served-lists/${period}`;
  const { body } = await platform.read<ServedList>(path);
  if (body.revision > 0) return;
  const random = createRandom(`served ${title.mailbox} ${period}`);
  const rows = firms.map((firm, at) => ({
    enterprise_name: `郑州${firm}有限公司`,
    contact: `${random.pick(["王", "李", "张", "刘"])}经理`,
    phone: `1370371${String(2_000 + at * 37 + random.between(0, 30))}`,
    service_summary: random.pick(services),
    satisfaction: random.between(0, 9) > 0 ? "satisfied" : "unsatisfied",
  }));
  const told = await platform.ask(path, { method: "PUT", body: { rows }, headers: { "if-match": '"0"' } });
  if (told.status !== 200) throw new Error(`${path}: ${told.status} ${JSON.stringify(told.body)}`);
}
