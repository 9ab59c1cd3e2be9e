CREATE TABLE "file_contents" (
	"sha256" text PRIMARY KEY NOT NULL,
	"size" integer NOT NULL,
	"media_type" text NOT NULL,
	CONSTRAINT "file_contents_sha256" CHECK ("file_contents"."sha256" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "file_contents_size" CHECK ("file_contents"."size" between 1 and 50000000),
	CONSTRAINT "file_contents_media_type" CHECK ("file_contents"."media_type" ~ '^(application|image)/[a-z0-9.+-]+$')
);
--> statement-breakpoint
CREATE TABLE "files" (
	"id" text PRIMARY KEY NOT NULL,
	"sha256" text NOT NULL,
	"name" text NOT NULL,
	"purpose" text NOT NULL,
	"target" text NOT NULL,
	"uploaded_by" text NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"storing_since" timestamp with time zone,
	CONSTRAINT "files_name" CHECK (char_length("files"."name") between 1 and 200),
	CONSTRAINT "files_purpose" CHECK ("files"."purpose" in ('material', 'mandate', 'receipt', 'seal')),
	CONSTRAINT "files_target" CHECK (char_length("files"."target") between 1 and 200),
	CONSTRAINT "files_state" CHECK ("files"."state" in ('storing', 'stored')),
	CONSTRAINT "files_storing_since" CHECK (("files"."state" = 'storing') = ("files"."storing_since" is not null))
);
--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_sha256_file_contents_sha256_fk" FOREIGN KEY ("sha256") REFERENCES "public"."file_contents"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "files_sha256" ON "files" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "files_target" ON "files" USING btree ("purpose","target");--> statement-breakpoint
CREATE INDEX "files_storing_since" ON "files" USING btree ("storing_since") WHERE "files"."storing_since" is not null;