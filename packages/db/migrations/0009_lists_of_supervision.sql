CREATE INDEX "certifications_begin" ON "certifications" USING btree ("valid_from","id");--> statement-breakpoint
CREATE INDEX "certifications_district" ON "certifications" USING btree ("district","valid_from","id");--> statement-breakpoint
CREATE INDEX "certifications_register" ON "certifications" USING btree ("valid_from" DESC NULLS FIRST,"certificate_number","id") WHERE "certifications"."confirmed_by" is not null;--> statement-breakpoint
CREATE INDEX "inspections_listed" ON "inspections" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "obligations_by_day" ON "obligations" USING btree ("due_on","id");--> statement-breakpoint
CREATE INDEX "obligations_of_city" ON "obligations" USING btree ("due_on","id") WHERE "obligations"."holder" = 'city';--> statement-breakpoint
CREATE INDEX "obligations_due_in_district" ON "obligations" USING btree ("district","due_on","id") WHERE "obligations"."state" = 'due';--> statement-breakpoint
CREATE INDEX "sanctions_certification" ON "sanctions" USING btree ("certification_id");