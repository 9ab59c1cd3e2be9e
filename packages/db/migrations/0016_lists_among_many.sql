DROP INDEX "obligations_counted";--> statement-breakpoint
DROP INDEX "obligations_counted_in_district";--> statement-breakpoint
ALTER TABLE "application_words" ADD COLUMN "search" text NOT NULL DEFAULT '';--> statement-breakpoint
ALTER TABLE "application_words" ALTER COLUMN "search" DROP DEFAULT;--> statement-breakpoint
CREATE INDEX "certifications_standing" ON "certifications" USING btree ("valid_to","valid_from","state","ended_on","id");--> statement-breakpoint
CREATE INDEX "obligations_counted" ON "obligations" USING btree ("state","due_on","is_binding","kind","period");--> statement-breakpoint
CREATE INDEX "obligations_counted_in_district" ON "obligations" USING btree ("district","state","due_on","is_binding","kind","period");--> statement-breakpoint
-- What was there before gets its text. The indexes do not hold it.
UPDATE "application_words" SET "search" = "applications"."search" FROM "applications" WHERE "applications"."id" = "application_words"."application_id";
--> statement-breakpoint
CREATE OR REPLACE FUNCTION "keep_application_words"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NEW.search = OLD.search AND NEW.is_handed_in AND OLD.is_handed_in THEN
      UPDATE application_words
        SET round_id = NEW.round_id, district = NEW.district, state = NEW.state, created_at = NEW.created_at, changed_at = NEW.changed_at
        WHERE application_id = NEW.id;
      RETURN NULL;
    END IF;
    DELETE FROM application_words WHERE application_id = NEW.id;
  END IF;
  INSERT INTO application_words
    (application_id, place, beginning, repeated, search, round_id, district, state, created_at, changed_at)
  SELECT NEW.id, place, beginning, repeated, NEW.search, NEW.round_id, NEW.district, NEW.state, NEW.created_at, NEW.changed_at
  FROM words_of(NEW.search)
  WHERE NEW.is_handed_in;
  RETURN NULL;
END;
$$;
