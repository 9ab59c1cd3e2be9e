CREATE TABLE "saved_queries" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"list" text NOT NULL,
	"name" text NOT NULL,
	"filter" json NOT NULL,
	"sort_field" text,
	"is_descending" boolean NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"revision" integer NOT NULL,
	CONSTRAINT "saved_queries_name" CHECK (length(trim(coalesce("saved_queries"."name", ''))) > 0),
	CONSTRAINT "saved_queries_revision" CHECK ("saved_queries"."revision" > 0)
);
--> statement-breakpoint
CREATE TABLE "staff_notes" (
	"id" text PRIMARY KEY NOT NULL,
	"resource" text NOT NULL,
	"record_id" text NOT NULL,
	"state" text NOT NULL,
	"personal" json NOT NULL,
	"written_by" text NOT NULL,
	"role" text NOT NULL,
	"district" text,
	"created_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"revision" integer NOT NULL,
	CONSTRAINT "staff_notes_state" CHECK ("staff_notes"."state" in ('standing', 'withdrawn')),
	CONSTRAINT "staff_notes_withdrawn_is_whole" CHECK (("staff_notes"."state" = 'withdrawn') = ("staff_notes"."withdrawn_at" is not null)),
	CONSTRAINT "staff_notes_revision" CHECK ("staff_notes"."revision" > 0)
);
--> statement-breakpoint
ALTER TABLE "saved_queries" ADD CONSTRAINT "saved_queries_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "saved_queries_name_of_list" ON "saved_queries" USING btree ("user_id","list","name");--> statement-breakpoint
CREATE INDEX "staff_notes_record" ON "staff_notes" USING btree ("resource","record_id","created_at","id");