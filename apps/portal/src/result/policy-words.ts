import type { ChatFactAnswer, Warning } from "../api/types.ts";
import type { PolicyView } from "../policy/policy.ts";
import { dayText } from "./amounts.ts";

/** The words of a policy for its codes. A code without words stands as it is: better odd than silent. */
export type PolicyWords = {
  fact(id: string): string;
  warning(warning: Warning): string;
  reason(code: string): string;
  /** The name of an enum's value, for example of a platform type. */
  option(value: string): string;
  enquiry(criterionId: string): { title: string; text: string } | null;
  todo(materialId: string): string | null;
};

/** @param answers names its facts with the calendar year, where the policy says 上年度 */
export function wordsOf(policy: PolicyView | null, answers: readonly ChatFactAnswer[]): PolicyWords {
  const named = new Map(answers.map(({ fact, label }) => [fact, label]));
  const facts = new Map(policy?.facts.map(({ id, label }) => [id, label]));
  const options = new Map(policy?.facts.flatMap((fact) => Object.entries(fact.options)));
  const criteria = new Map(policy?.criteria.map((criterion) => [criterion.id, criterion]));
  const papers = policy?.materials.flatMap((material) => [material, ...material.parts]) ?? [];
  const todos = new Map(papers.map(({ id, todo }) => [id, todo]));
  const fact = (id: string): string => named.get(id) ?? facts.get(id) ?? id;
  const text = (code: string): string => policy?.texts[code] ?? code;
  const shown = (value: string | number | string[]): string =>
    Array.isArray(value) ? value.map(fact).join("、") : dayText(fact(String(value)));
  return {
    fact,
    reason: text,
    warning: ({ code, params }) =>
      text(code).replace(/\{(\w+)\}/g, (whole, name: string) => {
        const value = params[name];
        return value === undefined ? whole : shown(value);
      }),
    option: (value) => options.get(value) ?? value,
    enquiry: (id) => criteria.get(id)?.enquiry ?? null,
    todo: (id) => todos.get(id) ?? null,
  };
}
