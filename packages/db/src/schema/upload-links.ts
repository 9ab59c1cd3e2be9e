import { index, pgTable, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";
import { users } from "./accounts.ts";
import { applications } from "./applications.ts";

/** Links by which somebody hands in papers of a case for some minutes without signing in. The token itself is not kept. */
export const uploadLinks = pgTable(
  "upload_links",
  {
    id: text("id").primaryKey(),
    /** Keyed hash of the token. */
    tokenHash: text("token_hash").notNull(),
    /** In whose name papers come by it. */
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    applicationId: text("application_id")
      .notNull()
      .references(() => applications.id, { onDelete: "cascade" }),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
  },
  (table) => [
    uniqueIndex("upload_links_token").on(table.tokenHash),
    index("upload_links_expires_at").on(table.expiresAt),
    index("upload_links_user").on(table.userId, table.createdAt),
  ],
);
