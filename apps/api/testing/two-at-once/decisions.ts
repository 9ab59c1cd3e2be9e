import { onceKey } from "../publicity.ts";
import { pathOf } from "./contest.ts";
import type { World } from "./world.ts";

const finding = { finding: "经查属实", evidence: "处罚决定书" };

/** A revocation from its proposal to its withdrawal. */
export async function contestSanctions(world: World): Promise<void> {
  const { contests, city, others, platform, goTo } = world;
  goTo("2026-06-10");
  const base = "/api/v1/sanctions";
  const certificationId = await world.addOwnTitle();
  const proposal = { kind: "revocation", ground: "unlawful_conduct", certificationId, ...finding };
  const dropped = pathOf(base, await contests.rival("sanctions propose", city, base, proposal));
  await contests.act("sanctions drop", city, dropped, { reason: "事实不清，另行核实" });
  const path = pathOf(base, await contests.rival("sanctions propose", city, base, proposal));
  const act = (name: string, body: object = {}, two = city) => contests.act(`sanctions ${name}`, two, path, body);
  await act("notify");
  await act("state-case", { statement: "已经整改" }, platform);
  await act("hear", { hearing: "听取了陈述，不予采纳" });
  await act("decide", { decision: "资格终止。", documentNumber: "郑工信〔2026〕15号" });
  await act("confirm", {}, others);
  await act("serve", { method: "direct", servedOn: "2026-06-10", receipt: "法定代表人签收" });
  await act("answer", { answer: "处罚决定还在复议" }, platform);
  await act("publish", { officialUrl: "https://gxj.zhengzhou.gov.cn/1.html", publishedOn: "2026-06-10" });
  await act("reinstate", { reason: "处罚决定已被撤销", documentNumber: "郑工信〔2026〕16号" });
}

/** An answer to an unclear passage, and the one that takes its place. */
export async function contestInterpretations({ contests, city, others, goTo }: World): Promise<void> {
  goTo("2026-06-10");
  const base = "/api/v1/interpretations";
  const words = {
    article: "第六条（六）",
    question: "“学历和职称”是有其一，还是两者都有？",
    answer: "两者都有。",
    documentNumber: "郑工信函〔2026〕6号",
  };
  const path = pathOf(base, await contests.make("interpretations create", city[0], base, words));
  await contests.act("interpretations edit", city, path, { answer: "有其一。" });
  await contests.act("interpretations issue", others, path);
  const next = { ...words, supersedesId: path.split("/").at(-1) };
  const { body } = await city[0].call(base, { body: next, headers: onceKey() });
  await contests.act("interpretations supersede", others, path, { byId: (body as { id: string }).id });
}

/** What changes of a unit: taken on record, or not. */
export async function contestOrganizationChanges(world: World): Promise<void> {
  const { contests, district, platform, organizationId, goTo } = world;
  goTo("2026-06-10");
  const base = "/api/v1/organization-changes";
  const told = { kind: "name", fromOn: "2026-06-01", after: "郑州新名服务有限公司", source: "变更登记通知书" };
  const address = `/api/v1/organizations/${organizationId}/changes`;
  const report = async (body: object) =>
    pathOf(base, await contests.make("organization_changes report", platform[0], address, body));
  await contests.act("organization_changes accept", district, await report(told));
  const refused = await report({ ...told, after: "郑州另名服务有限公司" });
  await contests.act("organization_changes refuse", district, refused, { reason: "与登记不一致" });
}

/** Complaints, which the city answers, and those about staff, which the supervisors answer; the calendar, and the groups of offices. */
export async function contestComplaints(world: World): Promise<void> {
  const { contests, city, auditor, administrator, goTo } = world;
  goTo("2026-06-10");
  for (const [resource, subject, two] of [
    ["complaints", "platform", city],
    ["staff_complaints", "staff", auditor],
  ] as const) {
    const writer = world.anybody(`203.0.113.${subject.length}`);
    const complaint = { subject, target: "某某", content: "收费没有公示。" };
    await contests.make(`${resource} file`, writer, "/api/v1/public/complaints", complaint);
    const filter = encodeURIComponent(JSON.stringify({ subject }));
    const [row] = (await two[0].call(`/api/v1/complaints?filter=${filter}`)).body as { id: string }[];
    const path = `/api/v1/complaints/${row?.id}`;
    await contests.act(`${resource} reply`, two, path, { reply: "已责令公示收费标准。" });
    await contests.act(`${resource} close`, two, path, { reason: "已改正" });
  }
  const days = [{ day: "2035-01-01", kind: "off", name: "元旦" }];
  const recorded = { source: "国务院办公厅关于2035年部分节假日安排的通知", days };
  const year = "/api/v1/holidays/2035";
  await contests.actAs("holidays record", administrator, "/api/v1/holidays?year=2035", (by, etag) =>
    by.call(`${year}/record`, { body: recorded, headers: { "if-match": etag } }),
  );
  const group = "/api/v1/office-groups/410105";
  const robot = { name: "企业科工作群", robot: "693a91f6-7a0c-4bc4-97a0-0ec2b1fa5aaa" };
  await contests.act("office_groups connect", administrator, group, robot);
  await contests.act("office_groups disconnect", administrator, group);
}
