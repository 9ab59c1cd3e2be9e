DROP INDEX "applications_district";--> statement-breakpoint
DROP INDEX "applications_changed_at";--> statement-breakpoint
DROP INDEX "applications_created_at";--> statement-breakpoint
CREATE INDEX "applications_handed_in" ON "applications" USING btree ("changed_at","id") WHERE "applications"."is_handed_in";--> statement-breakpoint
CREATE INDEX "applications_handed_in_created" ON "applications" USING btree ("created_at","id") WHERE "applications"."is_handed_in";--> statement-breakpoint
CREATE INDEX "applications_handed_in_district" ON "applications" USING btree ("district","changed_at","id") WHERE "applications"."is_handed_in";--> statement-breakpoint
CREATE INDEX "applications_handed_in_district_state" ON "applications" USING btree ("district","state","changed_at","id") WHERE "applications"."is_handed_in";--> statement-breakpoint
CREATE INDEX "applications_handed_in_state" ON "applications" USING btree ("state","changed_at","id") WHERE "applications"."is_handed_in";--> statement-breakpoint
CREATE INDEX "applications_handed_in_round" ON "applications" USING btree ("round_id","state","changed_at","id") WHERE "applications"."is_handed_in";--> statement-breakpoint
CREATE INDEX "applications_waiting" ON "applications" USING btree ("changed_at") WHERE "applications"."state" in ('draft', 'returned');