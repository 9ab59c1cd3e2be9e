CREATE TABLE "organization_words" (
	"organization_id" text NOT NULL,
	"place" integer NOT NULL,
	"beginning" text COLLATE "C" NOT NULL,
	"repeated" integer NOT NULL,
	"district" text NOT NULL,
	CONSTRAINT "organization_words_organization_id_place_pk" PRIMARY KEY("organization_id","place")
);
--> statement-breakpoint
CREATE TABLE "title_words" (
	"certification_id" text NOT NULL,
	"place" integer NOT NULL,
	"beginning" text COLLATE "C" NOT NULL,
	"repeated" integer NOT NULL,
	"district" text NOT NULL,
	"is_confirmed" boolean NOT NULL,
	CONSTRAINT "title_words_certification_id_place_pk" PRIMARY KEY("certification_id","place")
);
--> statement-breakpoint
DROP INDEX "application_words_found";--> statement-breakpoint
DROP INDEX "applications_state";--> statement-breakpoint
ALTER TABLE "organization_words" ADD CONSTRAINT "organization_words_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "title_words" ADD CONSTRAINT "title_words_certification_id_certifications_id_fk" FOREIGN KEY ("certification_id") REFERENCES "public"."certifications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "organization_words_found" ON "organization_words" USING btree ("beginning","repeated");--> statement-breakpoint
CREATE INDEX "organization_words_found_in_district" ON "organization_words" USING btree ("district","beginning","repeated");--> statement-breakpoint
CREATE INDEX "title_words_found" ON "title_words" USING btree ("beginning","repeated","is_confirmed");--> statement-breakpoint
CREATE INDEX "title_words_found_in_district" ON "title_words" USING btree ("district","beginning","repeated","is_confirmed");--> statement-breakpoint
CREATE INDEX "application_words_found_in_state" ON "application_words" USING btree ("state","beginning","repeated","round_id");--> statement-breakpoint
CREATE INDEX "application_words_found_in_district" ON "application_words" USING btree ("district","state","beginning","repeated","round_id");--> statement-breakpoint
CREATE INDEX "applications_counted_in_state" ON "applications" USING btree ("state") WHERE "applications"."is_handed_in";--> statement-breakpoint
CREATE INDEX "applications_counted_in_district" ON "applications" USING btree ("district","state") WHERE "applications"."is_handed_in";--> statement-breakpoint
CREATE INDEX "certifications_counted" ON "certifications" USING btree ("district","platform_type");--> statement-breakpoint
CREATE INDEX "complaints_created" ON "complaints" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "complaints_counted" ON "complaints" USING btree ("subject","state");--> statement-breakpoint
CREATE INDEX "inspections_listed_in_state" ON "inspections" USING btree ("state","created_at","id");--> statement-breakpoint
CREATE INDEX "inspections_listed_in_district" ON "inspections" USING btree ("district","created_at","id");--> statement-breakpoint
CREATE INDEX "inspections_counted" ON "inspections" USING btree ("state","kind");--> statement-breakpoint
CREATE INDEX "inspections_counted_in_district" ON "inspections" USING btree ("district","kind","state","notified_on","carried_out_on");--> statement-breakpoint
CREATE INDEX "notices_created" ON "notices" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "notices_created_in_state" ON "notices" USING btree ("state","created_at","id");--> statement-breakpoint
CREATE INDEX "notices_counted" ON "notices" USING btree ("state","kind");--> statement-breakpoint
CREATE INDEX "objections_created" ON "objections" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "objections_counted" ON "objections" USING btree ("state","outcome");--> statement-breakpoint
CREATE INDEX "obligations_of_period" ON "obligations" USING btree ("period","kind","due_on","id");--> statement-breakpoint
CREATE INDEX "obligations_counted" ON "obligations" USING btree ("state","due_on","is_binding");--> statement-breakpoint
CREATE INDEX "obligations_counted_in_district" ON "obligations" USING btree ("district","state","due_on","is_binding");--> statement-breakpoint
CREATE INDEX "obligations_counted_of_period" ON "obligations" USING btree ("period","kind","state");--> statement-breakpoint
CREATE INDEX "organization_changes_created" ON "organization_changes" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "organizations_created" ON "organizations" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "organizations_code_in_district" ON "organizations" USING btree ("district","uscc","id");--> statement-breakpoint
CREATE INDEX "reports_created_in_state" ON "reports" USING btree ("state","created_at","id");--> statement-breakpoint
CREATE INDEX "reports_created_in_district" ON "reports" USING btree ("district","created_at","id");--> statement-breakpoint
CREATE INDEX "reports_counted" ON "reports" USING btree ("state","kind","period") WHERE "reports"."submitted_on" is not null;--> statement-breakpoint
CREATE INDEX "reports_counted_in_district" ON "reports" USING btree ("district","state","kind","period") WHERE "reports"."submitted_on" is not null;--> statement-breakpoint
CREATE INDEX "sanctions_created" ON "sanctions" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "application_words_found" ON "application_words" USING btree ("beginning","repeated","round_id");--> statement-breakpoint
CREATE INDEX "applications_state" ON "applications" USING btree ("round_id","state","is_handed_in");--> statement-breakpoint
-- Where only the instant of a change is new, the words' rows are written anew beside the old ones, and no index hears of it.
ALTER TABLE "application_words" SET (fillfactor = 80);
--> statement-breakpoint
-- A text as it is searched, as `searchTextOf` makes it.
CREATE FUNCTION "search_text_of"(given text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT trim(regexp_replace(
    regexp_replace(lower(normalize(given, NFKC)), '([^[:alnum:]\u2E80-\U0010FFFF]|[\u3000-\u3004\u3008-\u3020\u3030\u30FB])+', ' ', 'g'),
    '([\u2E80-\U0010FFFF])(?=[^\u2E80-\U0010FFFF ])|([^\u2E80-\U0010FFFF ])(?=[\u2E80-\U0010FFFF])', '\1\2 ', 'g'))
$$;
--> statement-breakpoint
-- Words begin at each character of scripts without spaces (from U+2E80 on), elsewhere behind a space. What is repeated was found at its first place.
CREATE FUNCTION "words_of"(searched text) RETURNS TABLE ("place" integer, "beginning" text, "repeated" integer) LANGUAGE sql IMMUTABLE AS $$
  SELECT at, found.text,
    -- Most characters stand for the first time; only of the others it is looked how far they repeat what was there.
    CASE WHEN position(before || left(found.text, 1) IN before || searched) = at THEN 0 ELSE (
      SELECT max(length) FROM generate_series(1, length(found.text)) AS length
      WHERE position(before || left(found.text, length) IN before || searched) < at
    ) END
  FROM generate_series(1, length(searched)) AS at,
    LATERAL (SELECT split_part(substr(searched, at, 20), ' ', 1) AS text) AS found,
    LATERAL (SELECT CASE WHEN ascii(found.text) >= 11904 THEN '' ELSE ' ' END AS before) AS script
  WHERE found.text <> '' AND (before = '' OR substr(' ' || searched, at, 1) = ' ')
$$;
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
    (application_id, place, beginning, repeated, round_id, district, state, created_at, changed_at)
  SELECT NEW.id, place, beginning, repeated, NEW.round_id, NEW.district, NEW.state, NEW.created_at, NEW.changed_at
  FROM words_of(NEW.search)
  WHERE NEW.is_handed_in;
  RETURN NULL;
END;
$$;
--> statement-breakpoint
CREATE FUNCTION "names_of"(organization text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT coalesce(string_agg(name, ' ' ORDER BY from_on), '') FROM organization_names WHERE organization_id = organization
$$;
--> statement-breakpoint
-- A plan that was made while there were no words would look through all of them ever after: so it may not.
CREATE FUNCTION "write_organization_words"(organization text) RETURNS void LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
  found organizations;
  searched text;
BEGIN
  -- Whoever changes the words of the same one waits, and reads what was written meanwhile.
  SELECT * INTO found FROM organizations WHERE id = organization FOR NO KEY UPDATE;
  searched := search_text_of(names_of(organization) || ' ' || found.uscc);
  DELETE FROM organization_words WHERE organization_id = organization;
  INSERT INTO organization_words (organization_id, place, beginning, repeated, district)
  SELECT organization, w.place, w.beginning, w.repeated, found.district FROM words_of(searched) AS w;
END;
$$;
--> statement-breakpoint
CREATE FUNCTION "write_title_words"(title text) RETURNS void LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
  found certifications;
  searched text;
BEGIN
  SELECT * INTO found FROM certifications WHERE id = title FOR NO KEY UPDATE;
  searched := search_text_of(found.platform_name || ' ' || coalesce(found.certificate_number, '') || ' ' || names_of(found.organization_id));
  DELETE FROM title_words WHERE certification_id = title;
  INSERT INTO title_words (certification_id, place, beginning, repeated, district, is_confirmed)
  SELECT title, w.place, w.beginning, w.repeated, found.district, found.confirmed_by IS NOT NULL FROM words_of(searched) AS w;
END;
$$;
--> statement-breakpoint
CREATE FUNCTION "keep_organization_words"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM write_organization_words(NEW.id);
  RETURN NULL;
END;
$$;
--> statement-breakpoint
CREATE FUNCTION "keep_words_of_names"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  named text := coalesce(NEW.organization_id, OLD.organization_id);
BEGIN
  PERFORM write_organization_words(named);
  PERFORM write_title_words(id) FROM certifications WHERE organization_id = named;
  RETURN NULL;
END;
$$;
--> statement-breakpoint
CREATE FUNCTION "keep_title_words"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM write_title_words(NEW.id);
  RETURN NULL;
END;
$$;
--> statement-breakpoint
CREATE TRIGGER "organizations_words_begun" AFTER INSERT ON "organizations" FOR EACH ROW EXECUTE FUNCTION "keep_organization_words"();
--> statement-breakpoint
CREATE TRIGGER "organizations_words_changed" AFTER UPDATE ON "organizations"
  FOR EACH ROW WHEN ((OLD.uscc, OLD.district) IS DISTINCT FROM (NEW.uscc, NEW.district)) EXECUTE FUNCTION "keep_organization_words"();
--> statement-breakpoint
CREATE TRIGGER "organization_names_words" AFTER INSERT OR UPDATE OR DELETE ON "organization_names"
  FOR EACH ROW EXECUTE FUNCTION "keep_words_of_names"();
--> statement-breakpoint
CREATE TRIGGER "certifications_words_begun" AFTER INSERT ON "certifications" FOR EACH ROW EXECUTE FUNCTION "keep_title_words"();
--> statement-breakpoint
CREATE TRIGGER "certifications_words_changed" AFTER UPDATE ON "certifications"
  FOR EACH ROW WHEN (
    (OLD.platform_name, OLD.certificate_number, OLD.organization_id, OLD.district, OLD.confirmed_by)
      IS DISTINCT FROM (NEW.platform_name, NEW.certificate_number, NEW.organization_id, NEW.district, NEW.confirmed_by)
  ) EXECUTE FUNCTION "keep_title_words"();
--> statement-breakpoint
SELECT write_organization_words(id) FROM organizations;
--> statement-breakpoint
SELECT write_title_words(id) FROM certifications;
