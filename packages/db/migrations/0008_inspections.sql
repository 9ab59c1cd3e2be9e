ALTER TABLE "files" DROP CONSTRAINT "files_purpose";--> statement-breakpoint
ALTER TABLE "obligations" DROP CONSTRAINT "obligations_exemption";--> statement-breakpoint
ALTER TABLE "inspections" ADD COLUMN "policy_version" integer;--> statement-breakpoint
ALTER TABLE "inspections" ADD COLUMN "recorded_on" date;--> statement-breakpoint
ALTER TABLE "inspections" ADD COLUMN "found_on" date;--> statement-breakpoint
ALTER TABLE "inspections" ADD COLUMN "finding_answer_until" date;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_purpose" CHECK ("files"."purpose" in ('material', 'mandate', 'receipt', 'seal', 'objection', 'inspection'));--> statement-breakpoint
ALTER TABLE "inspections" ADD CONSTRAINT "inspections_recorded_has_day" CHECK (("inspections"."result" is null) = ("inspections"."recorded_on" is null));--> statement-breakpoint
ALTER TABLE "inspections" ADD CONSTRAINT "inspections_found_has_day" CHECK (("inspections"."heard_on" is null) = ("inspections"."found_on" is null));--> statement-breakpoint
ALTER TABLE "inspections" ADD CONSTRAINT "inspections_answer_is_whole" CHECK (("inspections"."answer" is null) = ("inspections"."answered_on" is null));--> statement-breakpoint
ALTER TABLE "inspections" ADD CONSTRAINT "inspections_checked_again_is_whole" CHECK (("inspections"."checked_again_on" is null) = ("inspections"."checked_again" is null) and ("inspections"."checked_again_on" is null) = ("inspections"."is_rectified" is null));--> statement-breakpoint
ALTER TABLE "inspections" ADD CONSTRAINT "inspections_policy_version" CHECK ("inspections"."policy_version" > 0);--> statement-breakpoint
ALTER TABLE "obligations" ADD CONSTRAINT "obligations_exemption" CHECK ("obligations"."exemption" in ('partial_period', 'title_ended', 'nothing_to_report', 'called_off'));