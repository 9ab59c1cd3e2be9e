import type { Answers, DialogContext } from "../state.ts";

/**
 * Keeps what follows from the answers: recording an input, moving on and presenting the turn all ask for the same. Answers and contexts are
 * never changed but replaced, so the same ones give the same; what was worked out is forgotten together with the answers.
 */
export function derived<Result>(
  derive: (answers: Answers, context: DialogContext) => Result,
): (answers: Answers, context: DialogContext) => Result {
  const known = new WeakMap<Answers, { context: DialogContext; result: Result }>();
  return (answers, context) => {
    const kept = known.get(answers);
    if (kept?.context === context) return kept.result;
    const result = derive(answers, context);
    known.set(answers, { context, result });
    return result;
  };
}
