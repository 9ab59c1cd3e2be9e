import { afterAll, beforeAll, expect, test } from "vitest";
import { openSession, type Session } from "../src/browser-session.ts";
import { act, make, read, signIn } from "../src/procedure.ts";
import {
  enterLetter,
  extendPublicity,
  fileObjection,
  handleObjection,
  objectionsTo,
  publishList,
} from "../src/publicity.ts";
import { type Server, startServer } from "../src/server.ts";

let server: Server;
let city: Session;
beforeAll(async () => {
  server = await startServer({ settings: { DEMO: "accounts", SHIFAN_NOW: "2026-06-10T01:30:00Z" } });
  city = await signIn(server.url, "city");
});
afterAll(() => server.stop());

test("nothing is published, extended or objected to before its time", async () => {
  const round = { year: 2026, submissionDeadline: "2026-09-25", recommendationDeadline: "2026-10-15" };
  const { id } = (await make(city, "/api/v1/rounds", round)).body as { id: string };
  await act(city, `/api/v1/rounds/${id}`, "open");
  const days = { startsOn: "2026-06-10", officialPublishedOn: "2026-06-10" };
  await expect(publishList(city, id, days)).rejects.toThrow("wrong_state");
  const drafted = await make(city, "/api/v1/notices", { kind: "general", title: "公告", text: "正文" });
  const notice = drafted.body as { id: string };
  const extension = { endsOn: "2026-06-30", reason: "延长", officialPublishedOn: "2026-06-10" };
  expect(await extendPublicity(city, notice.id, extension)).toMatchObject({
    status: 409,
    body: { code: "wrong_state" },
  });
  expect((await act(city, `/api/v1/notices/${notice.id}`, "publish")).status).toBe(200);
  // Objections are to the cases of a publicity, not to whatever else was announced.
  expect((await fileObjection(openSession(server.url), notice.id, 1)).status).toBe(404);
  expect((await enterLetter(city, notice.id, 1, "2026-06-10")).status).toBe(404);
  expect(await objectionsTo(city, "nothing")).toEqual([]);
  await expect(handleObjection(city, "nothing", "admit", {})).rejects.toThrow("unknown_record");
});

test("whoever complains about staff is heard by the supervisors, and follows it by the number alone", async () => {
  const anybody = openSession(server.url);
  const complaint = { subject: "staff", target: "市工信局某科", content: "答复不耐烦", name: "孙小红", contact: "" };
  const filed = await anybody.call("/api/v1/public/complaints", { json: complaint });
  expect(filed.status).toBe(201);
  const { receiptNumber } = filed.body as { receiptNumber: string };
  const receipt = `/api/v1/public/receipts/${receiptNumber}`;
  expect((await read(anybody, receipt)).body).toMatchObject({ status: "已收到，正在办理", receivedOn: "2026-06-10" });
  expect((await read<unknown[]>(city, "/api/v1/complaints")).body).toEqual([]);
  const auditor = await signIn(server.url, "auditor");
  const [row] = (await read<{ id: string }[]>(auditor, "/api/v1/complaints")).body;
  const path = `/api/v1/complaints/${row?.id}`;
  expect((await read(auditor, `${path}/identity`)).body).toMatchObject({ name: "孙小红", content: "答复不耐烦" });
  expect((await act(auditor, path, "reply", { reply: "已核实并道歉" })).status).toBe(200);
  const followed = (await read(anybody, receipt)).body;
  expect(followed).toMatchObject({ status: "已答复", reply: "已核实并道歉" });
  expect(JSON.stringify(followed)).not.toMatch(/孙小红|不耐烦/);
});
