import { expect, test } from "vitest";
import { choicesOf, turnOf } from "../../testing/turns.ts";
import { renderTurn } from "./renderTurn.ts";

test("buttons stand under the last part of a long message only", () => {
  const parts = renderTurn(turnOf({ text: "字".repeat(5_000), choices: choicesOf("是") }));
  expect(parts.map((part) => part.kind === "text" && part.keyboard.flat().length)).toEqual([0, 1]);
});

test("every message is shown, its files after it", () => {
  const turn = turnOf({ text: "请看", files: [{ name: "待查清单.txt", url: "/f/1" }] });
  expect(renderTurn({ messages: [...turn.messages, ...turnOf({ text: "下一题" }).messages] })).toEqual([
    { kind: "text", styled: { text: "请看", bold: [] }, keyboard: [] },
    { kind: "file", name: "待查清单.txt", url: "/f/1" },
    { kind: "text", styled: { text: "下一题", bold: [] }, keyboard: [] },
  ]);
});

test("buttons without a text get one, as Telegram takes no empty message", () => {
  expect(renderTurn(turnOf({ choices: choicesOf("是") }))).toMatchObject([{ styled: { text: "请选择：" } }]);
});

test("a message with nothing in it is not sent", () => {
  expect(renderTurn(turnOf({ text: " \n" }))).toEqual([]);
});

test("labels that a button cannot show whole are listed under the text", () => {
  const label = "协议约定由合作机构长期提供专业服务并按次结算费用";
  const [part] = renderTurn(turnOf({ text: "哪一种？", choices: choicesOf(label, "否") }));
  expect(part).toMatchObject({ styled: { text: `哪一种？\n\n可选（也可以直接回复文字）：\n· ${label}` } });
});
