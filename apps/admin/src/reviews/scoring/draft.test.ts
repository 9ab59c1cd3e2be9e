import { describe, expect, it } from "vitest";
import { differencesOf, draftOf, missingOf, readPoints, type Sheet, scoresOf, sumOf } from "./draft.ts";

const sheet: Sheet = {
  article: "第十一条",
  ground: "",
  fullMarks: 30,
  items: [
    { id: "service", title: "服务", article: "第七条", most: 20, anchors: [] },
    { id: "team", title: "队伍", article: "第六条", most: 10, anchors: [] },
  ],
  directions: [{ id: "innovation", title: "创新" }],
};
const empty = draftOf(null);

describe("a sheet that is being written", () => {
  it("reads points as people type them, and takes nothing for a number that is none", () => {
    expect(readPoints("１８", 20)).toBe(18);
    expect(readPoints(" 0 ", 20)).toBe(0);
    expect(readPoints("", 20)).toBeNull();
    for (const text of ["21", "1.5", "-1", "十", "1e1"]) expect(readPoints(text, 20)).toBeUndefined();
  });

  it("is not saved while some points cannot be read, and says null where nothing is given", () => {
    expect(scoresOf({ ...empty, points: { service: "21" } }, sheet)).toBeNull();
    expect(scoresOf({ ...empty, points: { service: "20" } }, sheet)).toMatchObject({
      items: { service: { points: 20 }, team: { points: null } },
    });
  });

  it("comes back from the server as it was saved", () => {
    const draft = {
      ...empty,
      points: { service: "7", team: "" },
      comments: { service: "有记录", team: "" },
      opinion: "好",
    };
    expect(draftOf(scoresOf(draft, sheet))).toEqual(draft);
  });

  it("counts zero points as given, and names what has none", () => {
    const draft = { ...empty, points: { service: "0", team: "99" } };
    expect(missingOf(draft, sheet, "意见")).toEqual(["队伍", "意见"]);
    expect(sumOf({ ...empty, points: { service: "12", team: "3" } }, sheet)).toBe(15);
  });

  it("names what differs between two", () => {
    const other = { ...empty, comments: { team: "换了人" }, directions: { innovation: "专利" }, opinion: " " };
    expect(differencesOf(empty, other, sheet, "意见")).toEqual(["队伍", "创新"]);
  });
});
