-- A published policy version is evidence for every case decided under it: nothing may change or remove it, not even by hand in a hurry.
CREATE FUNCTION "refuse_change_of_append_only_table"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'table % is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END;
$$;
--> statement-breakpoint
CREATE TRIGGER "policy_versions_append_only" BEFORE UPDATE OR DELETE ON "policy_versions"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_append_only_table"();
--> statement-breakpoint
CREATE TRIGGER "policy_versions_no_truncate" BEFORE TRUNCATE ON "policy_versions"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_append_only_table"();
