import type { FieldError } from "@shifan/contract";

export const maximumNesting = 20;

type Level = { array: boolean; path: string; index: number; names: Set<string> };

/**
 * Looks through a valid JSON text for what parsing would hide: a name twice in one object (the last would win), the name `__proto__` (libraries
 * drop it), and objects and arrays within each other deeper than allowed.
 *
 * @param text valid JSON
 * @returns what is wrong, the first 100
 */
export function scanJson(text: string): FieldError[] {
  const errors: FieldError[] = [];
  const levels: Level[] = [];
  let expectsName = false;
  let step = "";
  for (let at = 0; at < text.length && errors.length < 100; at += 1) {
    const character = text.charCodeAt(at);
    const level = levels.at(-1);
    if (character === quote) {
      const end = endOfString(text, at);
      if (expectsName && level !== undefined) {
        step = JSON.parse(text.slice(at, end + 1)) as string;
        checkName(step, level, errors);
        expectsName = false;
      }
      at = end;
    } else if (character === openBrace || character === openBracket) {
      if (levels.length === maximumNesting) {
        const path = pointer(level, step);
        return [{ path, code: "too_deep", message: `最多套${maximumNesting}层` }];
      }
      const array = character === openBracket;
      levels.push({ array, path: level === undefined ? "" : pointer(level, step), index: 0, names: new Set() });
      expectsName = !array;
    } else if (character === closeBrace || character === closeBracket) {
      levels.pop();
      expectsName = false;
    } else if (character === comma && level !== undefined) {
      level.index += 1;
      expectsName = !level.array;
    }
  }
  return errors;
}

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;

function checkName(name: string, level: Level, errors: FieldError[]): void {
  const path = pointer(level, name);
  if (name === "__proto__") errors.push({ path, code: "unknown_field", message: "没有这一项" });
  else if (level.names.has(name)) errors.push({ path, code: "duplicate_name", message: "这一项写了两次，请只留一次" });
  level.names.add(name);
}

function pointer(level: Level | undefined, name: string): string {
  if (level === undefined) return "";
  const step = level.array ? String(level.index) : name.replaceAll("~", "~0").replaceAll("/", "~1");
  return `${level.path}/${step}`;
}

/** The place of the quote that ends the string which begins at `start`. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; ; at += 1) {
    const character = text.charCodeAt(at);
    if (character === quote) return at;
    if (character === backslash) at += 1;
  }
}
