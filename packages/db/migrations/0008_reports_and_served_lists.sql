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
ALTER TABLE "files" DROP CONSTRAINT "files_purpose";--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "policy_version" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "package_id" text;--> statement-breakpoint
ALTER TABLE "served_enterprises" ADD CONSTRAINT "served_enterprises_list" FOREIGN KEY ("organization_id","period") REFERENCES "public"."served_lists"("organization_id","period") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "served_lists" ADD CONSTRAINT "served_lists_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "served_enterprises_position" ON "served_enterprises" USING btree ("organization_id","period","position");--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_package_id_packages_id_fk" FOREIGN KEY ("package_id") REFERENCES "public"."packages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "packages_created" ON "packages" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "reports_organization" ON "reports" USING btree ("organization_id","kind","period");--> statement-breakpoint
CREATE INDEX "reports_package" ON "reports" USING btree ("package_id");--> statement-breakpoint
CREATE INDEX "reports_created" ON "reports" USING btree ("created_at","id");--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_purpose" CHECK ("files"."purpose" in ('material', 'mandate', 'receipt', 'seal', 'objection', 'report'));--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_in_package_is_forwarded" CHECK ("reports"."package_id" is null or "reports"."state" in ('forwarded', 'received'));