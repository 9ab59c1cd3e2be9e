import { batchResultSchema, type Evaluation } from "@shifan/contract";
import { type Assessment, assessmentSchema } from "@shifan/rules";
import { type Answer, request } from "./http.ts";

export const policyId = "zhengzhou-sme-platform";

/** Sends anything to evaluation. */
export function sendEvaluation(url: string, json: unknown, policy = policyId): Promise<Answer> {
  return request(`${url}/api/v1/policies/${policy}/evaluate`, { json });
}

/** Evaluates one applicant; the answer is checked against the published shape. */
export async function evaluate(url: string, evaluation: Evaluation): Promise<Assessment> {
  const answer = await sendEvaluation(url, evaluation);
  if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return assessmentSchema.strict().parse(answer.body);
}

/** Evaluates many at once, in their order. */
export async function evaluateAll(url: string, items: readonly Evaluation[]): Promise<Assessment[]> {
  const answer = await sendEvaluation(url, { items });
  if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return batchResultSchema.parse(answer.body).items;
}

/** Verdict, every status and every material with its parts: what a conversation must end with as well. */
export function outcomeOf({ verdict, criteria, materials }: Assessment): Record<string, string> {
  const judged = [...criteria, ...materials, ...materials.flatMap(({ parts }) => parts)];
  return { verdict, ...Object.fromEntries(judged.map(({ id, status }) => [id, status])) };
}
