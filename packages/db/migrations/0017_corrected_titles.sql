ALTER TABLE "obligations" DROP CONSTRAINT "obligations_exemption";--> statement-breakpoint
DROP INDEX "certifications_number";--> statement-breakpoint
DROP INDEX "certifications_once";--> statement-breakpoint
ALTER TABLE "certifications" ADD COLUMN "discarded_on" date;--> statement-breakpoint
ALTER TABLE "certifications" ADD COLUMN "discarded_by" text;--> statement-breakpoint
ALTER TABLE "certifications" ADD COLUMN "discard_reason" text;--> statement-breakpoint
ALTER TABLE "certifications" ADD COLUMN "correction" json;--> statement-breakpoint
CREATE INDEX "certifications_to_correct" ON "certifications" USING btree ("id") WHERE "certifications"."correction" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "certifications_number" ON "certifications" USING btree ("certificate_number") WHERE "certifications"."discarded_on" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "certifications_once" ON "certifications" USING btree ("organization_id","document_number","platform_name") WHERE "certifications"."discarded_on" is null;--> statement-breakpoint
ALTER TABLE "certifications" ADD CONSTRAINT "certifications_discard_is_whole" CHECK (("certifications"."discarded_on" is null) = ("certifications"."discarded_by" is null) and ("certifications"."discarded_on" is null) = ("certifications"."discard_reason" is null) and ("certifications"."discard_reason" is null or length(trim(coalesce("certifications"."discard_reason", ''))) > 0));--> statement-breakpoint
ALTER TABLE "certifications" ADD CONSTRAINT "certifications_discarded_unconfirmed" CHECK ("certifications"."discarded_on" is null or ("certifications"."confirmed_by" is null and "certifications"."imported_by" is not null));--> statement-breakpoint
ALTER TABLE "certifications" ADD CONSTRAINT "certifications_correction_of_confirmed" CHECK ("certifications"."correction" is null or ("certifications"."confirmed_by" is not null and "certifications"."imported_by" is not null));--> statement-breakpoint
ALTER TABLE "obligations" ADD CONSTRAINT "obligations_exemption" CHECK ("obligations"."exemption" in ('partial_period', 'title_ended', 'nothing_to_report', 'called_off', 'absence_accepted', 'title_corrected'));