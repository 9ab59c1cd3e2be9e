import { addOpenRound, addOrganization } from "../applications.ts";
import type { World } from "./world.ts";

/** What begins the procedure: a round, a unit, a claim to act for it, an application, and a title from papers. */
export async function contestBeginnings(world: World): Promise<void> {
  const { app, contests, city, platform, claimant, organizationId, goTo } = world;
  goTo("2026-06-10");
  const windows = { submissionDeadline: "2031-06-30", recommendationDeadline: "2031-07-20" };
  await contests.rival("rounds create", city, "/api/v1/rounds", { year: 2031, ...windows, noticeTitle: "通知" });
  const holder = { name: "王芳", phone: "0371-67886827" };
  const unit = { uscc: "91410100MA9K12344B", name: "郑州某某企业服务有限公司", district: "410105" };
  await contests.make("organizations create", platform[0], "/api/v1/organizations", { ...unit, holder });
  const known = "91330100799655058B";
  await addOrganization(app, known, null);
  await contests.make("organizations claim", platform[0], `/api/v1/organizations/${known}/claim`, { holder });
  const another = { holder: { ...holder, name: "李雷" } };
  await contests.make("organizations contest-mandate", claimant[0], `/api/v1/organizations/${known}/claim`, another);
  const draft = { roundId: await addOpenRound(app, 2027), organizationId };
  await contests.rival("applications create", platform, "/api/v1/applications", draft);
  const title = {
    uscc: "12100000400002259P",
    organizationName: "某研究院",
    district: "410172",
    platformName: "某研究院服务平台",
    platformType: "specialized",
    documentNumber: "郑工信〔2024〕9号",
    validFrom: "2024-05-01",
    validTo: "2027-05-01",
    state: "valid",
    source: "市工信局档案",
  };
  const papers = { titles: [title] };
  await contests.rival("certifications import", city, "/api/v1/certifications/import", papers);
}
