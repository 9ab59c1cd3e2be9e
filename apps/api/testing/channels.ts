import type { Channel, OutgoingMessage, SendOutcome, SentChannel } from "../src/channels/channel.ts";

/** A channel that keeps what it is given, and answers as it is told. */
export function createKeepingChannel(id: SentChannel, perSecond = 100) {
  const taken: OutgoingMessage[] = [];
  let answers: SendOutcome[] = [];
  const channel: Channel = {
    id,
    perSecond,
    send: async (message) => {
      taken.push(message);
      return answers.shift() ?? { kind: "sent", reference: null };
    },
    close: async () => {},
  };
  return {
    channel,
    /** What was taken since the last look. */
    look: () => taken.splice(0),
    answer: (...outcomes: SendOutcome[]) => {
      answers = outcomes;
    },
  };
}
