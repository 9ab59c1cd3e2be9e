import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSession, type Session } from "../src/browser-session.ts";
import { type Answer, problemOf } from "../src/http.ts";
import { startProgram } from "../src/program.ts";
import { bundles } from "../src/repository.ts";
import { journeyInstant, type Server, startServer } from "../src/server.ts";
import { totpOf } from "../src/totp.ts";

const password = "a-long-enough-password";
const everybody: Session[] = [];
let folder: string;
let server: Server;
let administrator: Session;

const setClock = (instant: string) => writeFile(join(folder, "now"), instant);
const settings = () => ({ SHIFAN_NOW: `@${join(folder, "now")}` });

function person(): Session {
  const session = openSession(server.url);
  everybody.push(session);
  return session;
}

const signIn = (session: Session, email: string, as = password) =>
  session.call("/api/v1/auth/sign-in/email", { json: { email, password: as } });
const verify = (session: Session, code: string, by = "verify-totp") =>
  session.call(`/api/v1/auth/two-factor/${by}`, { json: { code } });

interface Setup {
  readonly totpUri: string;
  readonly recoveryCodes: readonly string[];
}

/** What the authenticator app shows. Its time is the machine's, whatever the product is told: it stands in every answer. */
function codeOf({ totpUri }: Setup, { headers }: Answer, stepsAhead = 0): string {
  return totpOf(totpUri, Date.parse(headers.get("date") ?? "") + stepsAhead * 30_000);
}

async function enrol(session: Session): Promise<Setup> {
  const answer = await session.call("/api/v1/auth/two-factor/enable", { json: { password } });
  const setup = answer.body as Setup;
  expect((await verify(session, codeOf(setup, answer))).status).toBe(200);
  return setup;
}

/** From the link of an invitation to a session with a second factor. */
async function takeUp(link: string, email: string): Promise<{ session: Session; setup: Setup }> {
  const session = person();
  const token = link.split("/").at(-1);
  const accepted = await session.call(`/api/v1/invitations/${token}/accept`, { json: { password } });
  expect(accepted.status).toBe(200);
  expect((await signIn(session, email)).body).toMatchObject({ secondFactor: "enrolment_needed" });
  expect(problemOf(await session.call("/api/v1/me")).code).toBe("second_factor_required");
  return { session, setup: await enrol(session) };
}

async function invite(email: string, grants: readonly object[]) {
  const headers = { "idempotency-key": `invite-${email}` };
  const answer = await administrator.call("/api/v1/users", { json: { name: "李四", email, grants }, headers });
  expect(answer.status).toBe(201);
  const { user, invitation } = answer.body as { user: { id: string }; invitation: { link: string } };
  return { id: user.id, ...(await takeUp(invitation.link, email)) };
}

async function act(id: string, name: string, json: object = {}) {
  const { headers } = await administrator.call(`/api/v1/users/${id}`);
  const sent = { json, headers: { "if-match": headers.get("etag") ?? "" } };
  return administrator.call(`/api/v1/users/${id}/${name}`, sent);
}

const grantsOf = async (session: Session) => {
  return ((await session.call("/api/v1/me")).body as { grants: { role: string; onBehalfOf: string | null }[] }).grants;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "shifan-accounts-"));
  await setClock(journeyInstant);
  // The first administrator is made before the server starts: the embedded database belongs to one process.
  const dataDirectory = join(folder, "data");
  const setup = startProgram(bundles.setup, { DATA_DIR: dataDirectory, ...settings() }, [
    "管理员",
    "first@example.org",
  ]);
  const [link] = await setup.says(/http\S+/);
  await setup.ended;
  server = await startServer({ dataDirectory, settings: settings() });
  administrator = (await takeUp(link, "first@example.org")).session;
});

afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

