import { expect, test } from "vitest";
import { type Proof, readCommand, usageOf, usualSeed } from "./command.ts";

const proofs: Record<string, Proof> = {
  faults: { about: "Kills.", size: { counts: "kills", usual: 20 }, run: async () => ({}) },
  mutation: { about: "Mutants.", size: null, takesParts: true, run: async () => ({}) },
};

test.each<[args: string[], read: object]>([
  [["faults"], { kind: "prove", name: "faults", size: 20, seed: usualSeed, parts: [] }],
  [["faults", "--size", "3", "--seed", "0"], { kind: "prove", name: "faults", size: 3, seed: 0, parts: [] }],
  [["--seed", "7", "mutation"], { kind: "prove", name: "mutation", size: 1, seed: 7, parts: [] }],
  [
    ["mutation", "--part", "forms", "--part", "access"],
    { kind: "prove", name: "mutation", size: 1, seed: usualSeed, parts: ["forms", "access"] },
  ],
  [[], { kind: "help" }],
  [["--help"], { kind: "help" }],
])("%j is read", (args, read) => {
  expect(readCommand(args, proofs)).toEqual(read);
});

test.each<[args: string[], why: RegExp]>([
  [["soak"], /no proof "soak"/],
  [["toString"], /no proof/],
  [["faults", "mutation"], /One proof/],
  [["faults", "--size", "0"], /--size/],
  [["faults", "--size", "2.5"], /--size/],
  [["faults", "--seed", "x"], /--seed/],
  [["faults", "--seed=-1"], /--seed/],
  [["faults", "--times", "2"], /--times/],
  [["mutation", "--size", "2"], /one size/],
  [["faults", "--part", "chat"], /whole only/],
])("%j is not run", (args, why) => {
  const command = readCommand(args, proofs);
  expect(command).toMatchObject({ kind: "unusable" });
  expect((command as { why: string }).why).toMatch(why);
});

test("the help names the proofs that there are, and no others", () => {
  expect(usageOf(proofs)).toMatch(/^usage: npm run prove -- faults\|mutation /);
  expect(usageOf(proofs)).toContain("--size: kills (20 when left out).");
  expect(usageOf(proofs)).toContain("Mutants. --part:");
});
