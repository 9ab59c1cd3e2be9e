import { Problem } from "@shifan/contract/client";
import { beforeEach, describe, expect, it } from "vitest";
import type { KeptFile, KeptVisit, SeenInspection, VisitValues } from "./kept.ts";
import { createOutbox, type VisitServer } from "./outbox.ts";

const id = "one";
const seen = { id, etag: '"1"', recordedOn: null, fileIds: [] as string[] } as unknown as SeenInspection;
const body = { inspectors: "张三", result: "passed", carriedOutOn: "2026-11-26" };
const picture = (key: string): KeptFile => ({ key, file: { name: `${key}.jpg` } as File, id: null });
const values: VisitValues = {
  fileIds: [picture("hall"), picture("board")],
  signatures: { inspectors: picture("ours"), unit: null, unsignedReason: "不在" },
};
const stale = () => new Problem(412, { code: "stale" }, null);

let device: Map<string, KeptVisit>;
let sent: { body: Record<string, unknown>; etag: string | undefined }[];
let uploaded: string[];
let server: VisitServer;
let onServer: SeenInspection;
let tellChanged: (inspectionId: string) => void;
let isTurnTaken: boolean;
beforeEach(() => {
  device = new Map();
  sent = [];
  uploaded = [];
  onServer = seen;
  isTurnTaken = false;
  server = {
    upload: async ({ name }) => {
      uploaded.push(name);
      return `id of ${name}`;
    },
    record: async ({ etag }, given) => {
      sent.push({ body: given, etag });
      onServer = { ...seen, ...given, recordedOn: "2026-11-26" } as SeenInspection;
      return onServer;
    },
    read: async () => onServer,
  };
});

function open() {
  const outbox = createOutbox({
    storage: {
      readAll: async (userId) => [...device.values()].filter((visit) => visit.userId === userId),
      write: async (visit) => void device.set(visit.record.id, visit),
      remove: async (visit) => void device.delete(visit.record.id),
      read: async (_, inspectionId) => device.get(inspectionId),
      onChangedElsewhere: (listener) => {
        tellChanged = listener;
      },
      inTurn: async (_, send) => (isTurnTaken ? undefined : send()),
    },
    server,
  });
  const accepted: SeenInspection[] = [];
  outbox.onAccepted((record) => accepted.push(record));
  return { outbox, accepted, standing: () => outbox.held().get(id)?.standing };
}
async function written() {
  const opened = open();
  await opened.outbox.load("officer");
  await opened.outbox.write("officer", seen, values);
  return opened;
}

describe("what is written on the spot", () => {
  it("is on the device before it is said to be, for the person who wrote it alone", async () => {
    const { outbox } = await written();
    expect(outbox.held().get(id)).toMatchObject({ isOnDevice: true, standing: "kept" });
    const again = open();
    await again.outbox.load("officer");
    expect(again.outbox.held().get(id)?.visit.values).toEqual(values);
    await again.outbox.load("colleague");
    expect(again.outbox.held().size).toBe(0);
  });

  it("is let go of when the server has taken it, with its pictures and who signed", async () => {
    const { outbox, accepted } = await written();
    await outbox.handOver(id, body);
    const ids = ["id of hall.jpg", "id of board.jpg", "id of ours.jpg"];
    const signatures = { inspectorsFileId: "id of ours.jpg", unitFileId: null, unsignedReason: "不在" };
    expect(sent).toEqual([{ body: { ...body, fileIds: ids, signatures }, etag: '"1"' }]);
    expect([device.size, outbox.held().size, accepted.length]).toEqual([0, 0, 1]);
  });

  it("waits for the connection, also over the end of the page, and sends each picture once", async () => {
    const { outbox, standing } = await written();
    const { upload } = server;
    server.upload = (file, target) =>
      uploaded.length === 1 ? Promise.reject(new TypeError("offline")) : upload(file, target);
    await outbox.handOver(id, body);
    expect([standing(), sent]).toEqual(["waiting", []]);
    server.upload = upload;
    const later = open();
    await later.outbox.load("officer");
    await later.outbox.sendWaiting();
    expect(uploaded).toEqual(["hall.jpg", "board.jpg", "ours.jpg"]);
    expect([sent.length, later.accepted.length, device.size]).toEqual([1, 1, 0]);
  });

  it("is known to be taken when only the answer was lost", async () => {
    const { outbox, accepted, standing } = await written();
    const { record } = server;
    server.record = async (...given) => {
      await record(...given);
      server.record = () => Promise.reject(stale());
      throw new TypeError("offline");
    };
    await outbox.handOver(id, body);
    expect(standing()).toBe("waiting");
    await outbox.sendWaiting();
    expect([accepted.length, device.size]).toEqual([1, 0]);
  });

  it("stays, and is not sent again by itself, when somebody else was faster or the server refused", async () => {
    const { outbox, standing } = await written();
    server.record = () => Promise.reject(stale());
    onServer = { ...seen, etag: '"2"', plannedOn: "2026-12-01" } as SeenInspection;
    await outbox.handOver(id, body);
    expect([standing(), outbox.held().get(id)?.present?.etag, device.get(id)?.toSend]).toEqual([
      "overtaken",
      '"2"',
      null,
    ]);
    outbox.goOn(id);
    server.record = () => Promise.reject(new Problem(422, { code: "invalid_input" }, null));
    await outbox.handOver(id, body);
    expect([standing(), device.get(id)?.toSend, device.get(id)?.record.etag]).toEqual(["refused", null, '"2"']);
    await outbox.sendWaiting();
    expect([sent, device.get(id)?.values.fileIds?.length]).toEqual([[], 2]);
  });

  it("is the same in another tab of the same person, and sent by one of them", async () => {
    const { outbox, standing } = await written();
    const other = { ...values, findings: "另一页写的" };
    device.set(id, { userId: "officer", record: seen, values: other, toSend: null });
    tellChanged(id);
    await expect.poll(() => outbox.held().get(id)?.visit.values).toEqual(other);
    isTurnTaken = true;
    await outbox.handOver(id, body);
    expect([standing(), uploaded, sent]).toEqual(["waiting", [], []]);
    device.delete(id);
    tellChanged(id);
    await expect.poll(() => outbox.held().size).toBe(0);
  });

  it("stays with whoever wrote it when somebody else signs in while it is on its way", async () => {
    const { outbox } = await written();
    server.upload = async ({ name }) => {
      if (uploaded.push(name) === 1) await outbox.load("colleague");
      throw new Problem(403, { code: "not_permitted" }, null);
    };
    await outbox.handOver(id, body);
    expect([outbox.held().size, sent, device.get(id)?.userId]).toEqual([0, [], "officer"]);
    expect(device.get(id)?.toSend).toEqual(body);
  });

  it("can be taken back while it waits, and says so where the device keeps nothing", async () => {
    const { outbox, standing } = await written();
    server.upload = () => Promise.reject(new TypeError("offline"));
    await outbox.handOver(id, body);
    outbox.takeBack(id);
    expect([standing(), outbox.held().get(id)?.visit.toSend]).toEqual(["kept", null]);
    const closed = createOutbox({
      storage: {
        readAll: async () => [],
        write: () => Promise.reject(new Error("closed")),
        remove: async () => {},
        read: async () => undefined,
        onChangedElsewhere: () => undefined,
        inTurn: (_, send) => send(),
      },
      server,
    });
    await closed.write("officer", seen, values);
    expect(closed.held().get(id)).toMatchObject({ isOnDevice: false, visit: { values } });
  });
});
