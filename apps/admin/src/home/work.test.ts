import { describe, expect, it } from "vitest";
import { addressOf } from "./work.ts";

describe("the way from a task to its work", () => {
  it("leads to the one record, or to the list with the server's filter", () => {
    expect(addressOf({ resource: "sanctions", recordId: "a/1", filter: null })).toBe("/sanctions/a%2F1/show");
    const address = addressOf({ resource: "applications", recordId: null, filter: { state: ["submitted"] } });
    expect(new URLSearchParams(address.split("?")[1]).get("filter")).toBe('{"state":["submitted"]}');
  });
});
