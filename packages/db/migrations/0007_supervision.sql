CREATE TABLE "inspection_files" (
	"inspection_id" text NOT NULL,
	"file_id" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "inspection_files_inspection_id_file_id_pk" PRIMARY KEY("inspection_id","file_id")
);
--> statement-breakpoint
CREATE TABLE "inspections" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"certification_id" text NOT NULL,
	"organization_id" text NOT NULL,
	"district" text NOT NULL,
	"period" text NOT NULL,
	"state" text NOT NULL,
	"draw_id" text,
	"complaint_id" text,
	"planned_on" date NOT NULL,
	"notice_text" text,
	"notified_on" date,
	"takes_place_on" date,
	"policy_version" integer,
	"checklist" json NOT NULL,
	"findings" text,
	"carried_out_on" date,
	"recorded_on" date,
	"inspectors" text,
	"result" text,
	"answer_until" date,
	"answer" text,
	"answered_on" date,
	"hearing" text,
	"heard_on" date,
	"found_on" date,
	"finding_answer_until" date,
	"absence_finding" text,
	"is_falsified" boolean,
	"rectify_until" date,
	"checked_again_on" date,
	"checked_again" text,
	"is_rectified" boolean,
	"closed_on" date,
	"reason" text,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"revision" integer NOT NULL,
	CONSTRAINT "inspections_kind" CHECK ("inspections"."kind" in ('periodic_inspection', 'spot_check', 'appraisal')),
	CONSTRAINT "inspections_state" CHECK ("inspections"."state" in ('planned', 'notified', 'carried_out', 'heard', 'closed', 'called_off')),
	CONSTRAINT "inspections_result" CHECK ("inspections"."result" in ('passed', 'failed', 'absent', 'falsified')),
	CONSTRAINT "inspections_absence_finding" CHECK ("inspections"."absence_finding" in ('accepted', 'without_reason')),
	CONSTRAINT "inspections_result_of_kind" CHECK ("inspections"."kind" = 'appraisal' or not ("inspections"."result" in ('absent', 'falsified'))),
	CONSTRAINT "inspections_notice_is_whole" CHECK (("inspections"."notified_on" is null) or ("inspections"."kind" = 'appraisal' and length(trim(coalesce("inspections"."notice_text", ''))) > 0 and "inspections"."takes_place_on" is not null)),
	CONSTRAINT "inspections_notified_has_notice" CHECK ("inspections"."state" <> 'notified' or "inspections"."notified_on" is not null),
	CONSTRAINT "inspections_carried_out_is_whole" CHECK ("inspections"."state" not in ('carried_out', 'heard', 'closed') or ("inspections"."result" is not null and "inspections"."carried_out_on" is not null)),
	CONSTRAINT "inspections_failed_has_findings" CHECK ("inspections"."result" is null or "inspections"."result" = 'passed' or (length(trim(coalesce("inspections"."findings", ''))) > 0 and "inspections"."answer_until" is not null)),
	CONSTRAINT "inspections_heard_is_whole" CHECK ("inspections"."state" <> 'heard' or (length(trim(coalesce("inspections"."hearing", ''))) > 0 and "inspections"."heard_on" is not null and ("inspections"."absence_finding" is not null or "inspections"."is_falsified" is not null))),
	CONSTRAINT "inspections_closed_has_day" CHECK (("inspections"."state" = 'closed') = ("inspections"."closed_on" is not null)),
	CONSTRAINT "inspections_called_off_has_reason" CHECK ("inspections"."state" <> 'called_off' or length(trim(coalesce("inspections"."reason", ''))) > 0),
	CONSTRAINT "inspections_recorded_has_day" CHECK (("inspections"."result" is null) = ("inspections"."recorded_on" is null)),
	CONSTRAINT "inspections_found_has_day" CHECK (("inspections"."heard_on" is null) = ("inspections"."found_on" is null)),
	CONSTRAINT "inspections_answer_is_whole" CHECK (("inspections"."answer" is null) = ("inspections"."answered_on" is null)),
	CONSTRAINT "inspections_checked_again_is_whole" CHECK (("inspections"."checked_again_on" is null) = ("inspections"."checked_again" is null) and ("inspections"."checked_again_on" is null) = ("inspections"."is_rectified" is null)),
	CONSTRAINT "inspections_policy_version" CHECK ("inspections"."policy_version" > 0),
	CONSTRAINT "inspections_revision" CHECK ("inspections"."revision" > 0)
);
--> statement-breakpoint
CREATE TABLE "interpretations" (
	"id" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"article" text NOT NULL,
	"question" text NOT NULL,
	"answer" text NOT NULL,
	"document_number" text NOT NULL,
	"from_on" date,
	"setting_id" text,
	"setting_value" text,
	"record_id" text,
	"issued_on" date,
	"issued_by" text,
	"supersedes_id" text,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"revision" integer NOT NULL,
	CONSTRAINT "interpretations_state" CHECK ("interpretations"."state" in ('draft', 'issued', 'superseded')),
	CONSTRAINT "interpretations_setting_is_whole" CHECK (("interpretations"."setting_id" is null) = ("interpretations"."setting_value" is null)),
	CONSTRAINT "interpretations_issued_is_whole" CHECK (("interpretations"."state" = 'draft') = ("interpretations"."issued_on" is null) and ("interpretations"."issued_on" is null) = ("interpretations"."issued_by" is null) and ("interpretations"."state" = 'draft' or ("interpretations"."from_on" is not null and length(trim(coalesce("interpretations"."question", ''))) > 0 and length(trim(coalesce("interpretations"."answer", ''))) > 0 and length(trim(coalesce("interpretations"."document_number", ''))) > 0))),
	CONSTRAINT "interpretations_second_person" CHECK ("interpretations"."issued_by" is null or "interpretations"."issued_by" <> "interpretations"."created_by"),
	CONSTRAINT "interpretations_revision" CHECK ("interpretations"."revision" > 0)
);
--> statement-breakpoint
CREATE TABLE "obligations" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"period" text NOT NULL,
	"holder" text NOT NULL,
	"certification_id" text,
	"organization_id" text,
	"district" text,
	"state" text NOT NULL,
	"is_binding" boolean NOT NULL,
	"due_on" date NOT NULL,
	"exemption" text,
	"done_on" date,
	"done_by" text,
	"late_reason" text,
	"late_reason_on" date,
	"created_at" timestamp with time zone NOT NULL,
	"revision" integer NOT NULL,
	CONSTRAINT "obligations_kind" CHECK ("obligations"."kind" in ('periodic_inspection', 'half_year_report', 'annual_report', 'half_year_package', 'annual_package', 'appraisal', 'renewal', 'yearly_round')),
	CONSTRAINT "obligations_holder" CHECK ("obligations"."holder" in ('platform', 'district', 'city')),
	CONSTRAINT "obligations_state" CHECK ("obligations"."state" in ('due', 'done', 'not_applicable')),
	CONSTRAINT "obligations_exemption" CHECK ("obligations"."exemption" in ('partial_period', 'title_ended', 'nothing_to_report', 'called_off')),
	CONSTRAINT "obligations_of_a_title_is_whole" CHECK (("obligations"."certification_id" is null) = ("obligations"."organization_id" is null)),
	CONSTRAINT "obligations_done_has_day" CHECK (("obligations"."state" = 'done') = ("obligations"."done_on" is not null)),
	CONSTRAINT "obligations_exempt_has_ground" CHECK (("obligations"."state" = 'not_applicable') = ("obligations"."exemption" is not null)),
	CONSTRAINT "obligations_late_reason_is_whole" CHECK (("obligations"."late_reason" is null) = ("obligations"."late_reason_on" is null) and ("obligations"."late_reason" is null or length(trim(coalesce("obligations"."late_reason", ''))) > 0)),
	CONSTRAINT "obligations_revision" CHECK ("obligations"."revision" > 0)
);
--> statement-breakpoint
CREATE TABLE "organization_changes" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"district" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"from_on" date NOT NULL,
	"before" text NOT NULL,
	"after" text NOT NULL,
	"source" text NOT NULL,
	"reported_by" text NOT NULL,
	"reported_on" date NOT NULL,
	"decided_on" date,
	"decided_by" text,
	"reason" text,
	"created_at" timestamp with time zone NOT NULL,
	"revision" integer NOT NULL,
	CONSTRAINT "organization_changes_kind" CHECK ("organization_changes"."kind" in ('name', 'address', 'legal_representative', 'merger', 'moved_away', 'other')),
	CONSTRAINT "organization_changes_state" CHECK ("organization_changes"."state" in ('reported', 'accepted', 'refused')),
	CONSTRAINT "organization_changes_source" CHECK (length(trim(coalesce("organization_changes"."source", ''))) > 0),
	CONSTRAINT "organization_changes_decided_is_whole" CHECK (("organization_changes"."state" = 'reported') = ("organization_changes"."decided_on" is null) and ("organization_changes"."decided_on" is null) = ("organization_changes"."decided_by" is null)),
	CONSTRAINT "organization_changes_refused_has_reason" CHECK ("organization_changes"."state" <> 'refused' or length(trim(coalesce("organization_changes"."reason", ''))) > 0),
	CONSTRAINT "organization_changes_revision" CHECK ("organization_changes"."revision" > 0)
);
--> statement-breakpoint
CREATE TABLE "packages" (
	"id" text PRIMARY KEY NOT NULL,
	"district" text NOT NULL,
	"kind" text NOT NULL,
	"period" text NOT NULL,
	"state" text NOT NULL,
	"inspection_report" text,
	"document_number" text,
	"missing" json NOT NULL,
	"sent_on" date,
	"received_on" date,
	"sent_back_reason" text,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"revision" integer NOT NULL,
	CONSTRAINT "packages_kind" CHECK ("packages"."kind" in ('half_year_package', 'annual_package')),
	CONSTRAINT "packages_state" CHECK ("packages"."state" in ('drafted', 'sent', 'received')),
	CONSTRAINT "packages_sent_is_whole" CHECK ("packages"."state" = 'drafted' or ("packages"."sent_on" is not null and length(trim(coalesce("packages"."document_number", ''))) > 0)),
	CONSTRAINT "packages_received_has_day" CHECK (("packages"."state" = 'received') = ("packages"."received_on" is not null)),
	CONSTRAINT "packages_revision" CHECK ("packages"."revision" > 0)
);
--> statement-breakpoint
CREATE TABLE "provincial_recommendations" (
	"certification_id" text NOT NULL,
	"year" integer NOT NULL,
	"recommended_on" date NOT NULL,
	"document_number" text NOT NULL,
	"result" text,
	"result_on" date,
	"result_source" text,
	CONSTRAINT "provincial_recommendations_certification_id_year_pk" PRIMARY KEY("certification_id","year"),
	CONSTRAINT "provincial_recommendations_number" CHECK (length(trim(coalesce("provincial_recommendations"."document_number", ''))) > 0),
	CONSTRAINT "provincial_recommendations_result" CHECK ("provincial_recommendations"."result" in ('recognized', 'not_recognized')),
	CONSTRAINT "provincial_recommendations_result_is_whole" CHECK (("provincial_recommendations"."result" is null) = ("provincial_recommendations"."result_on" is null) and ("provincial_recommendations"."result" is null or length(trim(coalesce("provincial_recommendations"."result_source", ''))) > 0))
);
--> statement-breakpoint
CREATE TABLE "report_files" (
	"report_id" text NOT NULL,
	"file_id" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "report_files_report_id_file_id_pk" PRIMARY KEY("report_id","file_id")
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"id" text PRIMARY KEY NOT NULL,
	"certification_id" text NOT NULL,
	"organization_id" text NOT NULL,
	"district" text NOT NULL,
	"kind" text NOT NULL,
	"period" text NOT NULL,
	"state" text NOT NULL,
	"policy_version" integer NOT NULL,
	"content" json NOT NULL,
	"submitted_on" date,
	"returned_reason" text,
	"forwarded_on" date,
	"package_id" text,
	"received_on" date,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"revision" integer NOT NULL,
	CONSTRAINT "reports_kind" CHECK ("reports"."kind" in ('half_year_report', 'annual_report')),
	CONSTRAINT "reports_state" CHECK ("reports"."state" in ('drafted', 'sent_to_district', 'forwarded', 'received')),
	CONSTRAINT "reports_sent_has_day" CHECK ("reports"."state" = 'drafted' or "reports"."submitted_on" is not null),
	CONSTRAINT "reports_forwarded_has_day" CHECK ("reports"."state" not in ('forwarded', 'received') or "reports"."forwarded_on" is not null),
	CONSTRAINT "reports_received_has_day" CHECK (("reports"."state" = 'received') = ("reports"."received_on" is not null)),
	CONSTRAINT "reports_in_package_is_forwarded" CHECK ("reports"."package_id" is null or "reports"."state" in ('forwarded', 'received')),
	CONSTRAINT "reports_revision" CHECK ("reports"."revision" > 0)
);
--> statement-breakpoint
CREATE TABLE "sanction_files" (
	"sanction_id" text NOT NULL,
	"file_id" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "sanction_files_sanction_id_file_id_pk" PRIMARY KEY("sanction_id","file_id")
);
--> statement-breakpoint
CREATE TABLE "sanctions" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"certification_id" text NOT NULL,
	"organization_id" text NOT NULL,
	"district" text NOT NULL,
	"state" text NOT NULL,
	"ground" text NOT NULL,
	"finding" text NOT NULL,
	"evidence" text NOT NULL,
	"inspection_ids" json NOT NULL,
	"interpretation_id" text,
	"proposed_by" text NOT NULL,
	"notified_on" date,
	"statement_until" date,
	"statement" text,
	"stated_on" date,
	"hearing" text,
	"heard_on" date,
	"decision" text,
	"document_number" text,
	"decided_by" text,
	"effective_on" date,
	"confirmed_by" text,
	"served_on" date,
	"service_method" text,
	"service_receipt" text,
	"published_on" date,
	"official_url" text,
	"dropped_reason" text,
	"reinstatement" text,
	"reinstatement_number" text,
	"reinstatement_by" text,
	"reinstatement_confirmed_by" text,
	"reinstated_on" date,
	"created_at" timestamp with time zone NOT NULL,
	"revision" integer NOT NULL,
	CONSTRAINT "sanctions_kind" CHECK ("sanctions"."kind" in ('cancellation', 'revocation')),
	CONSTRAINT "sanctions_state" CHECK ("sanctions"."state" in ('proposed', 'dropped', 'notified', 'heard', 'decided', 'effective', 'served', 'published', 'reinstatement_decided', 'reinstated')),
	CONSTRAINT "sanctions_ground" CHECK ("sanctions"."ground" in ('absent_without_reason', 'falsified_appraisal', 'consecutive_failures', 'unlawful_conduct')),
	CONSTRAINT "sanctions_ground_of_kind" CHECK (("sanctions"."kind" = 'cancellation') = ("sanctions"."ground" in ('absent_without_reason', 'falsified_appraisal', 'consecutive_failures'))),
	CONSTRAINT "sanctions_finding" CHECK (length(trim(coalesce("sanctions"."finding", ''))) > 0 and length(trim(coalesce("sanctions"."evidence", ''))) > 0),
	CONSTRAINT "sanctions_notified_is_whole" CHECK ("sanctions"."state" in ('proposed', 'dropped') or ("sanctions"."notified_on" is not null and "sanctions"."statement_until" is not null)),
	CONSTRAINT "sanctions_heard_is_whole" CHECK ("sanctions"."state" in ('proposed', 'dropped', 'notified') or (length(trim(coalesce("sanctions"."hearing", ''))) > 0 and "sanctions"."heard_on" is not null)),
	CONSTRAINT "sanctions_decided_is_whole" CHECK ("sanctions"."state" in ('proposed', 'dropped', 'notified', 'heard') or (length(trim(coalesce("sanctions"."decision", ''))) > 0 and length(trim(coalesce("sanctions"."document_number", ''))) > 0 and "sanctions"."decided_by" is not null)),
	CONSTRAINT "sanctions_effective_is_whole" CHECK ("sanctions"."state" in ('proposed', 'dropped', 'notified', 'heard', 'decided') or ("sanctions"."effective_on" is not null and "sanctions"."confirmed_by" is not null)),
	CONSTRAINT "sanctions_second_person" CHECK ("sanctions"."confirmed_by" is null or "sanctions"."confirmed_by" <> "sanctions"."decided_by"),
	CONSTRAINT "sanctions_served_after_effect" CHECK ("sanctions"."served_on" is null or "sanctions"."served_on" >= "sanctions"."effective_on"),
	CONSTRAINT "sanctions_service_is_whole" CHECK (("sanctions"."served_on" is null) = ("sanctions"."service_method" is null) and ("sanctions"."state" <> 'served' or "sanctions"."served_on" is not null)),
	CONSTRAINT "sanctions_service_method" CHECK ("sanctions"."service_method" in ('direct', 'left', 'post', 'entrusted', 'announcement')),
	CONSTRAINT "sanctions_published_has_day" CHECK (("sanctions"."published_on" is null) = ("sanctions"."official_url" is null) and ("sanctions"."state" <> 'published' or "sanctions"."published_on" is not null)),
	CONSTRAINT "sanctions_dropped_has_reason" CHECK ("sanctions"."state" <> 'dropped' or length(trim(coalesce("sanctions"."dropped_reason", ''))) > 0),
	CONSTRAINT "sanctions_reinstatement_is_whole" CHECK ("sanctions"."state" not in ('reinstatement_decided', 'reinstated') or (length(trim(coalesce("sanctions"."reinstatement", ''))) > 0 and length(trim(coalesce("sanctions"."reinstatement_number", ''))) > 0 and "sanctions"."reinstatement_by" is not null)),
	CONSTRAINT "sanctions_reinstated_has_day" CHECK (("sanctions"."state" = 'reinstated') = ("sanctions"."reinstated_on" is not null) and ("sanctions"."reinstated_on" is null) = ("sanctions"."reinstatement_confirmed_by" is null)),
	CONSTRAINT "sanctions_reinstatement_second_person" CHECK ("sanctions"."reinstatement_confirmed_by" is null or "sanctions"."reinstatement_confirmed_by" <> "sanctions"."reinstatement_by"),
	CONSTRAINT "sanctions_revision" CHECK ("sanctions"."revision" > 0)
);
--> statement-breakpoint
CREATE TABLE "served_enterprises" (
	"organization_id" text NOT NULL,
	"period" text NOT NULL,
	"row_id" text NOT NULL,
	"position" integer NOT NULL,
	"data" json NOT NULL,
	"personal" json NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "served_enterprises_organization_id_period_row_id_pk" PRIMARY KEY("organization_id","period","row_id"),
	CONSTRAINT "served_enterprises_position_from_zero" CHECK ("served_enterprises"."position" >= 0)
);
--> statement-breakpoint
CREATE TABLE "served_lists" (
	"organization_id" text NOT NULL,
	"period" text NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"revision" integer NOT NULL,
	CONSTRAINT "served_lists_organization_id_period_pk" PRIMARY KEY("organization_id","period"),
	CONSTRAINT "served_lists_period" CHECK ("served_lists"."period" ~ '^[0-9]{4}-H[12]$'),
	CONSTRAINT "served_lists_revision" CHECK ("served_lists"."revision" > 0)
);
--> statement-breakpoint
CREATE TABLE "spot_check_draws" (
	"id" text PRIMARY KEY NOT NULL,
	"year" integer NOT NULL,
	"state" text NOT NULL,
	"commitment" text NOT NULL,
	"seed" text NOT NULL,
	"share" text NOT NULL,
	"least_of_district" integer NOT NULL,
	"population" json,
	"drawn" json,
	"committed_at" timestamp with time zone NOT NULL,
	"committed_by" text NOT NULL,
	"drawn_at" timestamp with time zone,
	"revision" integer NOT NULL,
	CONSTRAINT "spot_check_draws_state" CHECK ("spot_check_draws"."state" in ('committed', 'drawn')),
	CONSTRAINT "spot_check_draws_commitment" CHECK ("spot_check_draws"."commitment" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "spot_check_draws_least" CHECK ("spot_check_draws"."least_of_district" >= 0),
	CONSTRAINT "spot_check_draws_drawn_is_whole" CHECK (("spot_check_draws"."state" = 'drawn') = ("spot_check_draws"."drawn_at" is not null) and ("spot_check_draws"."drawn_at" is null) = ("spot_check_draws"."population" is null) and ("spot_check_draws"."drawn_at" is null) = ("spot_check_draws"."drawn" is null)),
	CONSTRAINT "spot_check_draws_revision" CHECK ("spot_check_draws"."revision" > 0)
);
--> statement-breakpoint
ALTER TABLE "files" DROP CONSTRAINT "files_purpose";--> statement-breakpoint
ALTER TABLE "certifications" ADD COLUMN "planned_through" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "inspection_files" ADD CONSTRAINT "inspection_files_inspection_id_inspections_id_fk" FOREIGN KEY ("inspection_id") REFERENCES "public"."inspections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspections" ADD CONSTRAINT "inspections_certification_id_certifications_id_fk" FOREIGN KEY ("certification_id") REFERENCES "public"."certifications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspections" ADD CONSTRAINT "inspections_draw_id_spot_check_draws_id_fk" FOREIGN KEY ("draw_id") REFERENCES "public"."spot_check_draws"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspections" ADD CONSTRAINT "inspections_complaint_id_complaints_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaints"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interpretations" ADD CONSTRAINT "interpretations_supersedes_id_interpretations_id_fk" FOREIGN KEY ("supersedes_id") REFERENCES "public"."interpretations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obligations" ADD CONSTRAINT "obligations_certification_id_certifications_id_fk" FOREIGN KEY ("certification_id") REFERENCES "public"."certifications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization_changes" ADD CONSTRAINT "organization_changes_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provincial_recommendations" ADD CONSTRAINT "provincial_recommendations_certification_id_certifications_id_fk" FOREIGN KEY ("certification_id") REFERENCES "public"."certifications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_files" ADD CONSTRAINT "report_files_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_certification_id_certifications_id_fk" FOREIGN KEY ("certification_id") REFERENCES "public"."certifications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_package_id_packages_id_fk" FOREIGN KEY ("package_id") REFERENCES "public"."packages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sanction_files" ADD CONSTRAINT "sanction_files_sanction_id_sanctions_id_fk" FOREIGN KEY ("sanction_id") REFERENCES "public"."sanctions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sanctions" ADD CONSTRAINT "sanctions_certification_id_certifications_id_fk" FOREIGN KEY ("certification_id") REFERENCES "public"."certifications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sanctions" ADD CONSTRAINT "sanctions_interpretation_id_interpretations_id_fk" FOREIGN KEY ("interpretation_id") REFERENCES "public"."interpretations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "served_enterprises" ADD CONSTRAINT "served_enterprises_list" FOREIGN KEY ("organization_id","period") REFERENCES "public"."served_lists"("organization_id","period") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "served_lists" ADD CONSTRAINT "served_lists_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "inspection_files_file_id" ON "inspection_files" USING btree ("file_id");--> statement-breakpoint
CREATE UNIQUE INDEX "inspections_drawn_once" ON "inspections" USING btree ("draw_id","certification_id");--> statement-breakpoint
CREATE INDEX "inspections_certification" ON "inspections" USING btree ("certification_id","carried_out_on");--> statement-breakpoint
CREATE INDEX "inspections_district" ON "inspections" USING btree ("district","period","id");--> statement-breakpoint
CREATE INDEX "inspections_organization" ON "inspections" USING btree ("organization_id");--> statement-breakpoint
CREATE UNIQUE INDEX "interpretations_superseded_once" ON "interpretations" USING btree ("supersedes_id");--> statement-breakpoint
CREATE UNIQUE INDEX "obligations_once" ON "obligations" USING btree ("kind","subject","period");--> statement-breakpoint
CREATE INDEX "obligations_due" ON "obligations" USING btree ("due_on","id") WHERE "obligations"."state" = 'due';--> statement-breakpoint
CREATE INDEX "obligations_district" ON "obligations" USING btree ("district","due_on","id");--> statement-breakpoint
CREATE INDEX "obligations_certification" ON "obligations" USING btree ("certification_id","due_on");--> statement-breakpoint
CREATE INDEX "obligations_organization" ON "obligations" USING btree ("organization_id","due_on");--> statement-breakpoint
CREATE INDEX "organization_changes_organization" ON "organization_changes" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "organization_changes_district" ON "organization_changes" USING btree ("district","state");--> statement-breakpoint
CREATE UNIQUE INDEX "packages_once" ON "packages" USING btree ("district","period");--> statement-breakpoint
CREATE INDEX "packages_created" ON "packages" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "report_files_file_id" ON "report_files" USING btree ("file_id");--> statement-breakpoint
CREATE UNIQUE INDEX "reports_once" ON "reports" USING btree ("certification_id","period");--> statement-breakpoint
CREATE INDEX "reports_district" ON "reports" USING btree ("district","period","id");--> statement-breakpoint
CREATE INDEX "reports_organization" ON "reports" USING btree ("organization_id","kind","period");--> statement-breakpoint
CREATE INDEX "reports_package" ON "reports" USING btree ("package_id");--> statement-breakpoint
CREATE INDEX "reports_created" ON "reports" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "sanction_files_file_id" ON "sanction_files" USING btree ("file_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sanctions_one_live" ON "sanctions" USING btree ("certification_id") WHERE "sanctions"."state" not in ('dropped', 'reinstated');--> statement-breakpoint
CREATE INDEX "sanctions_organization" ON "sanctions" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "served_enterprises_position" ON "served_enterprises" USING btree ("organization_id","period","position");--> statement-breakpoint
CREATE INDEX "certifications_planned_through" ON "certifications" USING btree ("planned_through") WHERE "certifications"."confirmed_by" is not null;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_purpose" CHECK ("files"."purpose" in ('material', 'mandate', 'receipt', 'seal', 'objection', 'report', 'inspection', 'sanction'));