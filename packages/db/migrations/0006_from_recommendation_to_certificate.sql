CREATE TABLE "application_prints" (
	"application_id" text NOT NULL,
	"data_version" integer NOT NULL,
	"short_code" text NOT NULL,
	"parts" json NOT NULL,
	"printed_by" text NOT NULL,
	"printed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "application_prints_application_id_data_version_pk" PRIMARY KEY("application_id","data_version"),
	CONSTRAINT "application_prints_short_code_form" CHECK ("application_prints"."short_code" ~ '^[0-9A-HJKMNP-TV-Z]{8}$')
);
--> statement-breakpoint
CREATE TABLE "complaints" (
	"id" text PRIMARY KEY NOT NULL,
	"receipt_number" text NOT NULL,
	"subject" text NOT NULL,
	"state" text NOT NULL,
	"target" text NOT NULL,
	"received_on" date NOT NULL,
	"personal" json NOT NULL,
	"reply" text,
	"replied_on" date,
	"closed_reason" text,
	"closed_on" date,
	"created_at" timestamp with time zone NOT NULL,
	"revision" integer NOT NULL,
	CONSTRAINT "complaints_subject" CHECK ("complaints"."subject" in ('platform', 'procedure', 'staff')),
	CONSTRAINT "complaints_state" CHECK ("complaints"."state" in ('open', 'replied', 'closed')),
	CONSTRAINT "complaints_replied_is_whole" CHECK ("complaints"."state" <> 'replied' or (length(trim(coalesce("complaints"."reply", ''))) > 0 and "complaints"."replied_on" is not null)),
	CONSTRAINT "complaints_closed_is_whole" CHECK ("complaints"."state" <> 'closed' or (length(trim(coalesce("complaints"."closed_reason", ''))) > 0 and "complaints"."closed_on" is not null))
);
--> statement-breakpoint
CREATE TABLE "demonstrations" (
	"id" integer PRIMARY KEY NOT NULL,
	"started_on" date NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "demonstrations_one" CHECK ("demonstrations"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "dossiers" (
	"id" text PRIMARY KEY NOT NULL,
	"application_id" text NOT NULL,
	"format" text NOT NULL,
	"state" text NOT NULL,
	"requested_by" text NOT NULL,
	"grant" json NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"steps_done" integer NOT NULL,
	"steps_total" integer,
	"attempts" integer NOT NULL,
	"lease_until" timestamp with time zone,
	"data_version" integer,
	"sha256" text,
	"size" integer,
	"ready_at" timestamp with time zone,
	CONSTRAINT "dossiers_format" CHECK ("dossiers"."format" in ('pdf', 'zip')),
	CONSTRAINT "dossiers_state" CHECK ("dossiers"."state" in ('waiting', 'making', 'ready', 'faulty')),
	CONSTRAINT "dossiers_ready_has_file" CHECK (("dossiers"."state" = 'ready') = ("dossiers"."sha256" is not null and "dossiers"."size" is not null and "dossiers"."ready_at" is not null and "dossiers"."data_version" is not null)),
	CONSTRAINT "dossiers_making_has_lease" CHECK (("dossiers"."state" = 'making') = ("dossiers"."lease_until" is not null)),
	CONSTRAINT "dossiers_steps" CHECK ("dossiers"."steps_done" >= 0 and "dossiers"."steps_total" >= "dossiers"."steps_done")
);
--> statement-breakpoint
CREATE TABLE "expert_appointments" (
	"application_id" text NOT NULL,
	"n" integer NOT NULL,
	"method" text NOT NULL,
	"reasons" text,
	"commitment" text,
	"seed" text,
	"population" json NOT NULL,
	"excluded" json NOT NULL,
	"appointed" json NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" text NOT NULL,
	CONSTRAINT "expert_appointments_application_id_n_pk" PRIMARY KEY("application_id","n"),
	CONSTRAINT "expert_appointments_method" CHECK ("expert_appointments"."method" in ('draw', 'choice')),
	CONSTRAINT "expert_appointments_draw_has_seed" CHECK ("expert_appointments"."method" <> 'draw' or ("expert_appointments"."commitment" is not null and "expert_appointments"."seed" is not null)),
	CONSTRAINT "expert_appointments_choice_has_reasons" CHECK ("expert_appointments"."method" <> 'choice' or length(trim(coalesce("expert_appointments"."reasons", ''))) > 0)
);
--> statement-breakpoint
CREATE TABLE "expert_panels" (
	"application_id" text PRIMARY KEY NOT NULL,
	"due_on" date NOT NULL,
	"discussion" text,
	"discussed_on" date,
	"finished_at" timestamp with time zone,
	"revision" integer NOT NULL,
	CONSTRAINT "expert_panels_discussion_has_day" CHECK (("expert_panels"."discussed_on" is null) = ("expert_panels"."discussion" is null) and ("expert_panels"."discussion" is null or length(trim(coalesce("expert_panels"."discussion", ''))) > 0))
);
--> statement-breakpoint
CREATE TABLE "experts" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text,
	"name" text NOT NULL,
	"employer" text NOT NULL,
	"position" text NOT NULL,
	"fields" json NOT NULL,
	"state" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"revision" integer NOT NULL,
	CONSTRAINT "experts_state" CHECK ("experts"."state" in ('active', 'retired')),
	CONSTRAINT "experts_name" CHECK (length(trim(coalesce("experts"."name", ''))) > 0 and length(trim(coalesce("experts"."employer", ''))) > 0)
);
--> statement-breakpoint
CREATE TABLE "holiday_years" (
	"year" integer PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"recorded_by" text,
	"recorded_at" timestamp with time zone NOT NULL,
	"revision" integer NOT NULL,
	CONSTRAINT "holiday_years_year" CHECK ("holiday_years"."year" between 1990 and 2100)
);
--> statement-breakpoint
CREATE TABLE "holidays" (
	"day" date PRIMARY KEY NOT NULL,
	"year" integer NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "holidays_kind" CHECK ("holidays"."kind" in ('off', 'working')),
	CONSTRAINT "holidays_in_year" CHECK (extract(year from "holidays"."day") = "holidays"."year")
);
--> statement-breakpoint
CREATE TABLE "notice_cases" (
	"notice_id" text NOT NULL,
	"application_id" text NOT NULL,
	"position" integer NOT NULL,
	"organization_name" text NOT NULL,
	"platform_name" text NOT NULL,
	"platform_type" text NOT NULL,
	"district" text NOT NULL,
	CONSTRAINT "notice_cases_notice_id_application_id_pk" PRIMARY KEY("notice_id","application_id")
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" text PRIMARY KEY NOT NULL,
	"round_id" text,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"starts_on" date,
	"ends_on" date,
	"period_ground" text,
	"official_url" text,
	"official_published_on" date,
	"published_at" timestamp with time zone,
	"extends_id" text,
	"reason" text,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"revision" integer NOT NULL,
	CONSTRAINT "notices_kind" CHECK ("notices"."kind" in ('publicity', 'certification', 'general')),
	CONSTRAINT "notices_state" CHECK ("notices"."state" in ('draft', 'published', 'superseded')),
	CONSTRAINT "notices_publicity_is_whole" CHECK ("notices"."kind" <> 'publicity' or ("notices"."round_id" is not null and "notices"."starts_on" is not null and "notices"."ends_on" is not null and "notices"."official_url" is not null and "notices"."official_published_on" is not null)),
	CONSTRAINT "notices_days_in_order" CHECK ("notices"."ends_on" >= "notices"."starts_on"),
	CONSTRAINT "notices_not_before_official" CHECK ("notices"."extends_id" is not null or "notices"."starts_on" >= "notices"."official_published_on"),
	CONSTRAINT "notices_published_has_time" CHECK (("notices"."state" = 'draft') = ("notices"."published_at" is null))
);
--> statement-breakpoint
CREATE TABLE "objection_files" (
	"objection_id" text NOT NULL,
	"file_id" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "objection_files_objection_id_file_id_pk" PRIMARY KEY("objection_id","file_id")
);
--> statement-breakpoint
CREATE TABLE "objections" (
	"id" text PRIMARY KEY NOT NULL,
	"notice_id" text NOT NULL,
	"application_id" text NOT NULL,
	"receipt_number" text NOT NULL,
	"state" text NOT NULL,
	"outcome" text,
	"channel" text NOT NULL,
	"received_on" date NOT NULL,
	"entered_by" text,
	"personal" json NOT NULL,
	"extract" text,
	"answer_until" date,
	"answer" text,
	"answered_on" date,
	"inquiry_until" date,
	"finding" text,
	"decided_on" date,
	"reply" text,
	"replied_on" date,
	"created_at" timestamp with time zone NOT NULL,
	"revision" integer NOT NULL,
	CONSTRAINT "objections_state" CHECK ("objections"."state" in ('filed', 'admitted', 'inadmissible', 'under_inquiry', 'upheld', 'dismissed', 'replied')),
	CONSTRAINT "objections_outcome" CHECK ("objections"."outcome" in ('inadmissible', 'upheld', 'dismissed')),
	CONSTRAINT "objections_channel" CHECK ("objections"."channel" in ('portal', 'letter', 'visit', 'phone')),
	CONSTRAINT "objections_entered_by_somebody" CHECK ("objections"."channel" = 'portal' or "objections"."entered_by" is not null),
	CONSTRAINT "objections_admitted_has_extract" CHECK ("objections"."state" not in ('admitted', 'under_inquiry', 'upheld', 'dismissed') or (length(trim(coalesce("objections"."extract", ''))) > 0 and "objections"."answer_until" is not null)),
	CONSTRAINT "objections_decided_is_whole" CHECK (("objections"."outcome" is null) = ("objections"."state" in ('filed', 'admitted', 'under_inquiry')) and ("objections"."outcome" is null or (length(trim(coalesce("objections"."finding", ''))) > 0 and "objections"."decided_on" is not null))),
	CONSTRAINT "objections_replied_is_whole" CHECK ("objections"."state" <> 'replied' or (length(trim(coalesce("objections"."reply", ''))) > 0 and "objections"."replied_on" is not null))
);
--> statement-breakpoint
CREATE TABLE "reopened_reviews" (
	"review_id" text NOT NULL,
	"n" integer NOT NULL,
	"scores" json NOT NULL,
	"total" integer NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	"reopened_at" timestamp with time zone NOT NULL,
	"reopened_by" text NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "reopened_reviews_review_id_n_pk" PRIMARY KEY("review_id","n"),
	CONSTRAINT "reopened_reviews_has_reason" CHECK (length(trim(coalesce("reopened_reviews"."reason", ''))) > 0),
	CONSTRAINT "reopened_reviews_after_locking" CHECK ("reopened_reviews"."reopened_at" >= "reopened_reviews"."submitted_at")
);
--> statement-breakpoint
CREATE TABLE "returned_forms" (
	"application_id" text PRIMARY KEY NOT NULL,
	"data_version" integer NOT NULL,
	"form" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"id" text PRIMARY KEY NOT NULL,
	"application_id" text NOT NULL,
	"expert_id" text NOT NULL,
	"user_id" text NOT NULL,
	"state" text NOT NULL,
	"declared_at" timestamp with time zone,
	"recused_reason" text,
	"recused_by" text,
	"scores" json,
	"total" integer,
	"submitted_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"revision" integer NOT NULL,
	CONSTRAINT "reviews_state" CHECK ("reviews"."state" in ('assigned', 'scoring', 'submitted', 'recused')),
	CONSTRAINT "reviews_papers_after_declaration" CHECK ("reviews"."state" not in ('scoring', 'submitted') or "reviews"."declared_at" is not null),
	CONSTRAINT "reviews_locked_is_whole" CHECK (("reviews"."state" = 'submitted') = ("reviews"."total" is not null) and ("reviews"."state" = 'submitted') = ("reviews"."submitted_at" is not null)),
	CONSTRAINT "reviews_locked_has_scores" CHECK ("reviews"."state" <> 'submitted' or "reviews"."scores" is not null),
	CONSTRAINT "reviews_total" CHECK ("reviews"."total" >= 0),
	CONSTRAINT "reviews_recusal_has_reason" CHECK ("reviews"."state" <> 'recused' or length(trim(coalesce("reviews"."recused_reason", ''))) > 0)
);
--> statement-breakpoint
ALTER TABLE "application_materials" DROP CONSTRAINT "application_materials_defect_has_reason";--> statement-breakpoint
ALTER TABLE "applications" DROP CONSTRAINT "applications_state";--> statement-breakpoint
ALTER TABLE "applications" DROP CONSTRAINT "applications_refusal_has_reason";--> statement-breakpoint
ALTER TABLE "files" DROP CONSTRAINT "files_purpose";--> statement-breakpoint
ALTER TABLE "mandates" DROP CONSTRAINT "mandates_refused_with_reason";--> statement-breakpoint
ALTER TABLE "rounds" DROP CONSTRAINT "rounds_state";--> statement-breakpoint
ALTER TABLE "sampled" DROP CONSTRAINT "sampled_replacement_has_reason";--> statement-breakpoint
DROP INDEX "applications_district";--> statement-breakpoint
DROP INDEX "applications_changed_at";--> statement-breakpoint
DROP INDEX "applications_created_at";--> statement-breakpoint
DROP INDEX "applications_one_live";--> statement-breakpoint
DROP INDEX "applications_one_by_exception";--> statement-breakpoint
ALTER TABLE "application_material_files" ADD COLUMN "printed_version" integer;--> statement-breakpoint
ALTER TABLE "certifications" ADD COLUMN "application_id" text;--> statement-breakpoint
ALTER TABLE "certifications" ADD COLUMN "round_id" text;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "quota" integer;--> statement-breakpoint
ALTER TABLE "application_prints" ADD CONSTRAINT "application_prints_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossiers" ADD CONSTRAINT "dossiers_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expert_appointments" ADD CONSTRAINT "expert_appointments_application_id_expert_panels_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."expert_panels"("application_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expert_panels" ADD CONSTRAINT "expert_panels_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "holidays" ADD CONSTRAINT "holidays_year_holiday_years_year_fk" FOREIGN KEY ("year") REFERENCES "public"."holiday_years"("year") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_cases" ADD CONSTRAINT "notice_cases_notice_id_notices_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_cases" ADD CONSTRAINT "notice_cases_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_extends_id_notices_id_fk" FOREIGN KEY ("extends_id") REFERENCES "public"."notices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objection_files" ADD CONSTRAINT "objection_files_objection_id_objections_id_fk" FOREIGN KEY ("objection_id") REFERENCES "public"."objections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objections" ADD CONSTRAINT "objections_case" FOREIGN KEY ("notice_id","application_id") REFERENCES "public"."notice_cases"("notice_id","application_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reopened_reviews" ADD CONSTRAINT "reopened_reviews_review" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "returned_forms" ADD CONSTRAINT "returned_forms_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_application_id_expert_panels_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."expert_panels"("application_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_expert_id_experts_id_fk" FOREIGN KEY ("expert_id") REFERENCES "public"."experts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "application_prints_short_code" ON "application_prints" USING btree ("application_id","short_code");--> statement-breakpoint
CREATE UNIQUE INDEX "complaints_receipt_number" ON "complaints" USING btree ("receipt_number");--> statement-breakpoint
CREATE INDEX "complaints_state" ON "complaints" USING btree ("subject","state","created_at","id");--> statement-breakpoint
CREATE INDEX "dossiers_due" ON "dossiers" USING btree ("requested_at") WHERE "dossiers"."state" in ('waiting', 'making');--> statement-breakpoint
CREATE INDEX "dossiers_requested_at" ON "dossiers" USING btree ("requested_at");--> statement-breakpoint
CREATE UNIQUE INDEX "experts_user_id" ON "experts" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "notice_cases_position" ON "notice_cases" USING btree ("notice_id","position");--> statement-breakpoint
CREATE INDEX "notice_cases_application_id" ON "notice_cases" USING btree ("application_id");--> statement-breakpoint
CREATE UNIQUE INDEX "notices_one_running_publicity" ON "notices" USING btree ("round_id") WHERE "notices"."kind" = 'publicity' and "notices"."state" = 'published';--> statement-breakpoint
CREATE UNIQUE INDEX "notices_extends_id" ON "notices" USING btree ("extends_id");--> statement-breakpoint
CREATE INDEX "notices_published_at" ON "notices" USING btree ("published_at","id");--> statement-breakpoint
CREATE INDEX "objection_files_file_id" ON "objection_files" USING btree ("file_id");--> statement-breakpoint
CREATE UNIQUE INDEX "objections_receipt_number" ON "objections" USING btree ("receipt_number");--> statement-breakpoint
CREATE INDEX "objections_application_id" ON "objections" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "objections_state" ON "objections" USING btree ("state","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "reviews_one_an_expert" ON "reviews" USING btree ("application_id","expert_id");--> statement-breakpoint
CREATE INDEX "reviews_user_id" ON "reviews" USING btree ("user_id","created_at","id");--> statement-breakpoint
ALTER TABLE "application_material_files" ADD CONSTRAINT "application_material_files_print" FOREIGN KEY ("application_id","printed_version") REFERENCES "public"."application_prints"("application_id","data_version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certifications" ADD CONSTRAINT "certifications_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certifications" ADD CONSTRAINT "certifications_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "applications_handed_in" ON "applications" USING btree ("changed_at","id") WHERE "applications"."is_handed_in";--> statement-breakpoint
CREATE INDEX "applications_handed_in_created" ON "applications" USING btree ("created_at","id") WHERE "applications"."is_handed_in";--> statement-breakpoint
CREATE INDEX "applications_handed_in_district" ON "applications" USING btree ("district","changed_at","id") WHERE "applications"."is_handed_in";--> statement-breakpoint
CREATE INDEX "applications_handed_in_district_state" ON "applications" USING btree ("district","state","changed_at","id") WHERE "applications"."is_handed_in";--> statement-breakpoint
CREATE INDEX "applications_handed_in_state" ON "applications" USING btree ("state","changed_at","id") WHERE "applications"."is_handed_in";--> statement-breakpoint
CREATE INDEX "applications_handed_in_round" ON "applications" USING btree ("round_id","state","changed_at","id") WHERE "applications"."is_handed_in";--> statement-breakpoint
CREATE INDEX "applications_waiting" ON "applications" USING btree ("changed_at") WHERE "applications"."state" in ('draft', 'returned');--> statement-breakpoint
CREATE UNIQUE INDEX "certifications_application_id" ON "certifications" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "certifications_round_id" ON "certifications" USING btree ("round_id");--> statement-breakpoint
CREATE UNIQUE INDEX "applications_one_live" ON "applications" USING btree ("round_id","organization_id") WHERE state in ('draft', 'submitted', 'returned', 'accepted', 'surveyed', 'recommended', 'received', 'reviewed', 'proposed', 'in_publicity', 'objected') and exception_ground is null;--> statement-breakpoint
CREATE UNIQUE INDEX "applications_one_by_exception" ON "applications" USING btree ("round_id","organization_id") WHERE state in ('draft', 'submitted', 'returned', 'accepted', 'surveyed', 'recommended', 'received', 'reviewed', 'proposed', 'in_publicity', 'objected') and exception_ground is not null;--> statement-breakpoint
ALTER TABLE "application_materials" ADD CONSTRAINT "application_materials_defect_has_reason" CHECK ("application_materials"."verdict" is distinct from 'defective' or length(trim(coalesce("application_materials"."verdict_reason", ''))) > 0);--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_state" CHECK ("applications"."state" in ('draft', 'submitted', 'returned', 'accepted', 'surveyed', 'recommended', 'not_recommended', 'received', 'reviewed', 'proposed', 'not_selected', 'in_publicity', 'objected', 'certified', 'rejected', 'withdrawn', 'lapsed'));--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_refusal_has_reason" CHECK ("applications"."state" not in ('not_recommended', 'not_selected', 'rejected') or length(trim(coalesce("applications"."reason", ''))) > 0);--> statement-breakpoint
ALTER TABLE "certifications" ADD CONSTRAINT "certifications_of_a_round_is_whole" CHECK (("certifications"."application_id" is null) = ("certifications"."round_id" is null) and ("certifications"."application_id" is null or "certifications"."certificate_number" is not null));--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_purpose" CHECK ("files"."purpose" in ('material', 'mandate', 'receipt', 'seal', 'objection'));--> statement-breakpoint
ALTER TABLE "mandates" ADD CONSTRAINT "mandates_refused_with_reason" CHECK ("mandates"."state" <> 'refused' or length(trim(coalesce("mandates"."reason", ''))) > 0);--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_quota" CHECK ("rounds"."quota" > 0);--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_state" CHECK ("rounds"."state" in ('draft', 'open', 'closed', 'in_review', 'list_proposed', 'in_publicity', 'decided', 'archived', 'cancelled'));--> statement-breakpoint
ALTER TABLE "sampled" ADD CONSTRAINT "sampled_replacement_has_reason" CHECK ("sampled"."state" <> 'replaced' or length(trim(coalesce("sampled"."replaced_reason", ''))) > 0);