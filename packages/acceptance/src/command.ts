import { parseArgs } from "node:util";

/** A proof that a person can ask for: what it proves, and what its size counts. */
export interface Proof {
  readonly about: string;
  /** Null where the proof has one size only. */
  readonly size: { readonly counts: string; readonly usual: number } | null;
  /** Whether it can prove named parts alone; what it found of the others before is kept. */
  readonly takesParts?: true;
  readonly run: (ask: Ask, say: (line: string) => void, now: Date) => Promise<object>;
}

export interface Ask {
  readonly size: number;
  readonly seed: number;
  /** Empty: all. */
  readonly parts: readonly string[];
}

export const usualSeed = 20_261_123;

export type Command =
  | ({ readonly kind: "prove"; readonly name: string } & Ask)
  | { readonly kind: "help" }
  | { readonly kind: "unusable"; readonly why: string };

/** Reads what was asked for. Sizes and seeds are whole numbers; a size is at least 1. */
export function readCommand(args: readonly string[], proofs: Readonly<Record<string, Proof>>): Command {
  let read: ReturnType<typeof parse>;
  try {
    read = parse(args);
  } catch (cause) {
    return { kind: "unusable", why: (cause as Error).message };
  }
  const { values, positionals } = read;
  const [name, ...more] = positionals;
  if (values.help || (name === undefined && more.length === 0)) return { kind: "help" };
  const proof = name !== undefined && Object.hasOwn(proofs, name) ? proofs[name] : undefined;
  if (name === undefined || proof === undefined) return { kind: "unusable", why: `There is no proof "${name}".` };
  if (more.length > 0) return { kind: "unusable", why: "One proof at a time." };
  if (values.size !== undefined && proof.size === null) return { kind: "unusable", why: `${name} has one size only.` };
  const parts = values.part ?? [];
  if (parts.length > 0 && !proof.takesParts) return { kind: "unusable", why: `${name} is proved whole only.` };
  const size = readWhole(values.size) ?? proof.size?.usual ?? 1;
  const seed = readWhole(values.seed) ?? usualSeed;
  if (!(size >= 1)) return { kind: "unusable", why: "--size takes a whole number from 1 on." };
  if (!(seed >= 0)) return { kind: "unusable", why: "--seed takes a whole number from 0 on." };
  return { kind: "prove", name, size, seed, parts };
}

function parse(args: readonly string[]) {
  const option = { type: "string" } as const;
  return parseArgs({
    args: [...args],
    options: {
      size: option,
      seed: option,
      part: { ...option, multiple: true },
      help: { type: "boolean", short: "h" },
    },
    allowPositionals: true,
  });
}

/** Undefined where nothing was written, NaN where it is no whole number. */
function readWhole(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  return /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
}

/** The help: the proofs that there are. */
export function usageOf(proofs: Readonly<Record<string, Proof>>): string {
  const names = Object.keys(proofs);
  const width = Math.max(...names.map((name) => name.length));
  const lines = Object.entries(proofs).map(([name, { about, size, takesParts }]) => {
    const counted = size === null ? "" : ` --size: ${size.counts} (${size.usual} when left out).`;
    const partly = takesParts ? " --part: one of its parts, once or more (all when left out)." : "";
    return `  ${name.padEnd(width)}  ${about}${counted}${partly}`;
  });
  return `usage: npm run prove -- ${names.join("|")} [--size N] [--seed S] [--part P]\n\n${lines.join("\n")}\n\nThe result is kept in docs/measurements with date and commit.\n`;
}
