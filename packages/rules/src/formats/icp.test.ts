import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readIcpNumber } from "./icp.ts";

describe("readIcpNumber", () => {
  it.each([
    ["豫ICP备12345678号-1", "豫ICP备12345678号-1", "-1 is the site's"],
    ["豫ICP备12345678号", "豫ICP备12345678号", "the subject's number"],
    ["豫icp备 12345678 号 - 12", "豫ICP备12345678号-12", "spaces and lower case"],
    ["豫ＩＣＰ备１２３４５６７８号－３", "豫ICP备12345678号-3", "full width"],
    ["豫ICP备2021012345号-2A", "豫ICP备2021012345号-2A", "an app"],
    ["豫ICP备2021012345号-2X", "豫ICP备2021012345号-2X", "a mini-program"],
    ["京ICP备12345678号—1", "京ICP备12345678号-1", "another province, a long dash"],
    ["备案号：豫ICP备12345678号-1", "豫ICP备12345678号-1", "in a sentence"],
    ["豫ICP备12345678号（郑州）", "豫ICP备12345678号", "a remark after it"],
    [`${"站".repeat(185)}：豫ICP备12345678号`, "豫ICP备12345678号", "in a text of two hundred characters"],
    ["网站备案号是豫ICP备案12345678", "豫ICP备12345678号", "备案 written out, 号 left out"],
  ])("%s → %s (%s)", (text, number) => {
    expect(readIcpNumber(text)).toMatchObject({ ok: true, number, subject: number.replace(/-.*/, "") });
  });

  it.each([
    ["豫公网安备 41010502001234号", "public_security_record"],
    ["公安备案号41010502001234", "public_security_record"],
    ["豫公安备41010502001234号", "public_security_record"],
    ["豫B2-20210123", "telecom_licence"],
    ["豫B220210123", "telecom_licence"],
    ["京ICP证030173号", "telecom_licence"],
    ["增值电信业务经营许可证", "telecom_licence"],
    ["12345678", "province_missing"],
    ["ICP备12345678号-1", "province_missing"],
    ["备案号是ICP备12345678号", "province_missing"],
    ["备案号12345678", "province_missing"],
    ["12345678号-12", "province_missing"],
    ["ICP备12345678号-2A", "province_missing"],
    ["电话12345678", "unreadable"],
    ["12345678转1", "unreadable"],
    ["B2-101室", "unreadable"],
    ["豫ICP备1234567890123号", "number_missing"],
    ["豫ICP备12345678B", "number_missing"],
    ["豫ICP备号", "number_missing"],
    ["豫ICP备12345号", "number_missing"],
    ["www.example.cn", "unreadable"],
    ["", "unreadable"],
    ["没有网站", "unreadable"],
    [`豫ICP备${"1".repeat(300)}号`, "unreadable"],
  ])("%s is not one: %s", (text, problem) => {
    expect(readIcpNumber(text)).toEqual({ ok: false, problem });
  });

  it("never throws, and what it reads it reads again unchanged", () => {
    const pieces = fc.array(
      fc.constantFrom("豫", "ICP", "备", "备案", "公网安备", "12345678", "号", "-1", " ", "B2-", "A"),
      {
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const reading = readIcpNumber(parts.join(""));
        if (reading.ok) expect(readIcpNumber(reading.number)).toEqual(reading);
      }),
    );
  });
});
