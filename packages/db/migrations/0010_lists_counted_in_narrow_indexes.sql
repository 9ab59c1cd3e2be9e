DROP INDEX "application_words_found";--> statement-breakpoint
DROP INDEX "applications_state";--> statement-breakpoint
CREATE INDEX "application_words_found_in_state" ON "application_words" USING btree ("state","beginning","repeated","round_id");--> statement-breakpoint
CREATE INDEX "application_words_found_in_district" ON "application_words" USING btree ("district","state","beginning","repeated","round_id");--> statement-breakpoint
CREATE INDEX "applications_counted_in_state" ON "applications" USING btree ("state") WHERE "applications"."is_handed_in";--> statement-breakpoint
CREATE INDEX "applications_counted_in_district" ON "applications" USING btree ("district","state") WHERE "applications"."is_handed_in";--> statement-breakpoint
CREATE INDEX "application_words_found" ON "application_words" USING btree ("beginning","repeated","round_id");--> statement-breakpoint
CREATE INDEX "applications_state" ON "applications" USING btree ("round_id","state","is_handed_in");--> statement-breakpoint
-- Where only the instant of a change is new, the words' rows are written anew beside the old ones, and no index hears of it.
ALTER TABLE "application_words" SET (fillfactor = 80);
