import type { FieldError } from "@shifan/contract/client";

/** What the server found wrong, by JSON pointer. */
export function errorsByPointer(errors: readonly FieldError[]): ReadonlyMap<string, string> {
  return new Map(errors.map(({ path, message }) => [path, message]));
}

/** What of it lies at or below a name, by the rest of the pointer. */
export function errorsBelow(errors: ReadonlyMap<string, string>, name: string): ReadonlyMap<string, string> {
  const prefix = `/${name}`;
  return new Map(
    [...errors].flatMap(([path, message]) =>
      path === prefix || path.startsWith(`${prefix}/`) ? [[path.slice(prefix.length), message] as const] : [],
    ),
  );
}
