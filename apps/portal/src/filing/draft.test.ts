import { expect, test } from "vitest";
import { draftsOn, noDraft } from "./draft.ts";

function shelf() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}
const draft = {
  values: { content: "收费没有公示" },
  sent: { text: "{}", key: "k1" },
  receipt: { receiptNumber: "4821-0937-5561-2041", receivedOn: "2026-06-10", message: "已收到。" },
};

test("what is written, sent and received is there again after the page is loaded anew", () => {
  const store = shelf();
  draftsOn(() => store).write("complaint", draft);
  const after = draftsOn(() => store);
  expect(after.read("complaint")).toEqual(draft);
  expect(after.read("another")).toEqual(noDraft);
});

test("what is put away is gone from the device", () => {
  const store = shelf();
  const drafts = draftsOn(() => store);
  drafts.write("complaint", draft);
  drafts.forget("complaint");
  expect(drafts.read("complaint")).toEqual(noDraft);
  expect(store.kept.size).toBe(0);
});

test("a browser that keeps nothing has it as long as the page, and is known for it", () => {
  const drafts = draftsOn(() => {
    throw new DOMException("refused");
  });
  drafts.write("complaint", draft);
  expect(drafts.read("complaint")).toEqual(draft);
  expect(drafts.lasts()).toBe(false);
  expect(draftsOn(shelf).lasts()).toBe(true);
});

test.each(["", "{", "null", "3", '{"values":{"content":1},"receipt":{}}'])(
  "what is no draft is read as none: %s",
  (text) => {
    const store = shelf();
    store.setItem("shifan.filing.complaint", text);
    expect(draftsOn(() => store).read("complaint")).toEqual(noDraft);
  },
);
