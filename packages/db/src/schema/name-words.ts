import { boolean, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { certifications } from "./certifications.ts";
import { organizations } from "./organizations.ts";
import { plainText } from "./plain-text.ts";

/** What organizations are searched by: the words of all names they have borne, and their code. Kept as `applicationWords` are, by triggers and by nothing else. */
export const organizationWords = pgTable(
  "organization_words",
  {
    organizationId: text("organization_id")
      .notNull()
      .references(() => organizations.id, { onDelete: "cascade" }),
    place: integer("place").notNull(),
    beginning: plainText("beginning").notNull(),
    repeated: integer("repeated").notNull(),
    district: text("district").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.place] }),
    index("organization_words_found").on(table.beginning, table.repeated),
    index("organization_words_found_in_district").on(table.district, table.beginning, table.repeated),
  ],
);

/** What titles are searched by: the platform's name, the number of its certificate, and all names of its organization. Kept likewise. */
export const titleWords = pgTable(
  "title_words",
  {
    certificationId: text("certification_id")
      .notNull()
      .references(() => certifications.id, { onDelete: "cascade" }),
    place: integer("place").notNull(),
    beginning: plainText("beginning").notNull(),
    repeated: integer("repeated").notNull(),
    district: text("district").notNull(),
    /** Whether a second person has confirmed the title, so that everybody may see it. */
    isConfirmed: boolean("is_confirmed").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.certificationId, table.place] }),
    index("title_words_found").on(table.beginning, table.repeated, table.isConfirmed),
    index("title_words_found_in_district").on(table.district, table.beginning, table.repeated, table.isConfirmed),
  ],
);
