import { maximumFileBytes } from "@shifan/rules";
import { describe, expect, it } from "vitest";
import { acceptedFilesText } from "../accepted-files.ts";
import { mostExportedRows } from "../exported-lists.ts";
import { maximumFilesOfRecord } from "../files.ts";
import { problemCodes } from "./codes.ts";

describe("the codes of refusal", () => {
  it.each(Object.entries(problemCodes))(
    "%s has a status of its own kind and Chinese wording without blame",
    (_, code) => {
      expect(code.status).toBeGreaterThanOrEqual(400);
      expect(code.status).toBeLessThan(600);
      for (const text of [code.title, code.detail]) {
        expect(text).toMatch(/[\u4e00-\u9fa5]/u);
        expect(text).not.toMatch(/失败|错误|非法/u);
      }
    },
  );

  it("say the limits of files that hold", () => {
    expect(problemCodes.file_too_large.detail).toContain(`不超过${maximumFileBytes / 1_000_000} MB`);
    expect(problemCodes.export_too_large.detail).toContain(`最多导出${mostExportedRows.toLocaleString("en-US")}项`);
    expect(problemCodes.too_many_files.detail).toContain(`最多${maximumFilesOfRecord}个文件`);
    const [kinds = ""] = acceptedFilesText.split("，每个");
    expect(problemCodes.file_type_not_accepted.detail).toContain(`接受${kinds}。`);
  });
});
