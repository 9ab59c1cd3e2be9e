import { expect, it } from "vitest";
import { readAll } from "./read-all.ts";

const asked = new Request("http://localhost/api/v1/exports/experts", { headers: { cookie: "session=1" } });
const list = () => new URL('http://localhost/api/v1/experts?filter={"state":"active"}');
const page = (rows: object[], range: string, next?: string) =>
  Response.json(rows, { headers: { "content-range": range, ...(next === undefined ? {} : { "next-cursor": next }) } });

it("reads a list to its end with the caller's cookies, filter and pages by cursor", async () => {
  const seen: Request[] = [];
  const answers = [page([{ id: "a" }], "experts 0-0/2", "behind-a"), page([{ id: "b" }], "experts 1-1/2")];
  const read = await readAll(
    (request) => {
      seen.push(request);
      return answers[seen.length - 1] as Response;
    },
    asked,
    list(),
  );
  expect(read).toEqual({ rows: [{ id: "a" }, { id: "b" }] });
  expect(seen.map(({ headers }) => headers.get("cookie"))).toEqual(["session=1", "session=1"]);
  expect(seen.map(({ url }) => new URL(url).searchParams.get("filter"))).toEqual(Array(2).fill('{"state":"active"}'));
  expect(seen.map(({ url }) => new URL(url).searchParams.get("cursor"))).toEqual([null, "behind-a"]);
});

it.each(["experts 0-499/5001", "experts 0-499/*"])("takes no part of what is too much: %s", async (range) => {
  expect(await readAll(() => page([{}], range, "next"), asked, list())).toEqual({ tooMany: true });
});

it("hands on what the list refuses", async () => {
  const refused = new Response(null, { status: 403 });
  expect(await readAll(() => refused, asked, list())).toEqual({ refused });
});
