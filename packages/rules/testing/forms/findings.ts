import { crossCheck } from "../../src/forms/cross-check.ts";
import type { Finding, FormContext } from "../../src/forms/forms.ts";
import { zhengzhouPolicy } from "../policy.ts";
import { changed, type FormChange } from "./changed.ts";
import { sampleContext, sampleForm } from "./sample-form.ts";

/** What the cross-checks find on the sample form once it is changed. */
export function findingsOn(change: FormChange, context: Partial<FormContext> = {}): Finding[] {
  return crossCheck(zhengzhouPolicy, changed(sampleForm(), change), { ...sampleContext, ...context });
}

export const checksOn = (change: FormChange, context: Partial<FormContext> = {}): string[] =>
  findingsOn(change, context).map(({ check }) => check);
