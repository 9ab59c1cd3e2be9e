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
CREATE TABLE "returned_forms" (
	"application_id" text PRIMARY KEY NOT NULL,
	"data_version" integer NOT NULL,
	"form" json NOT NULL
);
--> statement-breakpoint
ALTER TABLE "application_material_files" ADD COLUMN "printed_version" integer;--> statement-breakpoint
ALTER TABLE "application_prints" ADD CONSTRAINT "application_prints_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "returned_forms" ADD CONSTRAINT "returned_forms_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "application_prints_short_code" ON "application_prints" USING btree ("application_id","short_code");--> statement-breakpoint
ALTER TABLE "application_material_files" ADD CONSTRAINT "application_material_files_print" FOREIGN KEY ("application_id","printed_version") REFERENCES "public"."application_prints"("application_id","data_version") ON DELETE no action ON UPDATE no action;