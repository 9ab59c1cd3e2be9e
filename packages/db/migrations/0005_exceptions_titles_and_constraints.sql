CREATE TABLE "application_exceptions" (
	"organization_id" text NOT NULL,
	"round_id" text NOT NULL,
	"ground" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "application_exceptions_organization_id_round_id_pk" PRIMARY KEY("organization_id","round_id"),
	CONSTRAINT "application_exceptions_ground" CHECK (length(trim("application_exceptions"."ground")) > 0)
);
--> statement-breakpoint
CREATE TABLE "certification_checks" (
	"certification_id" text NOT NULL,
	"n" integer NOT NULL,
	"kind" text NOT NULL,
	"checked_on" date NOT NULL,
	"result" text NOT NULL,
	"document_number" text,
	"remark" text,
	"source" text NOT NULL,
	CONSTRAINT "certification_checks_certification_id_n_pk" PRIMARY KEY("certification_id","n"),
	CONSTRAINT "certification_checks_kind" CHECK ("certification_checks"."kind" in ('periodic_inspection', 'spot_check', 'appraisal')),
	CONSTRAINT "certification_checks_result" CHECK ("certification_checks"."result" in ('passed', 'failed', 'absent', 'falsified')),
	CONSTRAINT "certification_checks_result_of_kind" CHECK ("certification_checks"."kind" = 'appraisal' or not ("certification_checks"."result" in ('absent', 'falsified'))),
	CONSTRAINT "certification_checks_source" CHECK (length(trim("certification_checks"."source")) > 0)
);
--> statement-breakpoint
DROP INDEX "sampled_row_id";--> statement-breakpoint
ALTER TABLE "certifications" ADD COLUMN "end_source" text;--> statement-breakpoint
ALTER TABLE "two_factors" ADD COLUMN "last_used_step" integer;--> statement-breakpoint
ALTER TABLE "application_exceptions" ADD CONSTRAINT "application_exceptions_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_exceptions" ADD CONSTRAINT "application_exceptions_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certification_checks" ADD CONSTRAINT "certification_checks_certification_id_certifications_id_fk" FOREIGN KEY ("certification_id") REFERENCES "public"."certifications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendations" ADD CONSTRAINT "recommendations_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "applications_one_by_exception" ON "applications" USING btree ("round_id","organization_id") WHERE state in ('draft', 'submitted', 'returned', 'accepted', 'surveyed', 'recommended') and exception_ground is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "certifications_once" ON "certifications" USING btree ("organization_id","document_number","platform_name");--> statement-breakpoint
CREATE INDEX "files_holder" ON "files" USING btree (split_part("target", ':', 1));--> statement-breakpoint
CREATE UNIQUE INDEX "recommendations_number" ON "recommendations" USING btree ("round_id","district","document_number");--> statement-breakpoint
CREATE UNIQUE INDEX "recommended_applications_one_rank" ON "recommended_applications" USING btree ("recommendation_id","rank");--> statement-breakpoint
CREATE UNIQUE INDEX "sampled_row_id" ON "sampled" USING btree ("application_id","row_id");--> statement-breakpoint
ALTER TABLE "application_material_files" ADD CONSTRAINT "application_material_files_position_from_zero" CHECK ("application_material_files"."position" >= 0);--> statement-breakpoint
ALTER TABLE "application_materials" ADD CONSTRAINT "application_materials_judged_by_somebody" CHECK (("application_materials"."verdict" is null) = ("application_materials"."judged_by" is null) and ("application_materials"."verdict" is null) = ("application_materials"."judged_at" is null));--> statement-breakpoint
ALTER TABLE "application_materials" ADD CONSTRAINT "application_materials_revision" CHECK ("application_materials"."revision" > 0);--> statement-breakpoint
ALTER TABLE "application_rows" ADD CONSTRAINT "application_rows_revision" CHECK ("application_rows"."revision" > 0);--> statement-breakpoint
ALTER TABLE "application_sections" ADD CONSTRAINT "application_sections_revision" CHECK ("application_sections"."revision" > 0);--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_paper_is_handed_in" CHECK ("applications"."origin" <> 'paper' or "applications"."is_handed_in");--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_exception_has_ground" CHECK ("applications"."exception_ground" is null or length(trim("applications"."exception_ground")) > 0);--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_versions" CHECK ("applications"."data_version" >= 0 and "applications"."revision" > 0);--> statement-breakpoint
ALTER TABLE "certifications" ADD CONSTRAINT "certifications_names" CHECK (length(trim("certifications"."platform_name")) > 0 and length(trim("certifications"."document_number")) > 0 and length(trim("certifications"."source")) > 0);--> statement-breakpoint
ALTER TABLE "certifications" ADD CONSTRAINT "certifications_revision" CHECK ("certifications"."revision" > 0);--> statement-breakpoint
ALTER TABLE "certifications" ADD CONSTRAINT "certifications_valid_without_end" CHECK ("certifications"."state" <> 'valid' or ("certifications"."end_served_on" is null and "certifications"."end_document_number" is null and "certifications"."end_source" is null));--> statement-breakpoint
ALTER TABLE "certifications" ADD CONSTRAINT "certifications_ended_after_begin" CHECK ("certifications"."ended_on" >= "certifications"."valid_from");--> statement-breakpoint
ALTER TABLE "mandates" ADD CONSTRAINT "mandates_refused_with_reason" CHECK ("mandates"."state" <> 'refused' or length(trim("mandates"."reason")) > 0);--> statement-breakpoint
ALTER TABLE "mandates" ADD CONSTRAINT "mandates_revision" CHECK ("mandates"."revision" > 0);--> statement-breakpoint
ALTER TABLE "organization_names" ADD CONSTRAINT "organization_names_source" CHECK (length(trim("organization_names"."source")) > 0);--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_revision" CHECK ("organizations"."revision" > 0);--> statement-breakpoint
ALTER TABLE "recommendations" ADD CONSTRAINT "recommendations_document_number" CHECK (length(trim("recommendations"."document_number")) > 0);--> statement-breakpoint
ALTER TABLE "recommended_applications" ADD CONSTRAINT "recommended_applications_opinion" CHECK (length(trim("recommended_applications"."opinion")) > 0);--> statement-breakpoint
ALTER TABLE "round_extensions" ADD CONSTRAINT "round_extensions_dates_in_order" CHECK ("round_extensions"."recommendation_deadline" >= "round_extensions"."submission_deadline");--> statement-breakpoint
ALTER TABLE "round_extensions" ADD CONSTRAINT "round_extensions_reason" CHECK (length(trim("round_extensions"."reason")) > 0 and length(trim("round_extensions"."notice")) > 0);--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_opened_before_deadline" CHECK ("rounds"."state" in ('draft', 'cancelled') or "rounds"."opened_on" <= "rounds"."submission_deadline");--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_cancelled_with_reason" CHECK (("rounds"."state" = 'cancelled') = ("rounds"."cancelled_reason" is not null) and length(trim(coalesce("rounds"."cancelled_reason", '-'))) > 0);--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_revision" CHECK ("rounds"."revision" > 0);--> statement-breakpoint
ALTER TABLE "sampled" ADD CONSTRAINT "sampled_place" CHECK ("sampled"."place" > 0);--> statement-breakpoint
ALTER TABLE "sampled" ADD CONSTRAINT "sampled_revision" CHECK ("sampled"."revision" > 0);--> statement-breakpoint
ALTER TABLE "surveys" ADD CONSTRAINT "surveys_commitment" CHECK ("surveys"."commitment" ~ '^[0-9a-f]{64}$');--> statement-breakpoint
ALTER TABLE "surveys" ADD CONSTRAINT "surveys_revision" CHECK ("surveys"."revision" > 0);