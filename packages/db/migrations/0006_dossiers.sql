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
ALTER TABLE "dossiers" ADD CONSTRAINT "dossiers_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dossiers_due" ON "dossiers" USING btree ("requested_at") WHERE "dossiers"."state" in ('waiting', 'making');--> statement-breakpoint
CREATE INDEX "dossiers_requested_at" ON "dossiers" USING btree ("requested_at");