import type { Delivery, Obligation } from "@shifan/contract";
import { actOn } from "../publicity.ts";
import { reportValues } from "../reports.ts";
import { pathOf } from "./contest.ts";
import type { World } from "./world.ts";

const period = "2026-H1";

/** What is late, the served list, the report of a half, and the package in which its district sends it on. */
export async function contestReporting(world: World): Promise<void> {
  const { contests, city, district, platform, organizationId, goTo } = world;
  goTo("2026-06-10");
  const certificationId = await world.addOwnTitle();
  await world.plan();
  goTo("2026-07-01");
  const filter = encodeURIComponent(JSON.stringify({ certificationId, standing: "late" }));
  const [late] = (await district[0].call(`/api/v1/obligations?filter=${filter}`)).body as Obligation[];
  const reason = { reason: "6月底现场停电" };
  await contests.act("obligations mark-late-reason", district, `/api/v1/obligations/${late?.id}`, reason);
  await world.remind();
  const told = encodeURIComponent(JSON.stringify({ subject: "half_year_report", state: "inbox" }));
  const [delivery] = (await city[0].call(`/api/v1/deliveries?filter=${told}`)).body as Delivery[];
  await contests.act("deliveries resend", city, `/api/v1/deliveries/${delivery?.id}`);
  const list = `/api/v1/organizations/${organizationId}/served-lists/${period}`;
  const rows = [{ enterprise_name: "郑州企业一有限公司", service_summary: "管理咨询", satisfaction: "satisfied" }];
  await contests.actAs("served_lists edit", platform, list, (by, etag) =>
    by.call(list, { method: "PUT", body: { rows }, headers: { "if-match": etag } }),
  );
  const begun = { certificationId, kind: "half_year_report", period };
  const report = pathOf("/api/v1/reports", await contests.rival("reports create", platform, "/api/v1/reports", begun));
  await contests.act("reports edit", platform, report, { values: reportValues() });
  await contests.act("reports submit", platform, report);
  await contests.act("reports return", district, report, { reason: "缺培训人次" });
  await actOn(platform[0], report, "submit");
  await contests.act("reports forward", district, report);
  await contests.act("reports receive", city, report);
  const packages = "/api/v1/packages";
  const opened = { district: "410105", kind: "half_year_package", period };
  const sent = pathOf(packages, await contests.rival("packages create", district, packages, opened));
  const { missing } = (await district[0].call(sent)).body as { missing: { obligationId: string }[] };
  const explained = Object.fromEntries(missing.map(({ obligationId }) => [obligationId, "平台正在停业整顿"]));
  await contests.act("packages edit", district, sent, { missing: explained });
  const document = { documentNumber: "金工信〔2026〕9号" };
  await contests.act("packages send", district, sent, document);
  await contests.act("packages send-back", city, sent, { reason: "缺一家的总结" });
  await actOn(district[0], sent, "send", document);
  await contests.act("packages receive", city, sent);
}
