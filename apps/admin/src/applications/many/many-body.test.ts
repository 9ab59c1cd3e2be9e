import { actOnManySchema } from "@shifan/contract";
import { expect, it } from "vitest";
import { type ManyAct, manyActs, manyBodyOf } from "./many-body.ts";

const cases = [
  { id: "a1", revision: 3 },
  { id: "a2", revision: 7 },
];
const bodies: Readonly<Record<ManyAct, Record<string, unknown>>> = {
  receive: { reason: "原件已核对" },
  propose: {},
  "not-propose": { reason: "名额已满" },
  certify: { documentNumber: "郑工信〔2026〕1号", certifiedOn: "2026-08-10" },
};

it.each(manyActs)("puts %s on many as the server takes it, each with the state that was seen", (act) => {
  const body = actOnManySchema.parse(manyBodyOf(act, cases, bodies[act]));
  expect(body.applications.map(({ id, revision }) => [id, revision])).toEqual([
    ["a1", 3],
    ["a2", 7],
  ]);
});
