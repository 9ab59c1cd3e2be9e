import type { Matters } from "../matters.ts";
import type { DeliveryAnswered, LinkingChannel, LinkingCode } from "../reminder-answers.ts";
import type {
  BeginContact,
  ChangeReminders,
  ConfirmContact,
  ContactBegun,
  Reminders,
  ToldReminder,
} from "../reminders.ts";
import type { UploadLink } from "../upload-links.ts";
import { type Connection, exchange, send } from "./send.ts";

/** Whose reminders a page asks for: those of the account that is signed in (null), or those of a self-check. */
export type ReminderKey = { id: string; token: string } | null;

/** What a reader answers to something that they were told. */
export type DeliveryAnswer = "snooze" | "done" | "stop" | "resume";

/** The calls about reminders, for the client of the public API. */
export function reminderCalls(connection: Connection) {
  const root = "/api/v1/reminders";
  const as = (key: ReminderKey) => (key === null ? {} : { token: key.token, headers: { "chat-session": key.id } });
  return {
    readReminders: (key: ReminderKey) => send<Reminders>(connection, { method: "GET", path: root, ...as(key) }),

    changeReminders: (key: ReminderKey, body: ChangeReminders) =>
      send<Reminders>(connection, { method: "PATCH", path: root, body, ...as(key) }),

    endReminderWay: (key: ReminderKey, id: string) =>
      send<object>(connection, { method: "DELETE", path: `${root}/ways/${encodeURIComponent(id)}`, ...as(key) }),

    /** @returns the page, and whether more follows it */
    listToldReminders: async (key: ReminderKey, { from, to }: { from: number; to: number }) => {
      const path = `${root}/inbox?range=${encodeURIComponent(JSON.stringify([from, to]))}`;
      const { body, headers } = await exchange<ToldReminder[]>(connection, { method: "GET", path, ...as(key) });
      const total = Number(headers.get("content-range")?.split("/")[1] ?? body.length);
      return { told: body, hasMore: total > from + body.length };
    },

    /** Has a code sent, to prove that an address is one's own. */
    beginReminderContact: (key: ReminderKey, body: BeginContact) =>
      send<ContactBegun>(connection, { method: "POST", path: `${root}/contacts`, body, ...as(key) }),

    confirmReminderContact: (key: ReminderKey, body: ConfirmContact) =>
      send<Reminders>(connection, { method: "POST", path: `${root}/contacts/confirm`, body, ...as(key) }),

    answerDelivery: (key: ReminderKey, id: string, answer: DeliveryAnswer) =>
      send<DeliveryAnswered>(connection, {
        method: "POST",
        path: `${root}/deliveries/${encodeURIComponent(id)}/${answer}`,
        ...as(key),
      }),

    /** A code by which a chat is linked to the account that is signed in. */
    createLinkingCode: (channel: LinkingChannel) =>
      send<LinkingCode>(connection, { method: "POST", path: `${root}/codes`, body: { channel } }),

    /** For which unit papers are handed in by a link from a chat, and which are missing. Rejects with `unknown_upload_link` when it has run out. */
    readUploadLink: (token: string) =>
      send<UploadLink>(connection, { method: "GET", path: `/api/v1/upload-links/${encodeURIComponent(token)}` }),

    listMyMatters: () => send<Matters>(connection, { method: "GET", path: `${root}/matters` }),
  };
}
