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
ALTER TABLE "certifications" ADD COLUMN "end_source" text;--> statement-breakpoint
ALTER TABLE "two_factors" ADD COLUMN "last_used_step" integer;--> statement-breakpoint
ALTER TABLE "application_exceptions" ADD CONSTRAINT "application_exceptions_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_exceptions" ADD CONSTRAINT "application_exceptions_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certification_checks" ADD CONSTRAINT "certification_checks_certification_id_certifications_id_fk" FOREIGN KEY ("certification_id") REFERENCES "public"."certifications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "applications_one_by_exception" ON "applications" USING btree ("round_id","organization_id") WHERE state in ('draft', 'submitted', 'returned', 'accepted', 'surveyed', 'recommended') and exception_ground is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "certifications_once" ON "certifications" USING btree ("organization_id","document_number","platform_name");--> statement-breakpoint
CREATE INDEX "files_holder" ON "files" USING btree (split_part("target", ':', 1));--> statement-breakpoint
ALTER TABLE "certifications" ADD CONSTRAINT "certifications_valid_without_end" CHECK ("certifications"."state" <> 'valid' or ("certifications"."end_served_on" is null and "certifications"."end_document_number" is null and "certifications"."end_source" is null));--> statement-breakpoint
ALTER TABLE "certifications" ADD CONSTRAINT "certifications_ended_after_begin" CHECK ("certifications"."ended_on" >= "certifications"."valid_from");