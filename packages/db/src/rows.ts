/** The rows of a raw statement: one engine answers with the rows, the other with an object that holds them. */
export function rowsOf<Row>(result: unknown): Row[] {
  if (Array.isArray(result)) return result as Row[];
  return (result as { rows: Row[] }).rows;
}
