CREATE TABLE "audit_checkpoints" (
	"size" bigint PRIMARY KEY NOT NULL,
	"root" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"public_key" text NOT NULL,
	"signature" text NOT NULL,
	CONSTRAINT "audit_checkpoints_size" CHECK ("audit_checkpoints"."size" > 0)
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_user_id" text,
	"role" text NOT NULL,
	"district" text,
	"on_behalf_of" text,
	"resource" text NOT NULL,
	"record_id" text,
	"act" text NOT NULL,
	"outcome" text NOT NULL,
	"article" text,
	"ground" text,
	"fields" json NOT NULL,
	"state_hash" text,
	"revision" integer,
	"body" text NOT NULL,
	CONSTRAINT "audit_entries_refusal_changes_nothing" CHECK ("audit_entries"."outcome" = 'accepted' or "audit_entries"."state_hash" is null),
	CONSTRAINT "audit_entries_state_of_a_record" CHECK ("audit_entries"."state_hash" is null or "audit_entries"."record_id" is not null),
	CONSTRAINT "audit_entries_revision" CHECK ("audit_entries"."revision" >= 0)
);
--> statement-breakpoint
CREATE TABLE "audit_leaves" (
	"position" bigint PRIMARY KEY NOT NULL,
	"entry_id" text NOT NULL,
	"leaf_hash" text NOT NULL,
	CONSTRAINT "audit_leaves_entry_id" UNIQUE("entry_id"),
	CONSTRAINT "audit_leaves_position" CHECK ("audit_leaves"."position" >= 0)
);
--> statement-breakpoint
CREATE TABLE "audit_nodes" (
	"level" integer NOT NULL,
	"index" bigint NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_nodes_level_index_pk" PRIMARY KEY("level","index"),
	CONSTRAINT "audit_nodes_place" CHECK ("audit_nodes"."level" >= 1 and "audit_nodes"."index" >= 0)
);
--> statement-breakpoint
CREATE TABLE "audit_sequencers" (
	"name" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_unsequenced" (
	"entry_id" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_leaves" ADD CONSTRAINT "audit_leaves_entry_id_audit_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."audit_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_unsequenced" ADD CONSTRAINT "audit_unsequenced_entry_id_audit_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."audit_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_entries_record" ON "audit_entries" USING btree ("resource","record_id","at");--> statement-breakpoint
CREATE INDEX "audit_entries_at" ON "audit_entries" USING btree ("at","id");