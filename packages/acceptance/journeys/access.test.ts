import { accessTable, type Role, type Scope } from "@shifan/rules";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openSession, type Session } from "../src/browser-session.ts";
import { beginChat, type Chat } from "../src/chat.ts";
import { act, make, read, signIn } from "../src/procedure.ts";
import { type Server, startServer } from "../src/server.ts";
import { upload } from "../src/uploads.ts";

/** Who calls: as which role, and whether the records of this test are of their organization or district. */
interface Caller {
  readonly name: string;
  readonly role: Role;
  readonly mailbox: string | null;
  readonly isOwn: boolean;
}
const callers: readonly Caller[] = [
  { name: "nobody", role: "public", mailbox: null, isOwn: false },
  { name: "the applicant", role: "applicant", mailbox: "applicant", isOwn: true },
  { name: "another applicant", role: "applicant", mailbox: "platform", isOwn: false },
  { name: "the district", role: "district", mailbox: "district", isOwn: true },
  { name: "another district", role: "district", mailbox: "district2", isOwn: false },
  { name: "the city", role: "city", mailbox: "city", isOwn: true },
  { name: "an expert", role: "expert", mailbox: "expert", isOwn: false },
  { name: "the auditor", role: "auditor", mailbox: "auditor", isOwn: false },
  { name: "the administrator", role: "administrator", mailbox: "admin", isOwn: false },
];

let server: Server;
let chat: Chat;
const sessions = new Map<string, Session>();
const records: Record<string, string> = {};

beforeAll(async () => {
  server = await startServer({ settings: { DEMO: "accounts" } });
  chat = await beginChat(server.url);
  for (const { name, mailbox } of callers) {
    sessions.set(name, mailbox === null ? openSession(server.url) : await signIn(server.url, mailbox));
  }
  const [city, district, applicant] = ["the city", "the district", "the applicant"].map(
    (name) => sessions.get(name) as Session,
  ) as [Session, Session, Session];
  const round = await make(city, "/api/v1/rounds", {
    year: 2026,
    submissionDeadline: "2026-09-25",
    recommendationDeadline: "2026-10-15",
  });
  records.rounds = (round.body as { id: string }).id;
  await act(city, `/api/v1/rounds/${records.rounds}`, "open");
  const registered = await make(applicant, "/api/v1/organizations", {
    uscc: "91410100MA9K12344B",
    name: "郑州某某企业服务有限公司",
    district: "410105",
    holder: { name: "王芳", phone: "0371-67886827" },
  });
  const { organizationId, mandateId } = registered.body as { organizationId: string; mandateId: string };
  records.organizations = organizationId;
  records.mandate = mandateId;
  records.file = await upload(applicant, "mandate", mandateId);
  // A dossier on paper is seen by staff from its first entry, and typed in by its district.
  const application = await make(district, "/api/v1/applications", {
    roundId: records.rounds,
    organizationId,
    receivedOn: "2026-06-09",
  });
  records.applications = (application.body as { id: string }).id;
  const titles = [
    {
      uscc: "91410100MA9K12344B",
      organizationName: "郑州某某企业服务有限公司",
      district: "410105",
      platformName: "某某服务平台",
      platformType: "specialized",
      documentNumber: "郑工信〔2023〕1号",
      validFrom: "2023-08-15",
      validTo: "2026-08-15",
      source: "市工信局档案",
    },
  ];
  const imported = await make(city, "/api/v1/certifications/import", { titles });
  const expert = await make(city, "/api/v1/experts", { name: "刘明", employer: "某某大学" });
  records.experts = (expert.body as { id: string }).id;
  records.certifications = (imported.body as { ids: string[] }).ids[0] ?? "";
  const notice = await make(city, "/api/v1/notices", { kind: "general", title: "公告", text: "正文" });
  records.notices = (notice.body as { id: string }).id;
  const complaint = { subject: "procedure", target: "申报时间", content: "通知发得太晚" };
  await openSession(server.url).call("/api/v1/public/complaints", { json: complaint });
  records.complaints = (await read<{ id: string }[]>(city, "/api/v1/complaints")).body[0]?.id ?? "";
});
afterAll(() => server.stop());

