import { pointerStep } from "../src/facts/errors.ts";

export interface JsonFindings {
  /** Of objects and arrays within each other; 0 for a bare value. */
  readonly depth: number;
  /** JSON pointers of keys that stand twice in one object, where JSON.parse would silently keep the last. */
  readonly duplicates: readonly string[];
}

interface Level {
  /** Keys seen so far; null in an array. */
  readonly keys: Set<string> | null;
  step: string | number;
  expectsKey: boolean;
}

const stringPattern = /"(?:[^"\\]|\\[\s\S])*"/y;

function readKey(literal: string): string {
  try {
    return String(JSON.parse(literal));
  } catch {
    return literal;
  }
}

/**
 * Looks through JSON text, before it is parsed, for what parsing hides. Made for any text at all: what is no JSON is
 * found out by the parser, which comes next.
 */
export function inspectJson(text: string): JsonFindings {
  const levels: Level[] = [];
  const duplicates: string[] = [];
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    const level = levels.at(-1);
    if (character === '"') {
      stringPattern.lastIndex = at;
      const literal = stringPattern.exec(text)?.[0];
      if (literal === undefined) break;
      at += literal.length - 1;
      if (!level?.keys || !level.expectsKey) continue;
      level.step = readKey(literal);
      level.expectsKey = false;
      if (level.keys.has(level.step)) duplicates.push(levels.map(({ step }) => `/${pointerStep(step)}`).join(""));
      level.keys.add(level.step);
    } else if (character === "{") levels.push({ keys: new Set(), step: "", expectsKey: true });
    else if (character === "[") levels.push({ keys: null, step: 0, expectsKey: false });
    else if (character === "}" || character === "]") levels.pop();
    else if (character === "," && level) {
      if (level.keys) level.expectsKey = true;
      else level.step = Number(level.step) + 1;
    }
    depth = Math.max(depth, levels.length);
  }
  return { depth, duplicates };
}
