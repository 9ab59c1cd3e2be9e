import { Problem } from "@shifan/contract/client";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createUpload } from "./upload.ts";

const to = { purpose: "inspection", target: "i1" } as const;
const piece = 512 * 1024;

/** A server that keeps what comes, and whose line or temper breaks at chosen calls. */
function createServer(breaking: Readonly<Record<number, () => Response>> = {}) {
  let kept = 0;
  const calls: string[] = [];
  let sends = 0;
  const answer = async (path: string, { method, body, headers }: RequestInit & { headers: Record<string, string> }) => {
    const offset = headers["upload-offset"];
    calls.push(offset === undefined ? `${method}` : `${method} ${offset}`);
    if (method === "POST") {
      return new Response(null, { status: 201, headers: { location: "/api/v1/files/uploads/f1" } });
    }
    if (method === "HEAD") return new Response(null, { status: 200, headers: { "upload-offset": String(kept) } });
    if (method === "DELETE") return new Response(null, { status: 204 });
    sends += 1;
    const broken = breaking[sends];
    if (broken !== undefined) return broken();
    if (Number(offset) !== kept) throw new Error(`${path} is sent from ${offset}, and ${kept} bytes have come`);
    kept += (body as Blob).size;
    return new Response(null, { status: 204 });
  };
  return { answer, calls };
}

const noLine = (): Response => {
  throw new TypeError("Failed to fetch");
};
const refusing = (status: number, code: string) => () =>
  Response.json({ code, title: "不收这种文件", detail: "内容是文本。" }, { status });
const fileOf = (bytes: number) => new File([new Uint8Array(bytes)], "现场照片.jpg");

describe("an upload", () => {
  const told: number[] = [];
  const run = async (server: ReturnType<typeof createServer>, file = fileOf(piece * 2 + 5)) => {
    vi.stubGlobal("fetch", server.answer);
    const upload = createUpload(file, to, (bytes) => told.push(bytes));
    const running = upload.run().then(
      (id) => ({ id }),
      (cause: unknown) => ({ cause }),
    );
    await vi.runAllTimersAsync();
    return running;
  };
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
    told.length = 0;
  });

  it("goes in pieces, tells how far it is, and ends with the file's id", async () => {
    const server = createServer();
    expect(await run(server)).toEqual({ id: "f1" });
    expect(server.calls).toEqual(["POST", "PATCH 0", `PATCH ${piece}`, `PATCH ${piece * 2}`]);
    expect(told).toEqual([0, piece, piece * 2, piece * 2 + 5]);
  });

  it("goes on by itself where the line broke, with what the server has, and sends nothing twice", async () => {
    const server = createServer({ 2: noLine, 3: refusing(409, "upload_offset_conflict") });
    expect(await run(server)).toEqual({ id: "f1" });
    expect(server.calls).toEqual([
      "POST",
      "PATCH 0",
      `PATCH ${piece}`,
      "HEAD",
      `PATCH ${piece}`,
      "HEAD",
      `PATCH ${piece}`,
      `PATCH ${piece * 2}`,
    ]);
  });

  it("ends where the line stays broken, and can be run again", async () => {
    const server = createServer(Object.fromEntries([2, 3, 4, 5].map((send) => [send, noLine])));
    vi.stubGlobal("fetch", server.answer);
    const upload = createUpload(fileOf(piece * 2), to, () => undefined);
    const first = upload.run().catch((cause: unknown) => cause);
    await vi.runAllTimersAsync();
    expect(await first).toBeInstanceOf(TypeError);
    expect(await upload.run()).toBe("f1");
    expect(server.calls.filter((each) => each === "POST")).toHaveLength(1);
  });

  it("does not try again what the server does not take", async () => {
    const server = createServer({ 1: refusing(422, "file_type_not_accepted") });
    const { cause } = (await run(server)) as { cause: unknown };
    expect(cause).toBeInstanceOf(Problem);
    expect(server.calls).toEqual(["POST", "PATCH 0"]);
  });
});
