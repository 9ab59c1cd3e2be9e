import type { FileMediaType } from "@shifan/contract";

/** What looking into a file came to. A detail says what was found where the code's own wording does not. */
export type Finding =
  | { ok: true; mediaType: FileMediaType }
  | { ok: false; code: "file_type_not_accepted"; found: string }
  | { ok: false; code: "file_unsafe" | "file_encrypted" | "file_damaged"; detail?: string };

export const unsafe = (detail: string): Finding => ({ ok: false, code: "file_unsafe", detail });
export const encrypted = (): Finding => ({ ok: false, code: "file_encrypted" });
export const damaged = (): Finding => ({ ok: false, code: "file_damaged" });
export const notAccepted = (found: string): Finding => ({ ok: false, code: "file_type_not_accepted", found });
