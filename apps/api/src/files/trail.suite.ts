import { findStandingMandates, updateMandate } from "@shifan/db";
import { suite } from "@shifan/db/testing";
import { beforeAll, expect, it } from "vitest";
import type { Browser } from "../../testing/accounts.ts";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import {
  addApplication,
  addOpenRound,
  addOrganization,
  putIntoState,
  signInStaff,
  signUp,
  trailOf,
} from "../../testing/applications.ts";
import { pdf } from "../../testing/file-samples.ts";

const encoded = (text: string) => Buffer.from(text).toString("base64");

/** Papers hold personal data of third persons: who has read one and who has removed one stands in the trail. */
export const fileTrailSuite = suite("files in the trail", (open) => {
  let app: TestApp;
  let applicant: Browser;
  let district: Browser;
  let organizationId: string;
  let id: string;

  beforeAll(async () => {
    app = await createTestApp({ opened: open(), demo: true });
    const uscc = "91410100MA0000004D";
    const { browser, userId } = await signUp(app, "applicant@example.org");
    applicant = browser;
    organizationId = await addOrganization(app, uscc, userId);
    id = await addApplication(app, { roundId: await addOpenRound(app), organizationId, uscc });
    await putIntoState(app, id, "submitted");
    district = await signInStaff(app, "district@example.org", "district", "410105");
  });

  const cookieOf = (by: Browser) => [...by.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const bring = async (mark: string): Promise<string> => {
    const content = pdf(3_000, mark);
    const headers = {
      cookie: cookieOf(applicant),
      "tus-resumable": "1.0.0",
      "upload-length": String(content.length),
      "upload-metadata": `purpose ${encoded("material")},target ${encoded(`${id}:M10`)},filename ${encoded("名单.pdf")}`,
      "content-type": "application/offset+octet-stream",
    };
    const made = await app.app.request("/api/v1/files/uploads", {
      method: "POST",
      headers,
      body: new Uint8Array(content),
    });
    expect(made.status).toBe(201);
    return made.headers.get("location")?.split("/").at(-1) ?? "";
  };
  const look = (by: Browser, file: string, headers: Record<string, string> = {}) =>
    app.app.request(`/api/v1/files/${file}/content`, { headers: { cookie: cookieOf(by), ...headers } });
  const entriesOf = async (act: string) => (await trailOf(app, id)).filter((entry) => entry.act === act);

  it("says who has read a paper, once for a look however many pieces it takes, and again for the next look", async () => {
    const file = await bring("read");
    expect((await look(district, file, { range: "bytes=100-199" })).status).toBe(206);
    expect((await look(district, file)).status).toBe(200);
    const wanted = { resource: "applications", outcome: "accepted", fields: ["files.material", `${id}:M10`, file] };
    expect(await entriesOf("read")).toMatchObject([wanted]);
    app.clock.forward(11 * 60);
    await look(district, file);
    expect(await entriesOf("read")).toMatchObject([wanted, wanted]);
    const { headers } = await look(applicant, file);
    expect(await entriesOf("read")).toHaveLength(3);
    // What is not shown is not read.
    app.clock.forward(11 * 60);
    const same = await look(applicant, file, { "if-none-match": headers.get("etag") ?? "" });
    expect(same.status).toBe(304);
    expect(await entriesOf("read")).toHaveLength(3);
  });

  it("says who has removed a paper, and nothing of one that was not removed", async () => {
    const file = await bring("remove");
    const city = await signInStaff(app, "city@example.org", "city");
    expect((await city.call(`/api/v1/files/${file}`, { method: "DELETE" })).status).toBe(403);
    expect(await entriesOf("remove-file")).toEqual([]);
    expect((await applicant.call(`/api/v1/files/${file}`, { method: "DELETE" })).status).toBe(204);
    expect(await entriesOf("remove-file")).toMatchObject([{ fields: ["files.material", `${id}:M10`, file] }]);
  });

  it("a former holder of the mandate sees the papers no more that were uploaded by themselves", async () => {
    const file = await bring("former");
    expect((await look(applicant, file)).status).toBe(200);
    const mandate = (await findStandingMandates(app.database, [organizationId])).get(organizationId);
    await updateMandate(app.database, mandate?.id ?? "", { state: "ended" });
    expect((await look(applicant, file)).status).toBe(404);
    expect((await applicant.call(`/api/v1/files/${file}`)).status).toBe(404);
    expect((await look(district, file)).status).toBe(200);
  });
});
