CREATE TABLE "chat_entries" (
	"session_id" text NOT NULL,
	"n" integer NOT NULL,
	"seq" bigint,
	"at" timestamp with time zone NOT NULL,
	"said" text,
	"turn" json NOT NULL,
	CONSTRAINT "chat_entries_session_id_n_pk" PRIMARY KEY("session_id","n"),
	CONSTRAINT "chat_entries_session_id_seq" UNIQUE("session_id","seq")
);
--> statement-breakpoint
CREATE TABLE "chat_session_keys" (
	"key_hash" text PRIMARY KEY NOT NULL,
	"body_hash" text NOT NULL,
	"session_id" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "chat_sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"token_hash" text,
	"policy_id" text NOT NULL,
	"policy_version" integer NOT NULL,
	"state" json NOT NULL,
	"revision" integer NOT NULL,
	"window_started_at" timestamp with time zone NOT NULL,
	"window_inputs" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_used_on" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "policy_versions" (
	"policy_id" text NOT NULL,
	"version" integer NOT NULL,
	"in_force_from" date NOT NULL,
	"document" json NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "policy_versions_policy_id_version_pk" PRIMARY KEY("policy_id","version")
);
--> statement-breakpoint
CREATE TABLE "telegram_chats" (
	"chat_id" bigint PRIMARY KEY NOT NULL,
	"session_id" text,
	"lease" bigint NOT NULL,
	"due_at" timestamp with time zone,
	"worker" text
);
--> statement-breakpoint
CREATE TABLE "telegram_updates" (
	"chat_id" bigint NOT NULL,
	"update_id" bigint NOT NULL,
	"payload" json NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"lease" bigint,
	"attempts" integer NOT NULL,
	"done_at" timestamp with time zone,
	CONSTRAINT "telegram_updates_chat_id_update_id_pk" PRIMARY KEY("chat_id","update_id")
);
--> statement-breakpoint
ALTER TABLE "chat_entries" ADD CONSTRAINT "chat_entries_session_id_chat_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."chat_sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat_session_keys" ADD CONSTRAINT "chat_session_keys_session_id_chat_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."chat_sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat_sessions" ADD CONSTRAINT "chat_sessions_policy_version" FOREIGN KEY ("policy_id","policy_version") REFERENCES "public"."policy_versions"("policy_id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "telegram_chats" ADD CONSTRAINT "telegram_chats_session_id_chat_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."chat_sessions"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "chat_session_keys_created_at" ON "chat_session_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "chat_session_keys_session_id" ON "chat_session_keys" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "chat_sessions_last_used_on" ON "chat_sessions" USING btree ("last_used_on");--> statement-breakpoint
CREATE INDEX "telegram_chats_due_at" ON "telegram_chats" USING btree ("due_at") WHERE "telegram_chats"."due_at" is not null;--> statement-breakpoint
CREATE INDEX "telegram_chats_session_id" ON "telegram_chats" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "telegram_updates_pending" ON "telegram_updates" USING btree ("chat_id","update_id") WHERE "telegram_updates"."done_at" is null;--> statement-breakpoint
CREATE INDEX "telegram_updates_done_at" ON "telegram_updates" USING btree ("done_at");