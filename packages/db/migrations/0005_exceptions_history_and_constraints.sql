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
ALTER TABLE "application_exceptions" ADD CONSTRAINT "application_exceptions_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_exceptions" ADD CONSTRAINT "application_exceptions_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "applications_one_by_exception" ON "applications" USING btree ("round_id","organization_id") WHERE state in ('draft', 'submitted', 'returned', 'accepted', 'surveyed', 'recommended') and exception_ground is not null;