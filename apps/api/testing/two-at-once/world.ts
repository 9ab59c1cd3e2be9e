import { insertMandate, seal } from "@shifan/db";
import type { HeldDatabase } from "@shifan/db/testing";
import { addShippedHolidayYears } from "../../src/holidays/shipped-years.ts";
import { createLog } from "../../src/log.ts";
import { planObligations } from "../../src/obligations/plan.ts";
import { planReminders } from "../../src/reminders/plan.ts";
import { createBrowser } from "../accounts.ts";
import { createSettableClock, createTestApp, morning, policyId, type TestApp, testPersonalKeys } from "../app.ts";
import { addOrganization, signUp } from "../applications.ts";
import { addOfficer } from "../cases.ts";
import { remindOnce } from "../reminding.ts";
import { addTitle } from "../titles.ts";
import { createContests, type Two } from "./contest.ts";

/** One city in which all of it happens: two of every office, a unit with a title, and the clock. */
export type World = Awaited<ReturnType<typeof buildWorld>>;

/** The last day to which a contest goes: a session does not outlast the days between. */
const lastDay = "2026-07-01";

export async function buildWorld(held: HeldDatabase) {
  const clock = createSettableClock();
  const goTo = (day: string) => clock.set(new Date(`${day}T09:30:00+08:00`));
  goTo(lastDay);
  const app = await createTestApp({ opened: held.opened, clock, demo: true });
  await addShippedHolidayYears({ database: app.database, clock });
  const officer = (name: string, role: "city" | "district" | "auditor" | "administrator") =>
    addOfficer(app, `${name}@two.example`, role, ...(role === "district" ? ["410105"] : []));
  const twoOf = async (role: "city" | "district" | "auditor" | "administrator"): Promise<Two> => [
    await officer(`${role}1`, role),
    await officer(`${role}2`, role),
  ];
  const city = await twoOf("city");
  const others: Two = [await officer("city3", "city"), await officer("city4", "city")];
  const district = await twoOf("district");
  const auditor = await twoOf("auditor");
  const administrator = await twoOf("administrator");
  const holder = await signUp(app, "holder@two.example");
  const platform: Two = [holder.browser, holder.browser];
  const { browser: stranger } = await signUp(app, "claimant@two.example");
  const claimant: Two = [stranger, stranger];
  const organizationId = await addOrganization(app, "91410100MA0000001A", holder.userId);
  goTo("2026-06-10");

  return {
    app,
    clock,
    goTo,
    city,
    others,
    district,
    auditor,
    administrator,
    platform,
    claimant,
    organizationId,
    contests: createContests(app, held),
    /** A title of the unit that has run for a year. */
    addOwnTitle: () => addTitle(app, { organizationId, validFrom: "2025-03-01", validTo: "2028-03-01" }),
    /** Lets the unit's person act for another unit as well. */
    actForToo: (other: string) => actFor(app, other, holder.userId),
    plan: () => planObligations({ database: app.database, catalog: app.catalog, clock, defaultPolicy: policyId }),
    /** Tells everybody what there is to tell on the day; without any channel it is in their inboxes. */
    remind: async () => {
      const services = {
        database: app.database,
        catalog: app.catalog,
        clock,
        defaultPolicy: policyId,
        personalKeys: testPersonalKeys,
        channels: new Map(),
        publicUrl: "https://two.example",
        log: createLog("silent"),
      };
      await planReminders(services);
      await remindOnce(services);
    },
    anybody: (address: string) => createBrowser(app, address),
  };
}

async function actFor({ database }: TestApp, organizationId: string, userId: string): Promise<void> {
  await insertMandate(database, {
    id: `mandate of ${organizationId}`,
    organizationId,
    userId,
    state: "claimed",
    holderName: "王五",
    holderPhone: seal(testPersonalKeys, "13800000000"),
    licenceFileId: null,
    authorizationFileId: null,
    claimedAt: morning,
  });
}
