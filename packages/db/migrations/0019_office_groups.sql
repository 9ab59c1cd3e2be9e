CREATE TABLE "office_groups" (
	"office" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"state" text NOT NULL,
	"address_id" text NOT NULL,
	"connected_at" timestamp with time zone NOT NULL,
	"revision" integer NOT NULL,
	CONSTRAINT "office_groups_name" CHECK (length(trim(coalesce("office_groups"."name", ''))) > 0),
	CONSTRAINT "office_groups_state" CHECK ("office_groups"."state" in ('connected', 'disconnected')),
	CONSTRAINT "office_groups_revision" CHECK ("office_groups"."revision" > 0)
);
--> statement-breakpoint
ALTER TABLE "office_groups" ADD CONSTRAINT "office_groups_address_id_reminder_addresses_id_fk" FOREIGN KEY ("address_id") REFERENCES "public"."reminder_addresses"("id") ON DELETE no action ON UPDATE no action;