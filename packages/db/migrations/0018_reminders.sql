CREATE TABLE "deliveries" (
	"id" text PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"resource" text NOT NULL,
	"record_id" text NOT NULL,
	"occasion" text NOT NULL,
	"due_on" date NOT NULL,
	"recipient_id" text NOT NULL,
	"audience" text NOT NULL,
	"planned_at" timestamp with time zone NOT NULL,
	"ends_on" date,
	"is_urgent" boolean NOT NULL,
	"state" text NOT NULL,
	"withdrawn_for" text,
	"message_id" text,
	"content" json,
	"created_at" timestamp with time zone NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "deliveries_revision" CHECK ("deliveries"."revision" > 0),
	CONSTRAINT "deliveries_subject" CHECK ("deliveries"."subject" in ('round_opened', 'round_extended', 'round_cancelled', 'application_deadline', 'credit_report_month', 'returned_for_correction', 'recommendation_deadline', 'scoring_deadline', 'publicity_end', 'objection_inquiry', 'result', 'periodic_inspection', 'half_year_report', 'annual_report', 'half_year_package', 'annual_package', 'appraisal', 'title_end', 'ban_end', 'paper_end', 'yearly_round', 'holiday_calendar', 'eligible_on', 'year_end_gap')),
	CONSTRAINT "deliveries_audience" CHECK ("deliveries"."audience" in ('prospect', 'applicant', 'platform', 'district', 'city', 'expert', 'administrator')),
	CONSTRAINT "deliveries_state" CHECK ("deliveries"."state" in ('planned', 'joined', 'withdrawn')),
	CONSTRAINT "deliveries_withdrawn_for" CHECK ("deliveries"."withdrawn_for" in ('met', 'moved', 'stopped', 'not_theirs', 'too_late')),
	CONSTRAINT "deliveries_withdrawn_is_whole" CHECK (("deliveries"."state" = 'withdrawn') = ("deliveries"."withdrawn_for" is not null)),
	CONSTRAINT "deliveries_joined_has_message" CHECK ("deliveries"."state" <> 'joined' or "deliveries"."message_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "reminder_addresses" (
	"id" text PRIMARY KEY NOT NULL,
	"recipient_id" text NOT NULL,
	"channel" text NOT NULL,
	"personal" json NOT NULL,
	"address_hash" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" text,
	CONSTRAINT "reminder_addresses_channel" CHECK ("reminder_addresses"."channel" in ('telegram', 'mail', 'sms', 'wechat', 'wecom')),
	CONSTRAINT "reminder_addresses_ended_by" CHECK ("reminder_addresses"."ended_by" in ('unlinked', 'replaced', 'gone')),
	CONSTRAINT "reminder_addresses_end_is_whole" CHECK (("reminder_addresses"."ended_at" is null) = ("reminder_addresses"."ended_by" is null))
);
--> statement-breakpoint
CREATE TABLE "reminder_codes" (
	"id" text PRIMARY KEY NOT NULL,
	"recipient_id" text NOT NULL,
	"channel" text NOT NULL,
	"code_hash" text NOT NULL,
	"personal" json NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"wrong_tries" integer NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "reminder_codes_channel" CHECK ("reminder_codes"."channel" in ('telegram', 'mail', 'sms', 'wechat', 'wecom')),
	CONSTRAINT "reminder_codes_wrong_tries" CHECK ("reminder_codes"."wrong_tries" >= 0)
);
--> statement-breakpoint
CREATE TABLE "reminder_messages" (
	"id" text PRIMARY KEY NOT NULL,
	"recipient_id" text NOT NULL,
	"state" text NOT NULL,
	"channel" text,
	"address_id" text,
	"is_urgent" boolean NOT NULL,
	"due_at" timestamp with time zone,
	"lease" integer NOT NULL,
	"worker" text,
	"attempts" integer NOT NULL,
	"fault" text,
	"reference" text,
	"created_at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone,
	CONSTRAINT "reminder_messages_state" CHECK ("reminder_messages"."state" in ('waiting', 'sent', 'inbox', 'dead', 'withdrawn')),
	CONSTRAINT "reminder_messages_channel" CHECK ("reminder_messages"."channel" in ('telegram', 'mail', 'sms', 'wechat', 'wecom')),
	CONSTRAINT "reminder_messages_waiting_is_due" CHECK (("reminder_messages"."state" = 'waiting') = ("reminder_messages"."due_at" is not null)),
	CONSTRAINT "reminder_messages_settled_has_instant" CHECK (("reminder_messages"."state" = 'waiting') = ("reminder_messages"."settled_at" is null)),
	CONSTRAINT "reminder_messages_address_of_channel" CHECK ("reminder_messages"."channel" is not null or "reminder_messages"."address_id" is null)
);
--> statement-breakpoint
CREATE TABLE "reminder_recipients" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"user_id" text,
	"session_id" text,
	"office" text,
	"preferred_channel" text,
	"paused_until" date,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "reminder_recipients_kind" CHECK ("reminder_recipients"."kind" in ('person', 'prospect', 'office')),
	CONSTRAINT "reminder_recipients_preferred" CHECK ("reminder_recipients"."preferred_channel" in ('telegram', 'mail', 'sms', 'wechat', 'wecom')),
	CONSTRAINT "reminder_recipients_one_owner" CHECK (("reminder_recipients"."kind" = 'person') = ("reminder_recipients"."user_id" is not null) and ("reminder_recipients"."kind" = 'prospect') = ("reminder_recipients"."session_id" is not null) and ("reminder_recipients"."kind" = 'office') = ("reminder_recipients"."office" is not null))
);
--> statement-breakpoint
CREATE TABLE "reminder_stops" (
	"recipient_id" text NOT NULL,
	"subject" text NOT NULL,
	"resource" text NOT NULL,
	"record_id" text NOT NULL,
	"answer" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "reminder_stops_recipient_id_subject_resource_record_id_pk" PRIMARY KEY("recipient_id","subject","resource","record_id"),
	CONSTRAINT "reminder_stops_answer" CHECK ("reminder_stops"."answer" in ('done', 'stopped'))
);
--> statement-breakpoint
CREATE TABLE "telegram_bots" (
	"username" text PRIMARY KEY NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"second_started_at" timestamp with time zone,
	"given_in_second" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "upload_links" (
	"id" text PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"user_id" text NOT NULL,
	"application_id" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_recipient_id_reminder_recipients_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "public"."reminder_recipients"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_message_id_reminder_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."reminder_messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_addresses" ADD CONSTRAINT "reminder_addresses_recipient_id_reminder_recipients_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "public"."reminder_recipients"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_codes" ADD CONSTRAINT "reminder_codes_recipient_id_reminder_recipients_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "public"."reminder_recipients"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_messages" ADD CONSTRAINT "reminder_messages_recipient_id_reminder_recipients_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "public"."reminder_recipients"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_messages" ADD CONSTRAINT "reminder_messages_address_id_reminder_addresses_id_fk" FOREIGN KEY ("address_id") REFERENCES "public"."reminder_addresses"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_recipients" ADD CONSTRAINT "reminder_recipients_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_recipients" ADD CONSTRAINT "reminder_recipients_session_id_chat_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."chat_sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_stops" ADD CONSTRAINT "reminder_stops_recipient_id_reminder_recipients_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "public"."reminder_recipients"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upload_links" ADD CONSTRAINT "upload_links_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upload_links" ADD CONSTRAINT "upload_links_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "deliveries_once" ON "deliveries" USING btree ("subject","resource","record_id","recipient_id","occasion","due_on");--> statement-breakpoint
CREATE INDEX "deliveries_planned" ON "deliveries" USING btree ("planned_at","recipient_id") WHERE "deliveries"."state" = 'planned';--> statement-breakpoint
CREATE INDEX "deliveries_planned_of_recipient" ON "deliveries" USING btree ("recipient_id","planned_at") WHERE "deliveries"."state" = 'planned';--> statement-breakpoint
CREATE INDEX "deliveries_message" ON "deliveries" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "deliveries_recipient" ON "deliveries" USING btree ("recipient_id","planned_at");--> statement-breakpoint
CREATE INDEX "deliveries_record" ON "deliveries" USING btree ("resource","record_id");--> statement-breakpoint
CREATE INDEX "deliveries_created" ON "deliveries" USING btree ("created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "reminder_addresses_one_of_a_channel" ON "reminder_addresses" USING btree ("recipient_id","channel") WHERE "reminder_addresses"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "reminder_addresses_one_recipient_of_a_chat" ON "reminder_addresses" USING btree ("channel","address_hash") WHERE "reminder_addresses"."ended_at" is null and "reminder_addresses"."channel" in ('telegram', 'wechat');--> statement-breakpoint
CREATE INDEX "reminder_addresses_hash" ON "reminder_addresses" USING btree ("channel","address_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "reminder_codes_code" ON "reminder_codes" USING btree ("code_hash");--> statement-breakpoint
CREATE INDEX "reminder_codes_recipient" ON "reminder_codes" USING btree ("recipient_id","created_at");--> statement-breakpoint
CREATE INDEX "reminder_codes_expires_at" ON "reminder_codes" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "reminder_messages_due" ON "reminder_messages" USING btree ("channel","due_at") WHERE "reminder_messages"."due_at" is not null;--> statement-breakpoint
CREATE INDEX "reminder_messages_recipient" ON "reminder_messages" USING btree ("recipient_id","created_at");--> statement-breakpoint
CREATE INDEX "reminder_messages_created" ON "reminder_messages" USING btree ("created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "reminder_recipients_user" ON "reminder_recipients" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "reminder_recipients_session" ON "reminder_recipients" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "reminder_recipients_prospects" ON "reminder_recipients" USING btree ("id") WHERE "reminder_recipients"."kind" = 'prospect';--> statement-breakpoint
CREATE UNIQUE INDEX "reminder_recipients_office" ON "reminder_recipients" USING btree ("office");--> statement-breakpoint
CREATE UNIQUE INDEX "upload_links_token" ON "upload_links" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "upload_links_expires_at" ON "upload_links" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "upload_links_user" ON "upload_links" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "application_sections_report_day" ON "application_sections" USING btree (least("data" ->> 'credit_report_date', "data" ->> 'gsxt_query_date')) WHERE "application_sections"."section" = 'supplement';--> statement-breakpoint
CREATE INDEX "application_sections_lease_end" ON "application_sections" USING btree (("data" ->> 'lease_end_date')) WHERE "application_sections"."section" = 'supplement';--> statement-breakpoint
CREATE INDEX "application_sections_permit_end" ON "application_sections" USING btree (("data" ->> 'permit_valid_to')) WHERE "application_sections"."section" = 'supplement';--> statement-breakpoint
CREATE INDEX "applications_returned_until" ON "applications" USING btree (("returned" ->> 'until')) WHERE "applications"."state" = 'returned';--> statement-breakpoint
CREATE INDEX "audit_entries_results" ON "audit_entries" USING btree ("at") WHERE "audit_entries"."resource" = 'applications' and "audit_entries"."outcome" = 'accepted' and "audit_entries"."act" in ('return', 'transfer', 'accept', 'recommend', 'not-recommend', 'receive', 'send-back', 'finish-review', 'not-propose', 'publish', 'object', 'clear-objection', 'uphold-objection', 'certify', 'reject', 'withdraw', 'lapse');--> statement-breakpoint
CREATE INDEX "certifications_valid_to" ON "certifications" USING btree ("valid_to","id") WHERE "certifications"."state" = 'valid' and "certifications"."confirmed_by" is not null;--> statement-breakpoint
CREATE INDEX "certifications_revoked_on" ON "certifications" USING btree (coalesce("end_served_on", "ended_on")) WHERE "certifications"."state" = 'revoked' and "certifications"."confirmed_by" is not null;--> statement-breakpoint
CREATE INDEX "expert_panels_due" ON "expert_panels" USING btree ("due_on") WHERE "expert_panels"."finished_at" is null;--> statement-breakpoint
CREATE INDEX "objections_inquiry_until" ON "objections" USING btree ("inquiry_until") WHERE "objections"."state" in ('admitted', 'under_inquiry');