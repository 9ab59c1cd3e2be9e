CREATE TABLE "organization_change_files" (
	"change_id" text NOT NULL,
	"file_id" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "organization_change_files_change_id_file_id_pk" PRIMARY KEY("change_id","file_id")
);
--> statement-breakpoint
ALTER TABLE "files" DROP CONSTRAINT "files_purpose";--> statement-breakpoint
ALTER TABLE "sanctions" ADD COLUMN "answer_until" date;--> statement-breakpoint
ALTER TABLE "sanctions" ADD COLUMN "answer" text;--> statement-breakpoint
ALTER TABLE "sanctions" ADD COLUMN "answered_on" date;--> statement-breakpoint
ALTER TABLE "organization_change_files" ADD CONSTRAINT "organization_change_files_change_id_organization_changes_id_fk" FOREIGN KEY ("change_id") REFERENCES "public"."organization_changes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "organization_change_files_file_id" ON "organization_change_files" USING btree ("file_id");--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_purpose" CHECK ("files"."purpose" in ('material', 'mandate', 'receipt', 'seal', 'objection', 'report', 'inspection', 'sanction', 'organization_change'));--> statement-breakpoint
ALTER TABLE "sanctions" ADD CONSTRAINT "sanctions_answer_after_service" CHECK ("sanctions"."answer_until" is null or ("sanctions"."served_on" is not null and "sanctions"."answer_until" > "sanctions"."served_on"));--> statement-breakpoint
ALTER TABLE "sanctions" ADD CONSTRAINT "sanctions_answer_is_whole" CHECK (("sanctions"."answer" is null) = ("sanctions"."answered_on" is null) and ("sanctions"."answer" is null or (length(trim(coalesce("sanctions"."answer", ''))) > 0 and "sanctions"."effective_on" is not null)));