import { customType } from "drizzle-orm/pg-core";

/**
 * Words to search by, kept as PostgreSQL's own search vector, which works on both engines. What is written is the list of its words, with
 * spaces between; see `searchWords`.
 */
export const searchVector = customType<{ data: string; driverData: string }>({
  dataType: () => "tsvector",
});
