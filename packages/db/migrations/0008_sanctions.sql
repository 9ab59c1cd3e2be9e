ALTER TABLE "files" DROP CONSTRAINT "files_purpose";--> statement-breakpoint
ALTER TABLE "sanctions" DROP CONSTRAINT "sanctions_finding";--> statement-breakpoint
ALTER TABLE "sanctions" DROP CONSTRAINT "sanctions_published_has_day";--> statement-breakpoint
ALTER TABLE "sanctions" DROP CONSTRAINT "sanctions_reinstatement_is_whole";--> statement-breakpoint
ALTER TABLE "sanctions" DROP CONSTRAINT "sanctions_reinstated_has_day";--> statement-breakpoint
ALTER TABLE "sanctions" ADD COLUMN "evidence" text NOT NULL;--> statement-breakpoint
ALTER TABLE "sanctions" ADD COLUMN "reinstatement_confirmed_by" text;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_purpose" CHECK ("files"."purpose" in ('material', 'mandate', 'receipt', 'seal', 'objection', 'sanction'));--> statement-breakpoint
ALTER TABLE "sanctions" ADD CONSTRAINT "sanctions_service_method" CHECK ("sanctions"."service_method" in ('direct', 'left', 'post', 'entrusted', 'announcement'));--> statement-breakpoint
ALTER TABLE "sanctions" ADD CONSTRAINT "sanctions_reinstatement_second_person" CHECK ("sanctions"."reinstatement_confirmed_by" is null or "sanctions"."reinstatement_confirmed_by" <> "sanctions"."reinstatement_by");--> statement-breakpoint
ALTER TABLE "sanctions" ADD CONSTRAINT "sanctions_finding" CHECK (length(trim(coalesce("sanctions"."finding", ''))) > 0 and length(trim(coalesce("sanctions"."evidence", ''))) > 0);--> statement-breakpoint
ALTER TABLE "sanctions" ADD CONSTRAINT "sanctions_published_has_day" CHECK (("sanctions"."published_on" is null) = ("sanctions"."official_url" is null) and ("sanctions"."state" <> 'published' or "sanctions"."published_on" is not null));--> statement-breakpoint
ALTER TABLE "sanctions" ADD CONSTRAINT "sanctions_reinstatement_is_whole" CHECK ("sanctions"."state" not in ('reinstatement_decided', 'reinstated') or (length(trim(coalesce("sanctions"."reinstatement", ''))) > 0 and length(trim(coalesce("sanctions"."reinstatement_number", ''))) > 0 and "sanctions"."reinstatement_by" is not null));--> statement-breakpoint
ALTER TABLE "sanctions" ADD CONSTRAINT "sanctions_reinstated_has_day" CHECK (("sanctions"."state" = 'reinstated') = ("sanctions"."reinstated_on" is not null) and ("sanctions"."reinstated_on" is null) = ("sanctions"."reinstatement_confirmed_by" is null));