/** The table's own word, for the records of this test: a round that is open, a title not yet confirmed, a dossier on paper, an expert without an account, a draft of a notice. */
function reaches(resource: string, scope: Scope | undefined, { isOwn }: Caller): boolean {
  if (scope === undefined) return false;
  if (scope === "all" || scope === "handed_in") return true;
  if (scope === "published") return resource === "rounds";
  return isOwn && scope !== "own_account";
}

type Acts = Readonly<Record<string, Readonly<Partial<Record<Role, Scope>>>>>;
const resources = [
  "rounds",
  "organizations",
  "applications",
  "certifications",
  "experts",
  "notices",
  "complaints",
] as const;
/** Acts that make a record, that the clock does, or that have an address of another form. */
const elsewhere = [
  "read",
  "create",
  "import",
  "claim",
  "contest-mandate",
  "edit",
  "print",
  "close",
  "begin-review",
  "lapse",
];

/** A body that the description gives as an example, with this test's own records in it. */
function bodyOf(document: OpenApi, path: string): unknown {
  const example = document.paths[path]?.post?.requestBody?.content["application/json"]?.example;
  const text = JSON.stringify(example ?? {}).replace(/"mandateId":"[^"]*"/, `"mandateId":"${records.mandate}"`);
  const own = text.replace(/"(licence|authorization)FileId":"[^"]*"/g, `"$1FileId":"${records.file}"`);
  return JSON.parse(own);
}

interface OpenApi {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<string, { readonly requestBody?: { readonly content: Record<string, { readonly example?: unknown }> } }>
      >
    >
  >;
}

async function readOpenApi(): Promise<OpenApi> {
  return (await read<OpenApi>(openSession(server.url), "/api/openapi.json")).body;
}

describe.each(callers)("$name", (caller) => {
  test.each(resources)("reads of %s what the table says, and knows of no other", async (resource) => {
    const path = `/api/v1/${resource}/${records[resource]}`;
    const { status } = await (sessions.get(caller.name) as Session).call(path);
    const acts: Acts = accessTable[resource];
    const expected = reaches(resource, acts.read?.[caller.role], caller) ? 200 : 404;
    // Who has no account is asked for one, except for what is public.
    expect([resource, status]).toEqual([resource, caller.role === "public" && resource !== "rounds" ? 401 : expected]);
  });

  test.each(resources)(
    "is told how the acts on %s stand, and leaves notes about it, where it may read it",
    async (resource) => {
      const session = sessions.get(caller.name) as Session;
      const acts: Acts = accessTable[resource];
      const mayRead = reaches(resource, acts.read?.[caller.role], caller);
      const standing = await session.call(`/api/v1/acts/${resource}/records/${records[resource]}`);
      expect([resource, standing.status]).toEqual([resource, caller.role === "public" ? 401 : mayRead ? 200 : 404]);
      if (!["organizations", "applications", "certifications"].includes(resource)) return;
      const note = { resource, recordId: records[resource], text: "已核对。" };
      const { status } = await make(session, "/api/v1/staff-notes", note);
      const notes: Acts = accessTable.staff_notes;
      const mayReadNotes = mayRead && reaches("staff_notes", notes.read?.[caller.role], caller);
      const mayWrite = mayReadNotes && reaches("staff_notes", notes.write?.[caller.role], caller);
      const wanted = mayWrite ? 201 : mayReadNotes ? 403 : 404;
      expect([resource, status]).toEqual([resource, caller.role === "public" ? 401 : wanted]);
    },
  );

  test.each(resources)("may do with %s what the table says", async (resource) => {
    const document = await readOpenApi();
    const acts: Acts = accessTable[resource];
    const outcomes: Record<string, number> = {};
    const wanted: Record<string, number> = {};
    for (const [name, reach] of Object.entries(acts)) {
      if (elsewhere.includes(name)) continue;
      const described = `/api/v1/${resource}/{id}/${name}`;
      if (!(described in document.paths)) continue;
      const path = described.replace("{id}", records[resource] ?? "");
      // An old state: whoever may act is told to look again, and nothing changes.
      const sent = { json: bodyOf(document, described), headers: { "if-match": '"999999"' } };
      outcomes[name] = (await (sessions.get(caller.name) as Session).call(path, sent)).status;
      const mayRead = reaches(resource, acts.read?.[caller.role], caller);
      // The papers of a mandate are the claimant's own.
      const isClaimant = name === "attach-papers" && caller.name === "the applicant";
      const mayAct = isClaimant || reaches(resource, reach[caller.role], caller);
      wanted[name] = caller.role === "public" ? 401 : mayAct ? 412 : mayRead ? 403 : 404;
    }
    expect(Object.keys(wanted).length).toBeGreaterThan(0);
    expect(outcomes).toEqual(wanted);
  });
});

