import { type Assessment, checkUscc } from "@shifan/rules";
import type { DialogInput } from "./input.ts";

type Facts = Readonly<Record<string, unknown>>;

/** What the public register has of the unit whose code was given. Whoever holds the conversation looks it up; the conversation itself knows no register. */
export interface RegisterFinding {
  /** What is on record goes before what anybody states of themselves: facts of the policy; empty where the unit is not barred. */
  readonly facts: Facts;
  /** The last day on which nothing may be handed in (第十四条); null where the unit is not barred today. */
  readonly barredUntil: Assessment["reapplyBarredUntil"];
}

/** What a person typed, as a credit code and nothing else: a right one, one that cannot be, or something other. */
export type WrittenCode = { readonly kind: "code"; readonly code: string } | { readonly kind: "wrong" } | null;

/** As long as a code, or one character off, in the characters of one: no answer to any question looks like it. */
const looksLikeCode = /^[1-9A-Z](?=.*\d{4})[0-9A-Z]{16,18}$/;

export function readCode(text: string): WrittenCode {
  const checked = checkUscc(text);
  // Amounts one after the other, or from one to the other, are no code, although their digits may pass both checks by chance.
  const isOneWord = /^[0-9A-Z]+$/.test(text.normalize("NFKC").trim().toUpperCase());
  if (!isOneWord && !/[A-Z]/.test(checked.code)) return null;
  if (checked.ok) return { kind: "code", code: checked.code };
  return isOneWord && looksLikeCode.test(checked.code) ? { kind: "wrong" } : null;
}

/** The code that an input gives, which is to be looked up before the conversation goes on; null when it gives none. */
export function codeToLookUp(input: DialogInput): string | null {
  const text = "text" in input ? input.text : "facts" in input ? input.facts.uscc : null;
  const written = typeof text === "string" ? readCode(text) : null;
  return written?.kind === "code" ? written.code : null;
}

/** What stands in the transcript in the place of a code: it is not kept. */
export const codeInTranscript = "（统一社会信用代码，没有记下）";
