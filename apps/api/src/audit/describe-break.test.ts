import type { AuditBreak } from "@shifan/db";
import { expect, it } from "vitest";
import { describeBreak } from "./describe-break.ts";

const record = { resource: "applications", recordId: "a7", entryId: "e9", position: 41 };

it.each<[AuditBreak, readonly string[]]>([
  [
    { code: "entry_changed", entryId: "e9", position: 41, fields: ["ground", "role"] },
    ["e9", "位置 41", "ground、role"],
  ],
  [{ code: "entry_changed", entryId: "e9", position: null, fields: ["at"] }, ["e9", "还没有编入"]],
  [{ code: "leaf_mismatch", entryId: "e9", position: 41 }, ["e9", "位置 41"]],
  [{ code: "entry_missing", entryId: "e9", position: 41 }, ["e9", "位置 41"]],
  [{ code: "position_missing", position: 41 }, ["位置 41"]],
  [{ code: "entry_outside", entryId: "e9" }, ["e9"]],
  [{ code: "node_changed", level: 3, index: 5 }, ["第 3 层第 5 个"]],
  [{ code: "nodes_surplus", surplus: 2 }, ["2 个"]],
  [{ code: "root_mismatch", source: "given", size: 42 }, ["42", "所给文件里"]],
  [{ code: "signature_invalid", source: "database", size: 42 }, ["42", "数据库里"]],
  [{ code: "key_unknown", source: "file", size: 42, publicKey: "pk" }, ["42", "检查点文件里", "pk"]],
  [{ code: "tail_missing", source: "file", size: 42, present: 40 }, ["42", "40"]],
  [{ code: "checkpoint_file_missing" }, ["checkpoints.jsonl"]],
  [{ code: "record_changed", ...record }, ["applications", "a7", "e9", "位置 41"]],
  [{ code: "record_unrecorded", resource: "applications", recordId: "a7" }, ["applications", "a7"]],
  [{ code: "record_missing", ...record }, ["applications", "a7", "e9", "位置 41"]],
  [{ code: "record_unreadable", resource: "applications" }, ["applications"]],
])("what was found is named and explained in plain Chinese: %j", (found, names) => {
  const { what, means } = describeBreak(found);
  for (const name of names) expect(what).toContain(name);
  expect(means).toMatch(/[\u4e00-\u9fa5]/u);
  expect(what + means).not.toMatch(/失败|错误|非法|undefined|null/u);
});
