/** What PostgreSQL calls a row that another already stands in the place of. */
const uniqueViolation = "23505";
/** What it calls bytes that are no text, such as U+0000. */
const noText = "22021";

const hasCode = (cause: unknown, code: string): boolean => {
  for (let fault = cause; fault instanceof Error; fault = fault.cause) {
    if ("code" in fault && fault.code === code) return true;
  }
  return false;
};

/** Whether a statement failed because a row with the same key is there: somebody else was first at the same moment. */
export function isUniqueConflict(cause: unknown): boolean {
  return hasCode(cause, uniqueViolation);
}

/** Whether a statement failed because something it was asked about is no text: no record has such a name. */
export function isNoText(cause: unknown): boolean {
  return hasCode(cause, noText);
}
