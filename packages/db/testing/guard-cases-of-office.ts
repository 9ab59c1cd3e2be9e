import { at, copy, type GuardCases, set } from "./guard-cases-writing.ts";

/* The good rows and the cases of what people in office keep for themselves and for each other. */

export const goodRowsOfOffice: readonly string[] = [
  `insert into staff_notes (id, resource, record_id, state, personal, written_by, role, district, created_at, withdrawn_at, revision) values
    ('n1', 'applications', 'a1', 'standing', '{}', 'u1', 'district', '410105', ${at}, null, 1)`,
  `insert into saved_queries (id, user_id, list, name, filter, sort_field, is_descending, created_at, revision) values
    ('v1', 'u1', 'applications', '待我受理', '{}', null, false, ${at}, 1)`,
];

/** By table and guard. */
export const guardCasesOfOffice: GuardCases = {
  staff_notes: {
    staff_notes_pkey: copy("staff_notes"),
    staff_notes_state: set("staff_notes", "state = 'nonsense'"),
    staff_notes_withdrawn_is_whole: set("staff_notes", "state = 'withdrawn'"),
    staff_notes_revision: set("staff_notes", "revision = 0"),
  },
  saved_queries: {
    saved_queries_pkey: copy("saved_queries", { name: "另一个" }),
    saved_queries_user_id_users_id_fk: copy("saved_queries", { id: "v2", user_id: "nobody" }),
    saved_queries_name_of_list: copy("saved_queries", { id: "v2" }),
    saved_queries_name: set("saved_queries", "name = ' '"),
    saved_queries_revision: set("saved_queries", "revision = 0"),
  },
};
