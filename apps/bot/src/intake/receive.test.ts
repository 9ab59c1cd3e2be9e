import { describe, expect, test } from "vitest";
import { receive } from "./receive.ts";
import { telegramUpdateSchema } from "./telegramUpdate.ts";

const privateChat = { id: 42, type: "private", first_name: "张三" };
const group = { id: -100, type: "supergroup", title: "企业服务群" };
const from = { id: 42, is_bot: false, first_name: "张三", username: "zhangsan", language_code: "zh" };

function hear(content: object) {
  return receive(telegramUpdateSchema.parse({ update_id: 1, ...content }), "Shifan_Bot");
}
const hearMessage = (message: object) => hear({ message: { message_id: 7, date: 0, from, ...message } });

describe("a private chat", () => {
  test("text is kept, the person's name is not", () => {
    expect(hearMessage({ chat: privateChat, text: " 一百五十万 " })).toEqual({
      chatId: 42,
      received: { kind: "text", text: " 一百五十万 " },
    });
  });

  test("a command becomes the conversation's action", () => {
    expect(hearMessage({ chat: privateChat, text: "/continue" })?.received).toEqual({
      kind: "action",
      action: "continue",
    });
  });

  test.each([
    { photo: [{ file_id: "f" }], caption: "营业执照" },
    { document: { file_id: "f", file_name: "审计报告.pdf" } },
    { voice: { file_id: "f" } },
    { location: { latitude: 34.7, longitude: 113.6 } },
    { contact: { phone_number: "13800000000" } },
    { sticker: { file_id: "f" } },
  ])("content that this channel does not take is explained, and nothing of it kept: %j", (content) => {
    expect(hearMessage({ chat: privateChat, ...content })).toEqual({
      chatId: 42,
      received: { kind: "explain", about: "attachment" },
    });
  });

  test("an edited message is explained: the old answer stands", () => {
    const edited = { message_id: 7, date: 0, edit_date: 1, from, chat: privateChat, text: "160万" };
    expect(hear({ edited_message: edited })?.received).toEqual({ kind: "explain", about: "edited" });
  });

  test.each([{ pinned_message: {} }, { message_auto_delete_timer_changed: {} }, { write_access_allowed: {} }])(
    "Telegram's own notice is left alone: %j",
    (notice) => {
      expect(hearMessage({ chat: privateChat, ...notice })).toBeNull();
    },
  );
});

describe("a group", () => {
  test.each(["/start", "/start@shifan_bot", "/unknown@shifan_bot"])("%j gets: in private only", (text) => {
    expect(hearMessage({ chat: group, text })).toEqual({
      chatId: -100,
      received: { kind: "explain", about: "privateOnly" },
    });
  });

  test.each([{ text: "大家好" }, { text: "/start@other_bot" }, { text: "/weather" }, { photo: [{ file_id: "f" }] }])(
    "other people's talk is left alone: %j",
    (content) => {
      expect(hearMessage({ chat: group, ...content })).toBeNull();
      const edited = { message_id: 7, date: 0, from, chat: group, ...content };
      expect(hear({ edited_message: edited })).toBeNull();
    },
  );
});

test("a channel's posts and updates of a kind not known today are left alone", () => {
  expect(
    hear({ channel_post: { message_id: 1, date: 0, chat: { id: -5, type: "channel" }, text: "/start" } }),
  ).toBeNull();
  expect(hear({ some_future_update: {} })).toBeNull();
});

describe("a tapped button", () => {
  const message = {
    message_id: 9,
    date: 1,
    chat: privateChat,
    text: "哪些？\n可多选",
    entities: [
      { type: "bold", offset: 0, length: 3 },
      { type: "url", offset: 4, length: 2 },
    ],
    reply_markup: {
      inline_keyboard: [[{ text: "✓ 甲", callback_data: "t:1" }], [{ text: "看网页", url: "https://x" }]],
    },
  };
  const tap = (content: object) => hear({ callback_query: { id: "q1", from, chat_instance: "1", ...content } });

  test("is kept with what its message shows", () => {
    expect(tap({ data: "t:1", message })).toEqual({
      chatId: 42,
      received: {
        kind: "tap",
        queryId: "q1",
        action: "t:1",
        origin: {
          messageId: 9,
          text: "哪些？\n可多选",
          bold: [{ offset: 0, length: 3 }],
          buttons: [{ text: "✓ 甲", action: "t:1" }],
        },
      },
    });
  });

  test("under a message too old for Telegram to show is still an answer", () => {
    const old = { message_id: 9, date: 0, chat: privateChat };
    expect(tap({ data: "t:1", message: old })?.received).toMatchObject({ kind: "tap", action: "t:1", origin: null });
  });

  test.each([{ message }, { data: "t:1" }, { data: "t:1", message: { ...message, chat: group } }])(
    "that belongs to no conversation is answered all the same",
    (content) => {
      expect(tap(content)?.received).toEqual({ kind: "deadTap", queryId: "q1" });
    },
  );
});
