/** A value that has no canonical form, and where it stands. */
export class CanonicalFormError extends TypeError {
  override readonly name = "CanonicalFormError";
  /** JSON pointer. */
  readonly path: string;

  constructor(path: string, what: string) {
    super(`${what} at "${path}" has no canonical form`);
    this.path = path;
  }
}

/**
 * The one text of a value, for hashing: JSON with sorted keys and nothing between its parts (RFC 8785; unlike there, half of a surrogate pair
 * is escaped, as JSON.stringify does, because people's texts may hold one). A Date is its instant in UTC with milliseconds, a bigint its digits
 * as a string.
 *
 * @throws CanonicalFormError for whatever JSON would drop or bend: undefined, NaN, infinity, functions, objects of a class
 */
export function canonicalJson(value: unknown): string {
  return write(value, "");
}

function write(value: unknown, path: string): string {
  if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new CanonicalFormError(path, String(value));
    return JSON.stringify(value);
  }
  if (typeof value === "bigint") return `"${value}"`;
  if (typeof value !== "object") throw new CanonicalFormError(path, typeof value);
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) throw new CanonicalFormError(path, "an invalid date");
    return `"${value.toISOString()}"`;
  }
  if (Array.isArray(value)) return `[${Array.from(value, (item, index) => write(item, `${path}/${index}`)).join(",")}]`;
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new CanonicalFormError(path, "an object of a class");
  return writeObject(value as Readonly<Record<string, unknown>>, path);
}

function writeObject(object: Readonly<Record<string, unknown>>, path: string): string {
  // Sorted by UTF-16 code units, which is what sort() does without being told otherwise.
  const members = Object.keys(object)
    .sort()
    .map((name) => {
      const step = name.replaceAll("~", "~0").replaceAll("/", "~1");
      return `${JSON.stringify(name)}:${write(object[name], `${path}/${step}`)}`;
    });
  return `{${members.join(",")}}`;
}
