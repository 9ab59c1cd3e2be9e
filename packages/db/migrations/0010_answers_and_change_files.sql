ALTER TABLE "sanctions" ADD COLUMN "answer_until" date;--> statement-breakpoint
ALTER TABLE "sanctions" ADD COLUMN "answer" text;--> statement-breakpoint
ALTER TABLE "sanctions" ADD COLUMN "answered_on" date;--> statement-breakpoint
ALTER TABLE "sanctions" ADD CONSTRAINT "sanctions_answer_after_service" CHECK ("sanctions"."answer_until" is null or ("sanctions"."served_on" is not null and "sanctions"."answer_until" > "sanctions"."served_on"));--> statement-breakpoint
ALTER TABLE "sanctions" ADD CONSTRAINT "sanctions_answer_is_whole" CHECK (("sanctions"."answer" is null) = ("sanctions"."answered_on" is null) and ("sanctions"."answer" is null or (length(trim(coalesce("sanctions"."answer", ''))) > 0 and "sanctions"."effective_on" is not null)));