CREATE TABLE "audit_changes" (
	"entry_id" text PRIMARY KEY NOT NULL,
	"changes" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_verifications" (
	"id" text PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"requested_by" text NOT NULL,
	"is_sound" boolean NOT NULL,
	"text" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_entries" ADD COLUMN "record_district" text;--> statement-breakpoint
ALTER TABLE "audit_entries" ADD COLUMN "record_handed_in" boolean;--> statement-breakpoint
ALTER TABLE "audit_changes" ADD CONSTRAINT "audit_changes_entry_id_audit_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."audit_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_verifications_at" ON "audit_verifications" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_entries_resource" ON "audit_entries" USING btree ("resource","at","id");--> statement-breakpoint
CREATE INDEX "audit_entries_actor" ON "audit_entries" USING btree ("actor_user_id","at","id");--> statement-breakpoint
CREATE INDEX "audit_entries_district" ON "audit_entries" USING btree ("record_district","at","id") WHERE "audit_entries"."record_district" is not null;--> statement-breakpoint
CREATE INDEX "audit_entries_refused" ON "audit_entries" USING btree ("at","id") WHERE "audit_entries"."outcome" <> 'accepted';--> statement-breakpoint
CREATE TRIGGER "audit_changes_append_only" BEFORE UPDATE OR DELETE ON "audit_changes"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_append_only_table"();
--> statement-breakpoint
CREATE TRIGGER "audit_changes_no_truncate" BEFORE TRUNCATE ON "audit_changes"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_append_only_table"();
