import { describe, expect, it } from "vitest";
import { passwordFaults } from "./passwords.ts";

const codes = (password: string, kind: "staff" | "applicant" = "applicant", email = "zhang@example.org") =>
  passwordFaults(password, { email, kind }, "/password").map(({ code }) => code);

describe("a password", () => {
  it.each([
    ["applicant", 9, ["too_short"]],
    ["applicant", 10, []],
    ["staff", 11, ["too_short"]],
    ["staff", 12, []],
    ["staff", 128, []],
    ["staff", 129, ["too_long"]],
  ] as const)("of %s with %i characters: %j", (kind, length, expected) => {
    expect(codes("abcdefg-".repeat(17).slice(0, length), kind)).toEqual(expected);
  });

  it("counts characters as people do", () => {
    expect(codes("𠮷野家的长密码一二三")).toEqual([]);
    expect(codes("𠮷野家的长密码一二")).toEqual(["too_short"]);
  });

  it("is not one that is guessed first, however it is written, and not a few letters again and again", () => {
    for (const common of ["Password123", "1Q2W3E4R5T", "aaaaaaaaaaaa", "ababababab"]) {
      expect(codes(common), common).toEqual(["too_common"]);
    }
  });

  it("does not hold the name of the mailbox, unless that is too short to tell", () => {
    expect(codes("my-ZHANG-2026")).toEqual(["like_email"]);
    expect(codes("a-long-li-word", "applicant", "li@example.org")).toEqual([]);
  });
});
