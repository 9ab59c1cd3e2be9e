import { expect, it } from "vitest";
import { noteDraftsOn } from "./note-drafts.ts";

it("what was typed of a note is there again for whoever typed it, at the same record alone", () => {
  const kept = new Map<string, string>();
  const shelf = () => ({
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
  noteDraftsOn(shelf, "zhao").write("applications/a1", "电话里说过");
  expect(noteDraftsOn(shelf, "zhao").read("applications/a1")).toBe("电话里说过");
  expect(noteDraftsOn(shelf, "zhao").read("applications/a2")).toBe("");
  expect(noteDraftsOn(shelf, "qian").read("applications/a1")).toBe("");
  noteDraftsOn(shelf, "zhao").forget("applications/a1");
  expect(kept.size).toBe(0);
});
