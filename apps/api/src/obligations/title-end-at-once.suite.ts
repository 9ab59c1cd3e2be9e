import { findObligationOf } from "@shifan/db";
import { type HeldDatabase, holdCommits, suite } from "@shifan/db/testing";
import { beforeAll, expect, it } from "vitest";
import type { Browser } from "../../testing/accounts.ts";
import { createSettableClock, createTestApp, policyId, type TestApp } from "../../testing/app.ts";
import { addOrganization } from "../../testing/applications.ts";
import { addOfficer } from "../../testing/cases.ts";
import { plannedCheck } from "../../testing/inspections.ts";
import { addTitle } from "../../testing/titles.ts";
import { planObligations } from "./plan.ts";
import { exemptOpenObligations } from "./title-end.ts";

const cityActor = {
  userId: "officer",
  grants: [{ role: "city" as const, district: null, organizations: [], onBehalfOf: null }],
};

/** A title ends while something is planned for it, or for its district. */
export const titleEndAtOnceSuite = suite("the end of a title and what is planned at the same moment", (open) => {
  const clock = createSettableClock();
  let held: HeldDatabase;
  let app: TestApp;
  let city: Browser;

  const services = () => ({ database: app.database, catalog: app.catalog, clock, defaultPolicy: policyId });
  const end = (id: string) => () =>
    app.database.transaction(async (inside) => {
      const endedOn = clock.today();
      await inside.execute(`update certifications set state = 'revoked', ended_on = '${endedOn}' where id = '${id}'`);
      await exemptOpenObligations(services(), inside, { certificationId: id, endedOn, actor: cityActor });
    });
  const title = async (uscc: string, district: string) => {
    const organizationId = await addOrganization(app, uscc, null);
    return addTitle(app, { organizationId, district, validFrom: "2026-11-20", validTo: "2029-11-20" });
  };

  beforeAll(async () => {
    held = holdCommits(open());
    app = await createTestApp({ opened: held.opened, demo: true, clock });
    clock.set(new Date("2027-03-01T09:00:00+08:00"));
    city = await addOfficer(app, "city@at-once.example", "city");
  });

  it("leaves the package of the district owed, for which another platform owes a report by then", async () => {
    const first = await title("91410100MA3000001A", "410102");
    await planObligations(services());
    const second = await title("91410100MA3000002B", "410102");
    await held.overlap(end(first), () => planObligations(services()));
    const half = { subject: second, period: "2027-H1" };
    expect(await findObligationOf(app.database, { kind: "half_year_report", ...half })).toMatchObject({ state: "due" });
    const sent = { kind: "half_year_package" as const, subject: "410102", period: "2027-H1" };
    expect(await findObligationOf(app.database, sent)).toMatchObject({ state: "due", exemption: null });
  });

  it("asks nobody to an appraisal any more", async () => {
    const id = await title("91410100MA3000003C", "410103");
    const path = await plannedCheck(city, { kind: "appraisal", certificationId: id, plannedOn: clock.today() });
    const tag = (await city.call(path)).headers.get("etag") ?? "";
    const body = { noticeText: "现场核对服务台账。", takesPlaceOn: "2027-04-30" };
    const notify = () => city.call(`${path}/notify`, { body, headers: { "if-match": tag } });
    const [, asked] = await held.overlap(end(id), notify);
    expect(asked).toMatchObject({ status: 409, body: { code: "title_not_valid" } });
    const period = path.split("/").at(-1) ?? "";
    expect(await findObligationOf(app.database, { kind: "appraisal", subject: id, period })).toBeNull();
  });
});
