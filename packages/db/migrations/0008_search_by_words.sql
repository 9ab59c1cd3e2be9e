CREATE TABLE "application_words" (
	"application_id" text NOT NULL,
	"place" integer NOT NULL,
	"beginning" text COLLATE "C" NOT NULL,
	"repeated" integer NOT NULL,
	"round_id" text NOT NULL,
	"district" text NOT NULL,
	"state" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "application_words_application_id_place_pk" PRIMARY KEY("application_id","place")
);
--> statement-breakpoint
DROP INDEX "applications_search";--> statement-breakpoint
-- Of a search vector no text can be made: it is written again, from the name that the organization had when the application was begun.
ALTER TABLE "applications" ALTER COLUMN "search" SET DATA TYPE text USING '';--> statement-breakpoint
ALTER TABLE "application_words" ADD CONSTRAINT "application_words_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "application_words_found" ON "application_words" USING btree ("beginning","repeated","district","state","round_id","changed_at","created_at","application_id");
--> statement-breakpoint
-- Words begin at each character of scripts without spaces (from U+2E80 on), elsewhere behind a space. What is repeated was found at its first place.
CREATE FUNCTION "keep_application_words"() RETURNS trigger LANGUAGE plpgsql AS $$
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
    (application_id, place, beginning, repeated, round_id, district, state, created_at, changed_at)
  SELECT NEW.id, place, beginning,
    -- Most characters stand for the first time; only of the others it is looked how far they repeat what was there.
    CASE WHEN position(before || left(beginning, 1) IN before || NEW.search) = place THEN 0 ELSE (
      SELECT max(length) FROM generate_series(1, length(beginning)) AS length
      WHERE position(before || left(beginning, length) IN before || NEW.search) < place
    ) END,
    NEW.round_id, NEW.district, NEW.state, NEW.created_at, NEW.changed_at
  FROM generate_series(1, length(NEW.search)) AS place,
    LATERAL (SELECT split_part(substr(NEW.search, place, 20), ' ', 1) AS beginning) AS found,
    LATERAL (SELECT CASE WHEN ascii(beginning) >= 11904 THEN '' ELSE ' ' END AS before) AS script
  WHERE NEW.is_handed_in AND beginning <> '' AND (before = '' OR substr(' ' || NEW.search, place, 1) = ' ');
  RETURN NULL;
END;
$$;
--> statement-breakpoint
CREATE TRIGGER "applications_words_begun" AFTER INSERT ON "applications"
  FOR EACH ROW WHEN (NEW.is_handed_in) EXECUTE FUNCTION "keep_application_words"();
--> statement-breakpoint
CREATE TRIGGER "applications_words_changed" AFTER UPDATE ON "applications"
  FOR EACH ROW WHEN (
    (NEW.is_handed_in OR OLD.is_handed_in) AND
    (OLD.search, OLD.round_id, OLD.district, OLD.state, OLD.is_handed_in, OLD.created_at, OLD.changed_at)
      IS DISTINCT FROM (NEW.search, NEW.round_id, NEW.district, NEW.state, NEW.is_handed_in, NEW.created_at, NEW.changed_at)
  ) EXECUTE FUNCTION "keep_application_words"();
--> statement-breakpoint
UPDATE "applications" SET "search" = trim(regexp_replace(
  regexp_replace(lower(normalize(named."name" || ' ' || named."uscc", NFKC)), '([^[:alnum:]\u2E80-\U0010FFFF]|[\u3000-\u3004\u3008-\u3020\u3030\u30FB])+', ' ', 'g'),
  '([\u2E80-\U0010FFFF])(?=[^\u2E80-\U0010FFFF ])|([^\u2E80-\U0010FFFF ])(?=[\u2E80-\U0010FFFF])', '\1\2 ', 'g'))
FROM (
  SELECT DISTINCT ON (a."id") a."id", n."name", o."uscc"
  FROM "applications" a
  JOIN "organizations" o ON o."id" = a."organization_id"
  JOIN "organization_names" n ON n."organization_id" = o."id"
  ORDER BY a."id", n."from_on" <= a."entered_on" DESC, CASE WHEN n."from_on" <= a."entered_on" THEN n."from_on" END DESC, n."from_on"
) AS named
WHERE named."id" = "applications"."id";
