import type { Policy, QuestionDocument } from "@shifan/rules";
import { factDocument } from "../presenting/values.ts";

/** One thing to tick or tap on a screen of choices: a value of a fact. */
export interface Option {
  /** Position among all options of the question, stable whatever part of the screen is shown. */
  readonly index: number;
  readonly label: string;
  /** Other words by which people name it. */
  readonly words: readonly string[];
  readonly fact: string;
  readonly value: unknown;
}

/** Every option of a question, in the policy's order. A yes/no fact among several is one option, a set one for each value. */
export function optionsOf(policy: Policy, question: QuestionDocument): Option[] {
  const options: Omit<Option, "index">[] = [];
  for (const fact of question.facts) {
    const document = factDocument(policy, fact);
    const [kind] = document.type.split(":");
    if (kind === "bool" && question.input === "one") {
      for (const value of [true, false]) {
        const label = question.options[String(value)] ?? (value ? "是" : "不是");
        options.push({ label, words: document.option_words?.[String(value)] ?? [], fact, value });
      }
    } else if (kind === "bool") {
      options.push({ label: question.options[fact] ?? document.label, words: document.aliases, fact, value: true });
    } else {
      const values = policy.factKinds[policy.factIndexes.get(fact) ?? -1]?.values ?? [];
      for (const value of values) {
        const words = document.option_words?.[value] ?? [];
        options.push({ label: document.options?.[value] ?? value, words, fact, value });
      }
    }
  }
  return options.map((option, index) => ({ ...option, index }));
}

export function isYesNo(policy: Policy, fact: string): boolean {
  return factDocument(policy, fact).type === "bool";
}
