import { at, copy, type GuardCases, set } from "./guard-cases-writing.ts";

/* The good rows and the cases of reminders: to whom, by which way, of what, and what became of it. */

const later = "'2026-06-10T01:40:00Z'";

export const goodRowsOfReminders: readonly string[] = [
  `insert into policy_versions (policy_id, version, in_force_from, document, published_at) values ('p', 1, '2026-01-01', '{}', ${at})`,
  `insert into chat_sessions (id, policy_id, policy_version, state, revision, window_started_at, window_inputs, created_at, last_used_on) values
    ('cs1', 'p', 1, '{}', 1, ${at}, 0, ${at}, '2026-06-10')`,
  `insert into reminder_recipients (id, kind, user_id, session_id, office, created_at) values ('rp1', 'person', 'u2', null, null, ${at}),
    ('rp2', 'office', null, null, '410105', ${at}), ('rp3', 'prospect', null, 'cs1', null, ${at})`,
  `insert into reminder_addresses (id, recipient_id, channel, personal, address_hash, opened_at) values ('ra1', 'rp1', 'telegram', '{}', 'h', ${at}),
    ('ra2', 'rp2', 'wecom', '{}', 'r', ${at})`,
  `insert into office_groups values ('410105', '金水推荐工作群', 'connected', 'ra2', ${at}, 1)`,
  `insert into reminder_codes (id, recipient_id, channel, code_hash, personal, created_at, expires_at, wrong_tries) values
    ('rc1', 'rp1', 'telegram', 'h', '{}', ${at}, ${later}, 0)`,
  `insert into reminder_messages (id, recipient_id, state, channel, address_id, is_urgent, due_at, lease, attempts, created_at) values
    ('rm1', 'rp1', 'waiting', 'telegram', 'ra1', false, ${at}, 0, 0, ${at})`,
  `insert into deliveries (id, subject, resource, record_id, occasion, due_on, recipient_id, audience, planned_at, is_urgent, state, message_id, created_at)
    values ('rd1', 'title_end', 'certifications', 'c1', 'before-30', '2026-08-15', 'rp1', 'platform', ${at}, false, 'joined', 'rm1', ${at})`,
  `insert into upload_links values ('ul1', 'h', 'u2', 'a1', ${at}, ${later})`,
  `insert into reminder_stops values ('rp1', 'title_end', 'certifications', 'c1', 'stopped', ${at})`,
];

const recipient = { id: "rp9" };
const person = "kind = 'person'";
const first = "id = 'ra1'";

