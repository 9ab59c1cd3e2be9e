import { describe, expect, it } from "vitest";
import { createAuditKeys, isSignedByItsKey, makeCheckpoint, readCheckpoint, writeCheckpoint } from "./checkpoints.ts";

const keys = createAuditKeys([Buffer.alloc(32, 1), Buffer.alloc(32, 2)]);
const head = { size: 7, root: "A".repeat(43), at: new Date("2026-06-10T01:30:00.123Z") };
const checkpoint = makeCheckpoint(keys, head);

describe("a checkpoint", () => {
  it("is signed by the first key, and the others are known for what they signed before", () => {
    expect(isSignedByItsKey(checkpoint)).toBe(true);
    expect(checkpoint.publicKey).toBe(keys.publicKeys[0]);
    expect(keys.publicKeys).toEqual([keys.publicKeys[0], createAuditKeys([Buffer.alloc(32, 2)]).publicKeys[0]]);
  });

  // RFC 8032, section 7.1, test 1.
  it("has the public key that belongs to the seed", () => {
    const seed = Buffer.from("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "hex");
    const expected = Buffer.from("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "hex");
    expect(createAuditKeys([seed]).current.publicKey).toBe(expected.toString("base64url"));
  });

  it.each([
    ["size", { size: 8 }],
    ["root", { root: "B".repeat(43) }],
    ["instant", { at: new Date("2026-06-10T01:30:00.124Z") }],
    ["key", { publicKey: keys.publicKeys[1] ?? "" }],
    ["key, which is none", { publicKey: "none" }],
    ["signature", { signature: makeCheckpoint(keys, { ...head, size: 8 }).signature }],
  ])("is not signed any more with another %s", (_, change) => {
    expect(isSignedByItsKey({ ...checkpoint, ...change })).toBe(false);
  });

  it("is read from a document that may carry more, and from nothing else", () => {
    const document = writeCheckpoint(checkpoint);
    expect(readCheckpoint({ ...document, note: "kept by the auditor" })).toEqual(checkpoint);
    for (const wrong of [
      null,
      "text",
      {},
      { ...document, size: 0 },
      { ...document, size: "7" },
      { ...document, at: "2026-06-10T09:30:00.123+08:00" },
      { ...document, at: "yesterday" },
      { ...document, root: undefined },
      { ...document, signature: 1 },
    ]) {
      expect(readCheckpoint(wrong)).toBeNull();
    }
  });

  it.each([[[]], [[Buffer.alloc(33)]]])("needs a key of 32 bytes: %j", (seeds) => {
    expect(() => createAuditKeys(seeds)).toThrow(RangeError);
  });
});
