import { parseArgs } from "node:util";

export interface Asked {
  /** The one benchmark to run; null for all. */
  readonly only: string | null;
  readonly record: boolean;
}

/** Reads the command line: a benchmark by its name, with or without `--only`. Null where it names none or more than one. */
export function readArguments(args: string[], names: readonly string[]): Asked | null {
  try {
    const options = { only: { type: "string", multiple: true }, record: { type: "boolean" } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const asked = [...(values.only ?? []), ...positionals];
    if (asked.length > 1 || !asked.every((name) => names.includes(name))) return null;
    return { only: asked[0] ?? null, record: values.record ?? false };
  } catch {
    // An option that there is not, or one without its value.
    return null;
  }
}
