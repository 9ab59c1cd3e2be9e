DROP INDEX "application_words_found";--> statement-breakpoint
DROP INDEX "applications_state";--> statement-breakpoint
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