/** By table and guard. */
export const guardCasesOfReminders: GuardCases = {
  reminder_recipients: {
    reminder_recipients_pkey: copy("reminder_recipients", { kind: "office", user_id: null, office: "410102" }, person),
    reminder_recipients_user_id_users_id_fk: copy("reminder_recipients", { ...recipient, user_id: "nobody" }, person),
    reminder_recipients_session_id_chat_sessions_id_fk: copy(
      "reminder_recipients",
      { ...recipient, kind: "prospect", user_id: null, session_id: "none" },
      person,
    ),
    reminder_recipients_user: copy("reminder_recipients", recipient, person),
    reminder_recipients_session: copy("reminder_recipients", recipient, "kind = 'prospect'"),
    reminder_recipients_office: copy("reminder_recipients", recipient, "kind = 'office'"),
    reminder_recipients_kind: copy("reminder_recipients", { ...recipient, kind: "nonsense", user_id: null }, person),
    reminder_recipients_preferred: set("reminder_recipients", "preferred_channel = 'nonsense'", person),
    reminder_recipients_one_owner: set("reminder_recipients", "office = 'city'", person),
  },
  reminder_addresses: {
    reminder_addresses_pkey: copy("reminder_addresses", { channel: "mail" }, first),
    reminder_addresses_recipient_id_reminder_recipients_id_fk: copy(
      "reminder_addresses",
      { id: "ra9", recipient_id: "nobody", address_hash: "other" },
      first,
    ),
    reminder_addresses_one_of_a_channel: copy("reminder_addresses", { id: "ra9", address_hash: "other" }, first),
    reminder_addresses_one_recipient_of_a_chat: copy("reminder_addresses", { id: "ra9", recipient_id: "rp2" }, first),
    reminder_addresses_channel: set("reminder_addresses", "channel = 'nonsense'"),
    reminder_addresses_ended_by: set("reminder_addresses", `ended_at = ${at}, ended_by = 'nonsense'`),
    reminder_addresses_end_is_whole: set("reminder_addresses", `ended_at = ${at}`),
  },
  office_groups: {
    office_groups_pkey: copy("office_groups"),
    office_groups_address_id_reminder_addresses_id_fk: copy("office_groups", { office: "city", address_id: "none" }),
    office_groups_name: set("office_groups", "name = ' '"),
    office_groups_state: set("office_groups", "state = 'nonsense'"),
    office_groups_revision: set("office_groups", "revision = 0"),
  },
  reminder_codes: {
    reminder_codes_pkey: copy("reminder_codes", { code_hash: "other" }),
    reminder_codes_recipient_id_reminder_recipients_id_fk: copy("reminder_codes", {
      id: "rc9",
      code_hash: "other",
      recipient_id: "nobody",
    }),
    reminder_codes_code: copy("reminder_codes", { id: "rc9" }),
    reminder_codes_channel: set("reminder_codes", "channel = 'nonsense'"),
    reminder_codes_wrong_tries: set("reminder_codes", "wrong_tries = -1"),
  },
  reminder_messages: {
    reminder_messages_pkey: copy("reminder_messages"),
    reminder_messages_recipient_id_reminder_recipients_id_fk: copy("reminder_messages", {
      id: "rm9",
      recipient_id: "nobody",
    }),
    reminder_messages_address_id_reminder_addresses_id_fk: copy("reminder_messages", { id: "rm9", address_id: "none" }),
    reminder_messages_state: set("reminder_messages", `state = 'nonsense', due_at = null, settled_at = ${at}`),
    reminder_messages_channel: set("reminder_messages", "channel = 'nonsense'"),
    reminder_messages_waiting_is_due: set("reminder_messages", "due_at = null"),
    reminder_messages_settled_has_instant: set("reminder_messages", `settled_at = ${at}`),
    reminder_messages_address_of_channel: set("reminder_messages", "channel = null"),
  },
  deliveries: {
    deliveries_pkey: copy("deliveries", { occasion: "before-90" }),
    deliveries_recipient_id_reminder_recipients_id_fk: copy("deliveries", { id: "rd9", recipient_id: "nobody" }),
    deliveries_message_id_reminder_messages_id_fk: copy("deliveries", {
      id: "rd9",
      occasion: "before-90",
      message_id: "none",
    }),
    deliveries_once: copy("deliveries", { id: "rd9" }),
    deliveries_revision: set("deliveries", "revision = 0"),
    deliveries_subject: set("deliveries", "subject = 'nonsense'"),
    deliveries_audience: set("deliveries", "audience = 'nonsense'"),
    deliveries_state: set("deliveries", "state = 'nonsense'"),
    deliveries_withdrawn_for: set("deliveries", "state = 'withdrawn', withdrawn_for = 'nonsense'"),
    deliveries_withdrawn_is_whole: set("deliveries", "state = 'withdrawn'"),
    deliveries_joined_has_message: set("deliveries", "message_id = null"),
  },
  upload_links: {
    upload_links_pkey: copy("upload_links", { token_hash: "other" }),
    upload_links_token: copy("upload_links", { id: "ul9" }),
    upload_links_user_id_users_id_fk: copy("upload_links", { id: "ul9", token_hash: "other", user_id: "nobody" }),
    upload_links_application_id_applications_id_fk: copy("upload_links", {
      id: "ul9",
      token_hash: "other",
      application_id: "none",
    }),
  },
  reminder_stops: {
    reminder_stops_recipient_id_subject_resource_record_id_pk: copy("reminder_stops"),
    reminder_stops_recipient_id_reminder_recipients_id_fk: copy("reminder_stops", { recipient_id: "nobody" }),
    reminder_stops_answer: set("reminder_stops", "answer = 'nonsense'"),
  },
};
