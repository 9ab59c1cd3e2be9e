import type { FunnelPath, RoundFunnel } from "@shifan/contract";
import { suite } from "@shifan/db/testing";
import { type ApplicationState, applicationStates } from "@shifan/rules";
import { beforeAll, expect, it } from "vitest";
import type { Browser } from "../../testing/accounts.ts";
import { createSettableClock, createTestApp, type TestApp } from "../../testing/app.ts";
import { addOpenRound, signUp } from "../../testing/applications.ts";
import { addAcceptedCase, addOfficer } from "../../testing/cases.ts";

const reached = ({ stages }: FunnelPath) =>
  Object.fromEntries(stages.map(({ stage, reached: count }) => [stage, count]));
const standing = ({ stages }: FunnelPath) =>
  Object.fromEntries(stages.map(({ stage, standing: count }) => [stage, count]));

/** A round as a funnel: one case in every state, of two districts. */
export const roundFunnelsSuite = suite("a round as a funnel", (open) => {
  let app: TestApp;
  let roundId = "";
  const people: Record<string, Browser> = {};
  const funnel = async (by: string, id = roundId) => {
    const answer = await people[by]?.call(`/api/v1/rounds/${id}/funnel`);
    return { status: answer?.status, body: answer?.body as RoundFunnel };
  };

  beforeAll(async () => {
    app = await createTestApp({ opened: open(), clock: createSettableClock(), demo: true });
    people.city = await addOfficer(app, "city@funnel.example", "city");
    people.auditor = await addOfficer(app, "auditor@funnel.example", "auditor");
    people.district = await addOfficer(app, "district@funnel.example", "district", "410105");
    people.expert = await addOfficer(app, "expert@funnel.example", "expert");
    people.administrator = await addOfficer(app, "administrator@funnel.example", "administrator");
    people.applicant = (await signUp(app, "applicant@funnel.example")).browser;
    roundId = await addOpenRound(app);
    const place = async (n: number, state: ApplicationState, district: string, isHandedIn = true) => {
      const id = await addAcceptedCase(app, { roundId, uscc: `91410100MA${String(n).padStart(8, "0")}`, district });
      await app.database.execute(
        `update applications set state = '${state}', reason = '理由', returned = '{"until": "2026-06-30"}', is_handed_in = ${isHandedIn} where id = '${id}'`,
      );
    };
    let n = 0;
    for (const state of applicationStates) await place(++n, state, "410105", state !== "draft");
    await place(++n, "withdrawn", "410105", false);
    await place(++n, "lapsed", "410105", false);
    await place(++n, "certified", "410102");
  });

  it("counts what stands at each stage and what is known to have come through it; what was never handed in is nobody's business", async () => {
    const { body } = await funnel("city");
    expect(body).toMatchObject({ roundId, year: 2026, state: "open", asOf: "2026-06-10" });
    // All states but the draft, and the one of the other district.
    expect(body.all.handedIn).toBe(applicationStates.length - 1 + 1);
    expect(standing(body.all)).toEqual({
      handed_in: 2,
      accepted: 1,
      surveyed: 1,
      recommended: 1,
      received: 1,
      reviewed: 1,
      proposed: 1,
      in_publicity: 2,
      certified: 2,
    });
    expect(reached(body.all)).toEqual({
      handed_in: 17,
      accepted: 12,
      surveyed: 10,
      recommended: 9,
      received: 8,
      reviewed: 7,
      proposed: 5,
      in_publicity: 4,
      certified: 2,
    });
    expect(body.all.ended.map(({ state, count }) => [state, count])).toEqual([
      ["not_recommended", 1],
      ["not_selected", 1],
      ["rejected", 1],
      ["withdrawn", 1],
      ["lapsed", 1],
    ]);
    expect([body.all.returned, body.all.objected]).toEqual([1, 1]);
    expect(body.byDistrict.map(({ name, handedIn }) => [name, handedIn])).toEqual([
      ["中原区", 1],
      ["金水区", 16],
    ]);
  });

  it("shows a district its own cases, the supervisors all, and nobody else anything", async () => {
    const own = (await funnel("district")).body;
    expect(own.byDistrict.map(({ key }) => key)).toEqual(["410105"]);
    expect(own.all.handedIn).toBe(16);
    expect((await funnel("auditor")).body.all).toEqual((await funnel("city")).body.all);
    for (const by of ["expert", "administrator", "applicant"]) expect((await funnel(by)).status).toBe(404);
  });

  it("knows of a draft of a round for the city alone", async () => {
    const draft = await addOpenRound(app, 2027);
    await app.database.execute(`update rounds set state = 'draft' where id = '${draft}'`);
    expect((await funnel("city", draft)).body.all.handedIn).toBe(0);
    expect((await funnel("district", draft)).status).toBe(404);
    expect((await funnel("city", "none")).status).toBe(404);
  });

  it("is read by an account without a role in force as everybody reads the round, and no further", async () => {
    const former = await addOfficer(app, "former@funnel.example", "city");
    await app.database.execute(
      `update role_grants set until_on = '2026-06-01', from_on = '2026-01-01' where user_id = (select id from users where email = 'former@funnel.example')`,
    );
    expect(await former.call(`/api/v1/rounds/${roundId}`)).toMatchObject({
      status: 200,
      body: { id: roundId, allowedActs: [] },
    });
    await app.database.execute(`update rounds set state = 'draft' where id = '${roundId}'`);
    expect((await former.call(`/api/v1/rounds/${roundId}`)).status).toBe(404);
    await app.database.execute(`update rounds set state = 'open' where id = '${roundId}'`);
  });
});
