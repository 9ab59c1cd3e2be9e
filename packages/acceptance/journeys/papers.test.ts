import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Session } from "../src/browser-session.ts";
import { beginChat } from "../src/chat.ts";
import { request } from "../src/http.ts";
import { act, make, read, signIn } from "../src/procedure.ts";
import { type Server, startServer } from "../src/server.ts";

let server: Server;
let district: Session;
let application: string;

beforeAll(async () => {
  server = await startServer({ settings: { DEMO: "accounts" } });
  const city = await signIn(server.url, "city");
  district = await signIn(server.url, "district");
  const dates = { year: 2026, submissionDeadline: "2026-09-25", recommendationDeadline: "2026-10-15" };
  const { id: roundId } = (await make(city, "/api/v1/rounds", dates)).body as { id: string };
  await act(city, `/api/v1/rounds/${roundId}`, "open");
  const organization = await make(district, "/api/v1/organizations", {
    uscc: "91410100MA9K12344B",
    name: "郑州𠮷某企业服务有限公司",
    district: "410105",
  });
  const { organizationId } = organization.body as { organizationId: string };
  const made = await make(district, "/api/v1/applications", { roundId, organizationId, receivedOn: "2026-06-09" });
  application = (made.body as { id: string }).id;
});
afterAll(() => server.stop());

interface Dossier {
  readonly id: string;
  readonly state: string;
  readonly contentUrl: string | null;
}

test.each([
  ["pdf", "%PDF-"],
  ["zip", "PK"],
])("a dossier as %s is ordered, made in the background and fetched", async (format, beginning) => {
  const ordered = await make(district, `/api/v1/applications/${application}/dossiers`, { format });
  const { id } = ordered.body as Dossier;
  const ready = await vi.waitFor(
    async () => {
      const { body } = await read<Dossier>(district, `/api/v1/dossiers/${id}`);
      expect(body.state).toBe("ready");
      return body;
    },
    { timeout: 50_000, interval: 250 },
  );
  const file = await district.call(ready.contentUrl ?? "");
  expect([file.status, String(file.body).slice(0, beginning.length)]).toEqual([200, beginning]);
});

test("a self-check is printed for whoever holds its token, and for nobody else", async () => {
  const chat = await beginChat(server.url);
  const path = `${server.url}/api/v1/chat/sessions/${chat.id}/report?format=pdf`;
  const printed = await request(path, { token: chat.token });
  expect([printed.status, String(printed.body).slice(0, 5)]).toEqual([200, "%PDF-"]);
  expect((await request(path)).status).toBe(401);
});
