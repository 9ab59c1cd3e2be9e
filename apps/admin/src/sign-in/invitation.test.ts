import { expect, test } from "vitest";
import { invitationIn } from "./invitation.ts";

test.each([
  ["#/invitation/AbC-12_3", "AbC-12_3"],
  ["#/invitation/", null],
  ["#/invitation/a/b", null],
  ["#/invitation/a%2Fb", null],
  ["", null],
])("%s is the link of %s", (hash, token) => expect(invitationIn(hash)).toBe(token));
