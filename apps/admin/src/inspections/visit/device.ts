import { performAct } from "../../acts/perform.ts";
import { dataProvider } from "../../api/data-provider.ts";
import { createUpload } from "../../uploads/upload.ts";
import { deviceStorage, type SeenInspection } from "./kept.ts";
import { createOutbox } from "./outbox.ts";

/** What is kept on this device, for all pages. */
export const outbox = createOutbox({
  storage: deviceStorage(),
  server: {
    upload: (file, target) => createUpload(file, { purpose: "inspection", target }, () => undefined).run(),
    record: async (record, body) =>
      (await performAct({ resource: "inspections", record, act: "record" }, body)) as SeenInspection,
    read: async (id) => (await dataProvider.getOne<SeenInspection>("inspections", { id })).data,
  },
});

const retryMs = 10_000;

/** Sends what waits when the connection is back, and now and then, as long as a page is open. @returns what ends it */
export function sendWhenReachable(): () => void {
  const send = () => void outbox.sendWaiting();
  send();
  window.addEventListener("online", send);
  const timer = setInterval(send, retryMs);
  return () => {
    window.removeEventListener("online", send);
    clearInterval(timer);
  };
}
