import type { PolicyDocument } from "../policy/schema.ts";

/** How a policy version reads an unclear passage of its chapter on supervision. @throws Error when it names no such reading */
export function readingOf(
  { supervision }: Pick<PolicyDocument, "supervision">,
  id: string,
): PolicyDocument["supervision"]["readings"][number]["value"] {
  const reading = supervision.readings.find((each) => each.id === id);
  if (reading === undefined) throw new Error(`the policy has no reading ${id}`);
  return reading.value;
}
