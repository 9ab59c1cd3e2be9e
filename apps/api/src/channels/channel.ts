/** The ways to somebody by which the server itself sends; Telegram is the bot's. The inbox needs no sending. */
export const sentChannels = ["mail", "sms", "wechat", "wecom"] as const;
export type SentChannel = (typeof sentChannels)[number];

/** One message to one address. */
export type OutgoingMessage = {
  /** The same on every attempt, so that one that came twice is recognised. */
  id: string;
  /** A mailbox, a telephone number, an openid, or the key of a group's robot. */
  to: string;
  heading: string;
  /** What is said, paragraph by paragraph; no personal data where it goes to a group. */
  paragraphs: readonly string[];
  /** The last day on which it can be done, YYYY-MM-DD; null where no day ends it. What is short names it before all else. */
  dueDay: string | null;
  /** What one tap leads to: whole addresses. A channel with room for one takes the first. */
  links: readonly { label: string; url: string }[];
};

/** What became of an attempt. A fault is told in a few words of Chinese, with the provider's code, and without anything secret. */
export type SendOutcome =
  /** Taken; by the reference it is found at the provider. */
  | { kind: "sent"; reference: string | null }
  /**
   * Not taken, or nobody knows: then it may have arrived, and the next attempt may be its repetition. It may be tried again, not before so many
   * milliseconds where the provider says so.
   */
  | { kind: "retry"; afterMilliseconds: number | null; mayHaveArrived: boolean; fault: string }
  /** Nobody is reached at the address any more: blocked, unsubscribed, no such number. */
  | { kind: "gone"; fault: string }
  /** This message is never taken. */
  | { kind: "refused"; fault: string };

/** What brings messages to addresses of one kind. */
export type Channel = {
  id: SentChannel;
  /** How many messages the provider takes in a second, in all. */
  perSecond: number;
  /** Never throws: a fault is an outcome. */
  send(message: OutgoingMessage): Promise<SendOutcome>;
  /** Ends once what is under way is settled. */
  close(): Promise<void>;
};

/** Longer than a busy provider takes, shorter than a stop of ours may. */
export const patienceMilliseconds = 15_000;

/** A channel out of what makes one attempt: remembers what is under way. */
export function createChannel(
  { id, perSecond }: Pick<Channel, "id" | "perSecond">,
  attempt: (message: OutgoingMessage) => Promise<SendOutcome>,
): Channel {
  const underWay = new Set<Promise<SendOutcome>>();
  return {
    id,
    perSecond,
    send: async (message) => {
      const sending = attempt(message);
      underWay.add(sending);
      try {
        return await sending;
      } finally {
        underWay.delete(sending);
      }
    },
    close: async () => {
      await Promise.allSettled(underWay);
    },
  };
}
