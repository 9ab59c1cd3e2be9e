/** Facts as they come over the wire: fact id to value. */
export type Applicant = Record<string, unknown>;

/** The facts that are stated; one drawn as undefined is left out. */
export function stated(facts: Applicant): Applicant {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}
