/** What PostgreSQL calls a row that another already stands in the place of. */
const uniqueViolation = "23505";

/** Whether a statement failed because a row with the same key is there: somebody else was first at the same moment. */
export function isUniqueConflict(cause: unknown): boolean {
  for (let fault = cause; fault instanceof Error; fault = fault.cause) {
    if ("code" in fault && fault.code === uniqueViolation) return true;
  }
  return false;
}
