import { Hono } from "hono";
import { expect, it } from "vitest";
import { clientAddress } from "./address.ts";

async function addressOf(forwarded: string | null, trustedProxies: number): Promise<string> {
  const app = new Hono().get("/", (context) => context.text(clientAddress(context, trustedProxies)));
  return (await app.request("/", { headers: forwarded === null ? {} : { "x-forwarded-for": forwarded } })).text();
}

it.each([
  ["10.0.0.1", 0, "unknown"],
  ["10.0.0.1", 1, "10.0.0.1"],
  ["6.6.6.6, 10.0.0.1", 1, "10.0.0.1"],
  ["6.6.6.6, 10.0.0.1, 172.16.0.1", 2, "10.0.0.1"],
  ["10.0.0.1", 2, "unknown"],
  [null, 1, "unknown"],
])("of X-Forwarded-For %j, %i trusted proxies believe %s", async (forwarded, trusted, expected) => {
  expect(await addressOf(forwarded, trusted)).toBe(expected);
});
