import { randomUUID } from "node:crypto";
import { insertCertification } from "@shifan/db";
import { suite } from "@shifan/db/testing";
import type { Assessment } from "@shifan/rules";
import { beforeAll, expect, it } from "vitest";
import { call, createTestApp, morning, policyId, type TestApp } from "../../testing/app.ts";
import { addOrganization } from "../../testing/applications.ts";

type Ended = { uscc: string; state: "revoked" | "cancelled"; endServedOn?: string; confirmedBy?: string | null };

const revoked = "91410100MA9K12344B";
const cancelled = "914403001922038216";
const unconfirmed = "91330100799655058B";
const free = "91110108551385082Q";

/** The ban of a revocation in the self-check of whoever gives the code (第十四条), on either database. */
export const bansSuite = suite("the self-check of a code", (open) => {
  let app: TestApp;

  const add = async ({ uscc, state, endServedOn, confirmedBy = "second" }: Ended) => {
    const organizationId = await addOrganization(app, uscc, null);
    const ended = {
      endedOn: "2026-02-10",
      endServedOn: endServedOn ?? null,
      endDocumentNumber: "1",
      endSource: "档案",
    };
    await insertCertification(
      app.database,
      {
        id: randomUUID(),
        organizationId,
        platformName: `平台${uscc}`,
        platformType: "specialized",
        district: "410105",
        state,
        applicationId: null,
        roundId: null,
        documentNumber: "郑工信〔2024〕1号",
        certificateNumber: null,
        validFrom: "2024-03-01",
        validTo: "2027-03-01",
        ...ended,
        source: "档案",
        importedBy: "first",
        confirmedBy,
        createdAt: morning,
      },
      [],
    );
  };
  const evaluate = async (body: object) =>
    (await call(app, `/api/v1/policies/${policyId}/evaluate`, { body })).body as Assessment;
  const briefly = ({ criteria, reapplyBarredUntil }: Assessment) => [
    criteria.find(({ id }) => id === "art14_reapply")?.status,
    reapplyBarredUntil,
  ];

  beforeAll(async () => {
    app = await createTestApp({ opened: open() });
    await add({ uscc: revoked, state: "revoked", endServedOn: "2026-02-15" });
    await add({ uscc: cancelled, state: "cancelled" });
    await add({ uscc: unconfirmed, state: "revoked", confirmedBy: null });
  });

  it.each([
    ["2026-02-14", ["undetermined", null]],
    ["2026-02-15", ["not_met", "2029-02-15"]],
    ["2029-02-15", ["not_met", "2029-02-15"]],
    ["2029-02-16", ["undetermined", null]],
  ])("on %s: %o", async (asOf, expected) => {
    expect(briefly(await evaluate({ facts: { uscc: revoked }, asOf }))).toEqual(expected);
  });

  it("goes by the day of submission that is stated, and before what is stated of titles", async () => {
    const facts = { uscc: " 91410100ma9k12344b", submission_date: "2028-01-01", never_certified: true };
    expect(briefly(await evaluate({ facts }))).toEqual(["not_met", "2029-02-15"]);
    const asked = { facts: { uscc: revoked }, unknown: ["revoked_on", "never_certified"] };
    expect(briefly(await evaluate(asked))).toEqual(["not_met", "2029-02-15"]);
  });

  it.each([
    ["a cancelled title", cancelled],
    ["a revocation that nobody has confirmed", unconfirmed],
    ["nothing on record", free],
    ["no right code", "91410100MA9K12344C"],
  ])("adds nothing for %s", async (_, uscc) => {
    const facts = { never_certified: true };
    const without = await evaluate({ facts });
    const answer = await call(app, `/api/v1/policies/${policyId}/evaluate`, { body: { facts: { ...facts, uscc } } });
    if (answer.status === 422) expect(answer.body).toMatchObject({ errors: [{ path: "/facts/uscc" }] });
    else expect(briefly(answer.body as Assessment)).toEqual(briefly(without));
  });

  it("is told to each of many by the own code", async () => {
    const items = [{ facts: { uscc: free } }, { facts: { uscc: revoked } }, { facts: {} }];
    const { items: assessed } = (await evaluate({ items })) as unknown as { items: Assessment[] };
    expect(assessed.map(({ reapplyBarredUntil }) => reapplyBarredUntil)).toEqual([null, "2029-02-15", null]);
  });
});