describe.each(callers)("$name", (caller) => {
  const session = () => sessions.get(caller.name) as Session;
  const may = (resource: "organizations" | "applications", act: string) => {
    const acts: Acts = accessTable[resource];
    // What belongs to an account belongs here to the claimant.
    const isClaimant = acts[act]?.[caller.role] === "own_account" && caller.isOwn;
    return isClaimant || reaches(resource, acts[act]?.[caller.role], caller);
  };
  const unlessSignedOut = (status: number) => (caller.role === "public" ? 401 : status);

  test("gets the papers of an application and what changed in it as the table says", async () => {
    const path = `/api/v1/applications/${records.applications}`;
    const refused = may("applications", "read") ? 403 : 404;
    const packet = await session().call(`${path}/documents/packet`);
    expect(packet.status).toBe(unlessSignedOut(may("applications", "print") ? 200 : refused));
    const changes = await session().call(`${path}/changes`);
    expect(changes.status).toBe(unlessSignedOut(may("applications", "read") ? 200 : 404));
  });

  test("gets the mandate letter of an organization as the table says", async () => {
    const letter = await session().call(`/api/v1/organizations/${records.organizations}/documents/mandate_letter`);
    expect(letter.status).toBe(unlessSignedOut(may("organizations", "print") ? 200 : 404));
  });

  test("holds a self-check of their own against an application as the table says", async () => {
    const path = `/api/v1/applications/${records.applications}/self-check-differences`;
    const json = { sessionId: chat.id, token: chat.token };
    const { status } = await session().call(path, { json });
    const refused = may("applications", "read") ? 403 : 404;
    expect(status).toBe(unlessSignedOut(may("applications", "compare-self-check") ? 200 : refused));
  });
});

test("every address answers everybody without a fault, and nobody without an account where one is needed", async () => {
  const document = await readOpenApi();
  const faults: string[] = [];
  for (const [described, operations] of Object.entries(document.paths)) {
    if (!described.startsWith("/api/v1/") || described.startsWith("/api/v1/auth/")) continue;
    for (const method of Object.keys(operations)) {
      const path = described
        .replace("/applications/{id}", `/applications/${records.applications}`)
        .replace("{section}", "cover")
        .replace("{list}", "served")
        .replace("{document}", "packet")
        .replace("/notices/{id}", `/notices/${records.notices}`)
        .replace("/complaints/{id}", `/complaints/${records.complaints}`)
        .replace("/holidays/{id}", "/holidays/2026")
        .replaceAll(/\{\w+\}/g, "nothing");
      const isRead = method === "get" || method === "delete";
      const sent = isRead ? { method: method.toUpperCase() } : { method: method.toUpperCase(), json: {} };
      const answers = await Promise.all(
        callers.map(async ({ name }) => ({ name, ...(await (sessions.get(name) as Session).call(path, sent)) })),
      );
      for (const { name, status } of answers) {
        if (status >= 500) faults.push(`${name}: ${method} ${path} → ${status}`);
        // The days off are announced by the State Council and read by everybody.
        const isAnnounced = method === "get" && described.startsWith("/api/v1/holidays");
        const isOpen = isAnnounced || /\/(public|policies|chat|rounds|channels|files|invitations)\b/.test(described);
        if (name === "nobody" && !isOpen && ![400, 401, 404, 415, 422].includes(status)) {
          faults.push(`nobody: ${method} ${path} → ${status}`);
        }
      }
    }
  }
  expect(faults).toEqual([]);
});
