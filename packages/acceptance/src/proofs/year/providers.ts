import { startMailServer, startSmsGateway } from "@shifan/api/testing";
import { fakeToken, type ScriptedFault, startFakeTelegram } from "@shifan/bot/testing/fakeTelegram.ts";
import type { Draw } from "../../random.ts";

/** A message that a provider took. */
export interface Receipt {
  readonly channel: "mail" | "sms" | "telegram";
  readonly id: string;
  readonly to: string;
  /** Milliseconds, of performance.now. */
  readonly at: number;
  /** Whether the sender heard that it was taken. */
  readonly isAcknowledged: boolean;
}

type Weather = "refused" | "busy" | "lost" | "cut" | "silent";
const weathers: readonly Weather[] = ["refused", "busy", "lost", "cut", "silent"];

/** Providers of mail and short messages and a Telegram on this machine, with storms. */
export interface Providers {
  readonly settings: { readonly SMTP_URL: string; readonly SMS_URL: string };
  readonly settingsOfBot: { readonly TELEGRAM_BOT_TOKEN: string; readonly TELEGRAM_API_ROOT: string };
  readonly receipts: readonly Receipt[];
  /** What went wrong, by its kind. */
  readonly faults: Readonly<Record<Weather, number>>;
  /** So many of the next messages meet some fault, one in three until then. */
  storm(faults: number): void;
  /** Resolves when so many were taken in all. */
  taken(count: number): Promise<void>;
  stop(): Promise<void>;
}

/** How many messages a second the server may hand to each of them: what Telegram takes. */
export const perSecond = 30;

const telegramFaults: Readonly<Record<Weather, ScriptedFault>> = {
  refused: { kind: "status", status: 502, description: "Bad Gateway" },
  busy: { kind: "status", status: 429, description: "Too Many Requests: retry after 1", retryAfterSeconds: 1 },
  lost: { kind: "cut", when: "before" },
  cut: { kind: "cut", when: "after" },
  silent: { kind: "silence" },
};

export async function startProviders(draw: Draw): Promise<Providers> {
  const receipts: Receipt[] = [];
  const faults: Record<Weather, number> = { refused: 0, busy: 0, lost: 0, cut: 0, silent: 0 };
  let faultsLeft = 0;
  const waiting: { count: number; resolve: () => void }[] = [];
  const decide = (): Weather | null => {
    if (faultsLeft === 0 || draw(3) > 0) return null;
    faultsLeft -= 1;
    const weather = weathers[draw(weathers.length)] as Weather;
    faults[weather] += 1;
    return weather;
  };
  const take = (receipt: Omit<Receipt, "at">) => {
    receipts.push({ ...receipt, at: performance.now() });
    for (const { count, resolve } of waiting) if (receipts.length >= count) resolve();
  };
  const mail = await startMailServer({
    decideFault: () => {
      const weather = decide();
      switch (weather) {
        case "refused":
          return { at: "message", code: 451, said: "try again later" };
        case "busy":
          return { at: "mailbox", code: 421, said: "too many messages" };
        case "lost":
          return { at: "mailbox", code: 450, said: "mailbox busy" };
        default:
          return weather;
      }
    },
    onTaken: ({ messageId = "", to }, fault) => {
      const id = decodeURIComponent(messageId.slice(1, messageId.lastIndexOf("@")));
      take({ channel: "mail", id, to, isAcknowledged: fault === null });
    },
  });
  const sms = await startSmsGateway({
    decideFault: ({ body }) => {
      const weather = decide();
      if (weather === "refused") return { status: 500, body: {} };
      if (weather === "busy") return { status: 429, headers: { "retry-after": "1" }, body: {} };
      if (weather === "lost") return weather;
      const { id, to } = body as { id: string; to: string };
      take({ channel: "sms", id, to, isAcknowledged: weather === null });
      return weather;
    },
  });
  const telegram = await startFakeTelegram({
    decideFault: () => {
      const weather = decide();
      return weather === null ? null : telegramFaults[weather];
    },
    onTaken: ({ chatId, text }, isAcknowledged) => {
      const id = text.slice(text.lastIndexOf("\n") + 1);
      take({ channel: "telegram", id, to: String(chatId), isAcknowledged });
    },
  });
  return {
    settings: { SMTP_URL: `${mail.url}&rate=${perSecond}`, SMS_URL: `${sms.url}?rate=${perSecond}` },
    settingsOfBot: { TELEGRAM_BOT_TOKEN: fakeToken, TELEGRAM_API_ROOT: telegram.url },
    receipts,
    faults,
    storm: (count) => {
      faultsLeft = count;
    },
    taken: (count) => {
      if (receipts.length >= count) return Promise.resolve();
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.push({ count, resolve });
      return promise;
    },
    stop: async () => {
      await telegram.close();
      await sms.stop();
      await mail.stop();
    },
  };
}
