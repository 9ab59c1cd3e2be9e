/** Who is reminded: a person with an account, whoever asked after a self-check, or an office. */
export const recipientKinds = ["person", "prospect", "office"] as const;
export type RecipientKind = (typeof recipientKinds)[number];

/** The ways to somebody. The inbox is none of them: whatever is sent is found there. */
export const reminderChannels = ["telegram", "mail", "sms", "wechat", "wecom"] as const;
export type ReminderChannel = (typeof reminderChannels)[number];

/** Why a way was closed: by its owner, by a newer one, by the provider who knows nobody there, or with the account. */
export const addressEnds = ["unlinked", "replaced", "gone"] as const;
export type AddressEnd = (typeof addressEnds)[number];

/** That somebody is told of something: waiting for its time, part of a message, or of no use any more. */
export const plannedDeliveryStates = ["planned", "joined", "withdrawn"] as const;
export type PlannedDeliveryState = (typeof plannedDeliveryStates)[number];

/** Why it was not told: what was due is done or gone, has another day, the reader wants no more of it, has nobody's role any more, or it is too late. */
export const withdrawalGrounds = ["met", "moved", "stopped", "not_theirs", "too_late"] as const;
export type WithdrawalGround = (typeof withdrawalGrounds)[number];

/** A message: under way, taken by the provider, only in the inbox, given up after the last attempt, or without anything left to say. */
export const messageStates = ["waiting", "sent", "inbox", "dead", "withdrawn"] as const;
export type MessageState = (typeof messageStates)[number];

/** What ends the reminders of one duty for one reader. */
export const reminderAnswers = ["done", "stopped"] as const;
export type ReminderAnswer = (typeof reminderAnswers)[number];
