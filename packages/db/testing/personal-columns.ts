import { getTableColumns, is } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { SealError } from "../src/personal/sealed.ts";
import * as schema from "../src/schema/index.ts";

/** Every column that takes sealed values and nothing else: "table.column". */
export function personalColumns(): readonly string[] {
  const tables = Object.values<unknown>(schema).filter((each): each is PgTable => is(each, PgTable));
  return tables.flatMap((table) =>
    Object.values(getTableColumns(table))
      .filter((column) => refusesClearText(column))
      .map((column) => `${getTableConfig(table).name}.${column.name}`),
  );
}

function refusesClearText(column: { mapToDriverValue(value: unknown): unknown }): boolean {
  try {
    column.mapToDriverValue("in the clear");
    return false;
  } catch (cause) {
    return cause instanceof SealError;
  }
}
