-- The audit trail is evidence against whoever would change it: nothing in it may be changed or removed, not even by hand in a hurry.
CREATE TRIGGER "audit_entries_append_only" BEFORE UPDATE OR DELETE ON "audit_entries"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_append_only_table"();
--> statement-breakpoint
CREATE TRIGGER "audit_entries_no_truncate" BEFORE TRUNCATE ON "audit_entries"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_append_only_table"();
--> statement-breakpoint
CREATE TRIGGER "audit_leaves_append_only" BEFORE UPDATE OR DELETE ON "audit_leaves"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_append_only_table"();
--> statement-breakpoint
CREATE TRIGGER "audit_leaves_no_truncate" BEFORE TRUNCATE ON "audit_leaves"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_append_only_table"();
--> statement-breakpoint
CREATE TRIGGER "audit_nodes_append_only" BEFORE UPDATE OR DELETE ON "audit_nodes"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_append_only_table"();
--> statement-breakpoint
CREATE TRIGGER "audit_nodes_no_truncate" BEFORE TRUNCATE ON "audit_nodes"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_append_only_table"();
--> statement-breakpoint
CREATE TRIGGER "audit_checkpoints_append_only" BEFORE UPDATE OR DELETE ON "audit_checkpoints"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_append_only_table"();
--> statement-breakpoint
CREATE TRIGGER "audit_checkpoints_no_truncate" BEFORE TRUNCATE ON "audit_checkpoints"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_append_only_table"();
--> statement-breakpoint
-- The row that whoever gives positions in the tree locks.
INSERT INTO "audit_sequencers" ("name") VALUES ('tree');
