/** A policy document that cannot be used: it does not fit the schema, or names what it does not define. */
export class PolicyError extends Error {
  override readonly name = "PolicyError";
}

/**
 * Makes one part of a policy; whatever goes wrong is said with the place where it stands.
 * @throws PolicyError
 */
export function inPlace<Made>(place: string, make: () => Made): Made {
  try {
    return make();
  } catch (error) {
    throw new PolicyError(`${place}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
