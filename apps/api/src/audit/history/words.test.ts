import { labelOfField } from "@shifan/contract";
import type { Json } from "@shifan/db";
import { trackedColumns } from "@shifan/db/testing";
import { zhengzhouPolicy } from "@shifan/rules/testing";
import { describe, expect, it } from "vitest";
import { unshownFields } from "./unshown.ts";
import { describeChanges } from "./words.ts";

const wording = {
  resource: "reviews",
  policy: zhengzhouPolicy,
  names: new Map([["u1", "李四"]]),
  sealed: new Set<string>(),
};
const told = (path: (string | number)[], before: Json | undefined, after: Json | undefined, own = {}) =>
  describeChanges({ ...wording, ...own }, [
    { path, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) },
  ]);

describe("a change in words", () => {
  it("has words for every column of a tracked record, or leaves it out on purpose", () => {
    const unworded = trackedColumns().filter(
      ({ column }) => !unshownFields.has(column) && labelOfField(column) === column,
    );
    expect(unworded).toEqual([]);
  });

  it("names states, days, instants, districts, people, yes and no", () => {
    expect(told(["review", "state"], "assigned", "scoring")).toEqual([
      { label: "状态", before: "待声明", after: "评分中" },
    ]);
    expect(told(["dueOn"], null, "2026-06-10")).toMatchObject([{ before: null, after: "2026年6月10日" }]);
    expect(told(["submittedAt"], null, "2026-06-10T01:30:00.000Z")).toMatchObject([{ after: "2026年6月10日 09:30" }]);
    expect(told(["district"], "410105", "410102")).toMatchObject([{ before: "金水区", after: "中原区" }]);
    expect(told(["judgedBy"], null, "u1")).toMatchObject([{ after: "李四" }]);
    expect(told(["isLate"], false, true)).toMatchObject([{ before: "否", after: "是" }]);
  });

  it("calls a score by the item of the sheet, and every field of what was added by its own", () => {
    const [item] = zhengzhouPolicy.document.score_sheet.items;
    const scores = { items: { [item?.id ?? ""]: { points: 7, comment: "" } }, directions: {}, opinion: "同意" };
    expect(told(["scores"], null, scores)).toEqual([
      { label: `${item?.title}：分数`, before: null, after: "7" },
      { label: "评审意见", before: null, after: "同意" },
    ]);
  });

  it("says of a personal value that there was one, of a sealed field nothing, of names of records nothing", () => {
    const sealed = { c: "a".repeat(43) };
    expect(told(["holderPhone"], sealed, { c: "b".repeat(43) })).toEqual([
      { label: "经办人电话", before: "（个人信息，不留内容）", after: "（个人信息，不留内容）" },
    ]);
    expect(told(["scores", "opinion"], "甲", "乙", { sealed: new Set(["scores"]) })).toEqual([]);
    expect(told(["applicationId"], null, "a1")).toEqual([]);
    expect(told(["fileIds"], [], ["3cb14b38-ccbc-4e65-97a3-88b31fee71dd"])).toMatchObject([{ after: "1项" }]);
  });

  it("cuts what is too long to be read", () => {
    expect(told(["opinion"], null, "好".repeat(400))[0]?.after).toHaveLength(302);
  });
});