test("an applicant registers, signs out and in again; a wrong password slows only the pair of account and address", async () => {
  const applicant = person();
  const json = { name: "王五", email: "Wang@example.org", password };
  const registered = await applicant.call("/api/v1/auth/sign-up/email", { json });
  expect(registered.headers.getSetCookie().join()).toMatch(/HttpOnly; SameSite=Lax/i);
  expect(await grantsOf(applicant)).toEqual([
    { role: "applicant", district: null, organizations: [], onBehalfOf: null },
  ]);
  expect((await applicant.call("/api/v1/auth/sign-out", { json: {} })).status).toBe(200);
  expect((await applicant.call("/api/v1/me")).status).toBe(401);
  for (let attempt = 0; attempt < 5; attempt += 1) {
    expect(problemOf(await signIn(applicant, "wang@example.org", "wrong")).code).toBe("wrong_credentials");
  }
  const slowed = await signIn(applicant, "wang@example.org");
  expect(problemOf(slowed).code).toBe("rate_limited");
  expect(Number(slowed.headers.get("retry-after"))).toBeGreaterThan(0);
  // What a caller claims of its address is not believed, and another account from the same address goes on.
  const claimed = { headers: { "x-forwarded-for": "203.0.113.9" }, json: { email: "wang@example.org", password } };
  expect((await applicant.call("/api/v1/auth/sign-in/email", claimed)).status).toBe(429);
  const other = await person().call("/api/v1/auth/sign-up/email", { json: { ...json, email: "other@example.org" } });
  expect(other.status).toBe(200);
});

test("a member of staff is invited, sets up a second factor, and signs in with a code or a recovery code, once", async () => {
  const { session, setup, id } = await invite("officer@example.org", [{ role: "district", district: "410105" }]);
  expect(await grantsOf(session)).toMatchObject([{ role: "district", district: "410105" }]);
  const [code = ""] = setup.recoveryCodes;
  const again = person();
  expect((await signIn(again, "officer@example.org")).body).toEqual({ user: null, secondFactor: "code_needed" });
  expect((await again.call("/api/v1/me")).status).toBe(401);
  expect((await verify(again, code, "verify-backup-code")).status).toBe(200);
  const next = await signIn(again, "officer@example.org");
  expect(problemOf(await verify(again, code, "verify-backup-code")).code).toBe("wrong_code");
  // The code of the setup is used up; the authenticator's next one is taken.
  expect((await verify(again, codeOf(setup, next, 1))).status).toBe(200);

  expect((await act(id, "reset-second-factor", { ground: "本人带证件到场" })).status).toBe(200);
  expect((await again.call("/api/v1/me")).status).toBe(401);
  expect((await signIn(again, "officer@example.org")).body).toMatchObject({ secondFactor: "enrolment_needed" });
  await enrol(again);

  expect((await act(id, "disable")).status).toBe(200);
  expect((await again.call("/api/v1/me")).status).toBe(401);
  expect(problemOf(await signIn(again, "officer@example.org")).code).toBe("account_disabled");
});

test("a stand-in acts for the officer from the first second of the first day to the last of the last, Beijing time", async () => {
  const officer = await invite("absent@example.org", [{ role: "city" }]);
  const standIn = await invite("present@example.org", [{ role: "district", district: "410172" }]);
  const period = { standIn: standIn.id, from: "2026-06-15", until: "2026-06-16" };
  expect((await act(officer.id, "stand-in", period)).status).toBe(200);
  for (const [instant, held] of [
    ["2026-06-14T15:59:59Z", [null]],
    ["2026-06-14T16:00:00Z", [null, officer.id]],
    ["2026-06-16T15:59:59Z", [null, officer.id]],
    ["2026-06-16T16:00:00Z", [null]],
  ] as const) {
    await setClock(instant);
    expect(
      (await grantsOf(standIn.session)).map(({ onBehalfOf }) => onBehalfOf),
      instant,
    ).toEqual(held);
  }
  await setClock(journeyInstant);
});

test("no answer carries the token of a session", () => {
  const answers = everybody.flatMap((session) => session.answers);
  const tokens = answers.flatMap(({ headers }) =>
    headers.getSetCookie().flatMap((cookie) => /session_token=([^;.%]{20,})/.exec(cookie)?.[1] ?? []),
  );
  expect(tokens.length).toBeGreaterThan(5);
  const said = answers.map(({ body }) => JSON.stringify(body)).join();
  for (const token of tokens) expect(said).not.toContain(token);
});
