import { expect, it } from "vitest";
import { entryDraftsOn } from "./entry-drafts.ts";

function shelf() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}
const written = { seen: { revision: 2, values: { fax: null } }, typed: { fax: "0371-1" } };

it("what was typed and not sent is there again after a reload, for the same person and the same form alone", () => {
  const store = shelf();
  entryDraftsOn(() => store, "zhao", "a1").write("basics", written);
  expect(entryDraftsOn(() => store, "zhao", "a1").read("basics")).toEqual(written);
  expect(entryDraftsOn(() => store, "zhao", "a1").parts()).toEqual(["basics"]);
  expect(entryDraftsOn(() => store, "zhao", "a2").parts()).toEqual([]);
  expect(entryDraftsOn(() => store, "qian", "a1").parts()).toEqual([]);
});

it("what was sent and not answered is sent with the same key after a reload, and what follows it with another", () => {
  const store = shelf();
  const drafts = entryDraftsOn(() => store, "zhao", "a1");
  drafts.write("served/new", written);
  const key = drafts.keyOf("served/new", { fax: "0371-1" });
  drafts.write("served/new", written);
  const again = entryDraftsOn(() => store, "zhao", "a1");
  expect(again.read("served/new")).toEqual(written);
  expect(again.keyOf("served/new", { fax: "0371-1" })).toBe(key);
  expect(again.keyOf("served/new", { fax: "0371-2" })).not.toBe(key);
  again.write("served/new", null);
  again.write("served/new", written);
  expect(again.keyOf("served/new", { fax: "0371-1" })).not.toBe(key);
});

it("nothing stays in the browser of what is on the server", () => {
  const store = shelf();
  const drafts = entryDraftsOn(() => store, "zhao", "a1");
  drafts.write("basics", written);
  drafts.write("basics", null);
  expect(drafts.read("basics")).toBeNull();
  expect(store.kept.size).toBe(0);
});

it("tells which parts are not on the server, and when that changes", () => {
  const drafts = entryDraftsOn(shelf, "zhao", "a1");
  let told = 0;
  drafts.subscribe(() => {
    told += 1;
  });
  const before = drafts.parts();
  drafts.write("basics", written);
  expect([told, drafts.parts()]).toEqual([1, ["basics"]]);
  expect(drafts.parts()).not.toBe(before);
});

it.each(["{", "null", "[]", '{"basics":{"typed":{}}}', '{"basics":3}'])(
  "what is no draft is read as none: %s",
  (text) => {
    const store = shelf();
    store.setItem("shifan.entry.zhao.a1", text);
    expect(entryDraftsOn(() => store, "zhao", "a1").parts()).toEqual([]);
  },
);
