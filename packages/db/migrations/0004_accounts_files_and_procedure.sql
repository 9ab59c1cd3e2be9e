CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "accounts_provider_id_account_id" UNIQUE("provider_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "application_material_files" (
	"application_id" text NOT NULL,
	"material" text NOT NULL,
	"file_id" text NOT NULL,
	"position" integer NOT NULL,
	"attached_at" timestamp with time zone NOT NULL,
	CONSTRAINT "application_material_files_application_id_material_file_id_pk" PRIMARY KEY("application_id","material","file_id")
);
--> statement-breakpoint
CREATE TABLE "application_materials" (
	"application_id" text NOT NULL,
	"material" text NOT NULL,
	"is_on_paper" boolean NOT NULL,
	"verdict" text,
	"verdict_reason" text,
	"judged_by" text,
	"judged_at" timestamp with time zone,
	"revision" integer NOT NULL,
	CONSTRAINT "application_materials_application_id_material_pk" PRIMARY KEY("application_id","material"),
	CONSTRAINT "application_materials_verdict" CHECK ("application_materials"."verdict" in ('accepted', 'defective')),
	CONSTRAINT "application_materials_defect_has_reason" CHECK ("application_materials"."verdict" is distinct from 'defective' or length(trim("application_materials"."verdict_reason")) > 0)
);
--> statement-breakpoint
CREATE TABLE "application_rows" (
	"application_id" text NOT NULL,
	"list" text NOT NULL,
	"row_id" text NOT NULL,
	"position" integer NOT NULL,
	"data" json NOT NULL,
	"personal" json NOT NULL,
	"hash" text NOT NULL,
	"revision" integer NOT NULL,
	CONSTRAINT "application_rows_application_id_list_row_id_pk" PRIMARY KEY("application_id","list","row_id"),
	CONSTRAINT "application_rows_position_from_zero" CHECK ("application_rows"."position" >= 0)
);
--> statement-breakpoint
CREATE TABLE "application_sections" (
	"application_id" text NOT NULL,
	"section" text NOT NULL,
	"data" json NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"revision" integer NOT NULL,
	CONSTRAINT "application_sections_application_id_section_pk" PRIMARY KEY("application_id","section")
);
--> statement-breakpoint
CREATE TABLE "applications" (
	"id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"organization_id" text NOT NULL,
	"district" text NOT NULL,
	"state" text NOT NULL,
	"origin" text NOT NULL,
	"is_handed_in" boolean NOT NULL,
	"received_on" date,
	"entered_by" text NOT NULL,
	"entered_on" date NOT NULL,
	"data_version" integer NOT NULL,
	"acknowledged" json,
	"returned" json,
	"returned_form" json,
	"reason" text,
	"exception_ground" text,
	"search" "tsvector" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"revision" integer NOT NULL,
	CONSTRAINT "applications_state" CHECK ("applications"."state" in ('draft', 'submitted', 'returned', 'accepted', 'surveyed', 'recommended', 'not_recommended', 'withdrawn', 'lapsed')),
	CONSTRAINT "applications_origin" CHECK ("applications"."origin" in ('online', 'paper')),
	CONSTRAINT "applications_draft_not_received" CHECK ("applications"."state" in ('draft', 'withdrawn', 'lapsed') or ("applications"."received_on" is not null and "applications"."is_handed_in")),
	CONSTRAINT "applications_returned_has_day" CHECK ("applications"."state" <> 'returned' or "applications"."returned" is not null),
	CONSTRAINT "applications_refusal_has_reason" CHECK ("applications"."state" <> 'not_recommended' or length(trim("applications"."reason")) > 0)
);
--> statement-breakpoint
CREATE TABLE "certifications" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"platform_name" text NOT NULL,
	"platform_type" text NOT NULL,
	"district" text NOT NULL,
	"state" text NOT NULL,
	"document_number" text NOT NULL,
	"certificate_number" text,
	"valid_from" date NOT NULL,
	"valid_to" date NOT NULL,
	"ended_on" date,
	"end_served_on" date,
	"end_document_number" text,
	"source" text NOT NULL,
	"imported_by" text,
	"confirmed_by" text,
	"created_at" timestamp with time zone NOT NULL,
	"revision" integer NOT NULL,
	CONSTRAINT "certifications_state" CHECK ("certifications"."state" in ('valid', 'cancelled', 'revoked')),
	CONSTRAINT "certifications_dates_in_order" CHECK ("certifications"."valid_to" > "certifications"."valid_from"),
	CONSTRAINT "certifications_end_has_day" CHECK (("certifications"."state" = 'valid') = ("certifications"."ended_on" is null)),
	CONSTRAINT "certifications_served_after_end" CHECK ("certifications"."end_served_on" is null or "certifications"."end_served_on" >= "certifications"."ended_on"),
	CONSTRAINT "certifications_second_person" CHECK ("certifications"."confirmed_by" is null or "certifications"."confirmed_by" <> "certifications"."imported_by")
);
--> statement-breakpoint
CREATE TABLE "file_contents" (
	"sha256" text PRIMARY KEY NOT NULL,
	"size" integer NOT NULL,
	"media_type" text NOT NULL,
	CONSTRAINT "file_contents_sha256" CHECK ("file_contents"."sha256" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "file_contents_size" CHECK ("file_contents"."size" between 1 and 50000000),
	CONSTRAINT "file_contents_media_type" CHECK ("file_contents"."media_type" ~ '^(application|image)/[a-z0-9.+-]+$')
);
--> statement-breakpoint
CREATE TABLE "files" (
	"id" text PRIMARY KEY NOT NULL,
	"sha256" text NOT NULL,
	"name" text NOT NULL,
	"purpose" text NOT NULL,
	"target" text NOT NULL,
	"uploaded_by" text NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"storing_since" timestamp with time zone,
	CONSTRAINT "files_name" CHECK (char_length("files"."name") between 1 and 200),
	CONSTRAINT "files_purpose" CHECK ("files"."purpose" in ('material', 'mandate', 'receipt', 'seal')),
	CONSTRAINT "files_target" CHECK (char_length("files"."target") between 1 and 200),
	CONSTRAINT "files_state" CHECK ("files"."state" in ('storing', 'stored')),
	CONSTRAINT "files_storing_since" CHECK (("files"."state" = 'storing') = ("files"."storing_since" is not null))
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "invitations_instants_in_order" CHECK ("invitations"."created_at" < "invitations"."expires_at")
);
--> statement-breakpoint
CREATE TABLE "mandates" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"user_id" text NOT NULL,
	"state" text NOT NULL,
	"holder_name" text NOT NULL,
	"holder_phone" json NOT NULL,
	"licence_file_id" text,
	"authorization_file_id" text,
	"claimed_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	"reason" text,
	"revision" integer NOT NULL,
	CONSTRAINT "mandates_state" CHECK ("mandates"."state" in ('claimed', 'contested', 'confirmed', 'refused', 'ended')),
	CONSTRAINT "mandates_confirmed_with_papers" CHECK ("mandates"."state" <> 'confirmed' or ("mandates"."licence_file_id" is not null and "mandates"."authorization_file_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "organization_names" (
	"organization_id" text NOT NULL,
	"from_on" date NOT NULL,
	"name" text NOT NULL,
	"source" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "organization_names_organization_id_from_on_pk" PRIMARY KEY("organization_id","from_on"),
	CONSTRAINT "organization_names_name" CHECK (length(trim("organization_names"."name")) > 0)
);
--> statement-breakpoint
CREATE TABLE "organizations" (
	"id" text PRIMARY KEY NOT NULL,
	"uscc" text NOT NULL,
	"district" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"revision" integer NOT NULL,
	CONSTRAINT "organizations_uscc_form" CHECK ("organizations"."uscc" ~ '^[0-9A-HJ-NPQRTUWXY]{18}$')
);
--> statement-breakpoint
CREATE TABLE "recommendations" (
	"id" text PRIMARY KEY NOT NULL,
	"district" text NOT NULL,
	"round_id" text NOT NULL,
	"document_number" text NOT NULL,
	"issued_on" date NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "recommended_applications" (
	"recommendation_id" text NOT NULL,
	"application_id" text NOT NULL,
	"rank" integer NOT NULL,
	"opinion" text NOT NULL,
	CONSTRAINT "recommended_applications_recommendation_id_application_id_pk" PRIMARY KEY("recommendation_id","application_id"),
	CONSTRAINT "recommended_applications_rank" CHECK ("recommended_applications"."rank" > 0)
);
--> statement-breakpoint
CREATE TABLE "request_keys" (
	"key_hash" text PRIMARY KEY NOT NULL,
	"body_hash" text NOT NULL,
	"record_id" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "role_grants" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"role" text NOT NULL,
	"district" text,
	"from_on" date NOT NULL,
	"until_on" date,
	"ended_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "role_grants_role_known" CHECK ("role_grants"."role" in ('district', 'city', 'expert', 'auditor', 'administrator')),
	CONSTRAINT "role_grants_district_of_district" CHECK (("role_grants"."role" = 'district') = ("role_grants"."district" is not null)),
	CONSTRAINT "role_grants_auditor_for_a_period" CHECK ("role_grants"."role" <> 'auditor' or "role_grants"."until_on" is not null),
	CONSTRAINT "role_grants_days_in_order" CHECK ("role_grants"."until_on" is null or "role_grants"."from_on" <= "role_grants"."until_on")
);
--> statement-breakpoint
CREATE TABLE "round_extensions" (
	"round_id" text NOT NULL,
	"n" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"notice" text NOT NULL,
	"submission_deadline_before" date NOT NULL,
	"recommendation_deadline_before" date NOT NULL,
	"submission_deadline" date NOT NULL,
	"recommendation_deadline" date NOT NULL,
	CONSTRAINT "round_extensions_round_id_n_pk" PRIMARY KEY("round_id","n"),
	CONSTRAINT "round_extensions_forward" CHECK ("round_extensions"."submission_deadline" >= "round_extensions"."submission_deadline_before" and "round_extensions"."recommendation_deadline" >= "round_extensions"."recommendation_deadline_before")
);
--> statement-breakpoint
CREATE TABLE "rounds" (
	"id" text PRIMARY KEY NOT NULL,
	"policy_id" text NOT NULL,
	"policy_version" integer,
	"year" integer NOT NULL,
	"state" text NOT NULL,
	"submission_deadline" date,
	"recommendation_deadline" date,
	"submission_event" text NOT NULL,
	"copies" integer NOT NULL,
	"binding" text NOT NULL,
	"counter_address" text NOT NULL,
	"notice_title" text NOT NULL,
	"notice_text" text NOT NULL,
	"opened_on" date,
	"cancelled_reason" text,
	"created_at" timestamp with time zone NOT NULL,
	"revision" integer NOT NULL,
	CONSTRAINT "rounds_state" CHECK ("rounds"."state" in ('draft', 'open', 'closed', 'in_review', 'cancelled')),
	CONSTRAINT "rounds_submission_event" CHECK ("rounds"."submission_event" in ('online', 'paper', 'earlier')),
	CONSTRAINT "rounds_dates_in_order" CHECK ("rounds"."recommendation_deadline" >= "rounds"."submission_deadline"),
	CONSTRAINT "rounds_opened_with_dates" CHECK ("rounds"."state" in ('draft', 'cancelled') or ("rounds"."policy_version" is not null and "rounds"."submission_deadline" is not null and "rounds"."recommendation_deadline" is not null and "rounds"."opened_on" is not null)),
	CONSTRAINT "rounds_year" CHECK ("rounds"."year" between 1990 and 2100),
	CONSTRAINT "rounds_copies" CHECK ("rounds"."copies" between 1 and 20)
);
--> statement-breakpoint
CREATE TABLE "sampled" (
	"application_id" text NOT NULL,
	"place" integer NOT NULL,
	"row_id" text NOT NULL,
	"enterprise" text NOT NULL,
	"state" text NOT NULL,
	"replaced_reason" text,
	"personal" json,
	"rating" text,
	"method" text,
	"answered_on" date,
	"remark" text,
	"recorded_by" text,
	"revision" integer NOT NULL,
	CONSTRAINT "sampled_application_id_place_pk" PRIMARY KEY("application_id","place"),
	CONSTRAINT "sampled_state" CHECK ("sampled"."state" in ('drawn', 'replaced', 'answered')),
	CONSTRAINT "sampled_rating" CHECK ("sampled"."rating" in ('very_satisfied', 'basically_satisfied', 'dissatisfied')),
	CONSTRAINT "sampled_method" CHECK ("sampled"."method" in ('visit', 'telephone', 'online', 'in_writing', 'other')),
	CONSTRAINT "sampled_answer_is_whole" CHECK ("sampled"."state" <> 'answered' or ("sampled"."rating" is not null and "sampled"."method" is not null and "sampled"."answered_on" is not null and "sampled"."personal" is not null)),
	CONSTRAINT "sampled_replacement_has_reason" CHECK ("sampled"."state" <> 'replaced' or length(trim("sampled"."replaced_reason")) > 0)
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"user_id" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sessions_token" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "sign_in_attempts" (
	"pair_hash" text PRIMARY KEY NOT NULL,
	"attempts" integer NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	"blocked_until" timestamp with time zone NOT NULL,
	CONSTRAINT "sign_in_attempts_positive" CHECK ("sign_in_attempts"."attempts" > 0)
);
--> statement-breakpoint
CREATE TABLE "stand_ins" (
	"id" text PRIMARY KEY NOT NULL,
	"officer_id" text NOT NULL,
	"stand_in_id" text NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date NOT NULL,
	"ended_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "stand_ins_two_people" CHECK ("stand_ins"."officer_id" <> "stand_ins"."stand_in_id"),
	CONSTRAINT "stand_ins_days_in_order" CHECK ("stand_ins"."from_on" <= "stand_ins"."until_on")
);
--> statement-breakpoint
CREATE TABLE "surveys" (
	"application_id" text PRIMARY KEY NOT NULL,
	"commitment" text NOT NULL,
	"seed" text NOT NULL,
	"population" json NOT NULL,
	"drawn_at" timestamp with time zone NOT NULL,
	"drawn_by" text NOT NULL,
	"assessment" json,
	"revision" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "two_factors" (
	"id" text PRIMARY KEY NOT NULL,
	"secret" text NOT NULL,
	"backup_codes" text NOT NULL,
	"user_id" text NOT NULL,
	"verified" boolean DEFAULT true NOT NULL,
	"failed_verification_count" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp with time zone,
	CONSTRAINT "two_factors_user_id" UNIQUE("user_id")
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"two_factor_enabled" boolean DEFAULT false NOT NULL,
	"kind" text NOT NULL,
	"disabled_at" timestamp with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "users_email" UNIQUE("email"),
	CONSTRAINT "users_email_lower_case" CHECK ("users"."email" = lower("users"."email")),
	CONSTRAINT "users_kind_known" CHECK ("users"."kind" in ('staff', 'applicant')),
	CONSTRAINT "users_revision_positive" CHECK ("users"."revision" > 0)
);
--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_material_files" ADD CONSTRAINT "application_material_files_material" FOREIGN KEY ("application_id","material") REFERENCES "public"."application_materials"("application_id","material") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_materials" ADD CONSTRAINT "application_materials_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_rows" ADD CONSTRAINT "application_rows_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_sections" ADD CONSTRAINT "application_sections_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certifications" ADD CONSTRAINT "certifications_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_sha256_file_contents_sha256_fk" FOREIGN KEY ("sha256") REFERENCES "public"."file_contents"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandates" ADD CONSTRAINT "mandates_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization_names" ADD CONSTRAINT "organization_names_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommended_applications" ADD CONSTRAINT "recommended_applications_recommendation_id_recommendations_id_fk" FOREIGN KEY ("recommendation_id") REFERENCES "public"."recommendations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommended_applications" ADD CONSTRAINT "recommended_applications_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_extensions" ADD CONSTRAINT "round_extensions_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sampled" ADD CONSTRAINT "sampled_application_id_surveys_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."surveys"("application_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stand_ins" ADD CONSTRAINT "stand_ins_officer_id_users_id_fk" FOREIGN KEY ("officer_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stand_ins" ADD CONSTRAINT "stand_ins_stand_in_id_users_id_fk" FOREIGN KEY ("stand_in_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surveys" ADD CONSTRAINT "surveys_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "two_factors" ADD CONSTRAINT "two_factors_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "accounts_user_id" ON "accounts" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "application_material_files_file_id" ON "application_material_files" USING btree ("file_id");--> statement-breakpoint
CREATE INDEX "application_rows_position" ON "application_rows" USING btree ("application_id","list","position");--> statement-breakpoint
CREATE UNIQUE INDEX "applications_one_live" ON "applications" USING btree ("round_id","organization_id") WHERE state in ('draft', 'submitted', 'returned', 'accepted', 'surveyed', 'recommended') and exception_ground is null;--> statement-breakpoint
CREATE INDEX "applications_district" ON "applications" USING btree ("district","changed_at","id");--> statement-breakpoint
CREATE INDEX "applications_changed_at" ON "applications" USING btree ("changed_at","id");--> statement-breakpoint
CREATE INDEX "applications_created_at" ON "applications" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "applications_organization_id" ON "applications" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "applications_state" ON "applications" USING btree ("round_id","state");--> statement-breakpoint
CREATE INDEX "applications_search" ON "applications" USING gin ("search");--> statement-breakpoint
CREATE UNIQUE INDEX "certifications_number" ON "certifications" USING btree ("certificate_number");--> statement-breakpoint
CREATE INDEX "certifications_organization_id" ON "certifications" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "files_sha256" ON "files" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "files_target" ON "files" USING btree ("purpose","target");--> statement-breakpoint
CREATE INDEX "files_storing_since" ON "files" USING btree ("storing_since") WHERE "files"."storing_since" is not null;--> statement-breakpoint
CREATE INDEX "invitations_user_id" ON "invitations" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "mandates_one_holder" ON "mandates" USING btree ("organization_id") WHERE "mandates"."state" in ('claimed', 'confirmed');--> statement-breakpoint
CREATE UNIQUE INDEX "mandates_one_claim" ON "mandates" USING btree ("organization_id","user_id") WHERE "mandates"."state" in ('claimed', 'contested', 'confirmed');--> statement-breakpoint
CREATE INDEX "mandates_user_id" ON "mandates" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "organizations_uscc" ON "organizations" USING btree ("uscc");--> statement-breakpoint
CREATE INDEX "organizations_district" ON "organizations" USING btree ("district");--> statement-breakpoint
CREATE INDEX "request_keys_created_at" ON "request_keys" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "role_grants_live" ON "role_grants" USING btree ("user_id","role",coalesce("district", '')) WHERE "role_grants"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "rounds_one_a_year" ON "rounds" USING btree ("policy_id","year") WHERE "rounds"."state" <> 'cancelled';--> statement-breakpoint
CREATE INDEX "sampled_row_id" ON "sampled" USING btree ("application_id","row_id");--> statement-breakpoint
CREATE INDEX "sessions_user_id" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_expires_at" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "sign_in_attempts_last_at" ON "sign_in_attempts" USING btree ("last_at");--> statement-breakpoint
CREATE INDEX "stand_ins_officer_id" ON "stand_ins" USING btree ("officer_id");--> statement-breakpoint
CREATE INDEX "stand_ins_stand_in_id" ON "stand_ins" USING btree ("stand_in_id") WHERE "stand_ins"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "verifications_identifier" ON "verifications" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "verifications_expires_at" ON "verifications" USING btree ("expires_at");