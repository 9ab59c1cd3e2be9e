import { customType } from "drizzle-orm/pg-core";

/** Text compared byte by byte, so that an index has side by side what begins alike. */
export const plainText = customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' });
