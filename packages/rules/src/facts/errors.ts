/** One thing wrong with the input: where (JSON pointer), what (a stable code), and what is expected, in Chinese. */
export interface FieldError {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** Escapes one step of a JSON pointer (RFC 6901). */
export function pointerStep(step: string | number): string {
  return String(step).replaceAll("~", "~0").replaceAll("/", "~1");
}
