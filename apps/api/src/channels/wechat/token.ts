import type { SendOutcome } from "../channel.ts";
import { busy, misconfigured, retry } from "../outcomes.ts";
import { outcomeOfStatus, postJson, readAnswer } from "../post.ts";
import type { WechatAccount } from "../settings.ts";

/** What opens WeChat's interface for two hours, or why there is none. */
export type TokenOutcome = { token: string } | { outcome: SendOutcome };

/** The account's token, one for all messages under way. */
export type WechatToken = {
  current(): Promise<TokenOutcome>;
  /** Another one, where WeChat does not take the one it gave. However many ask at a time, it is fetched once. */
  after(stale: string): Promise<TokenOutcome>;
};

/** WeChat gives a new one in its last five minutes, in which the old one still holds. */
const renewedBeforeEnd = 300_000;
/** It may be forced twenty times a day. */
const betweenForced = (24 * 3_600_000) / 20;

/**
 * By `stable_token`, which gives all processes the same token until it ends. Only where WeChat gives again what it does not take any more, a new
 * one is forced, which ends the old one for everybody.
 */
export function createWechatToken(
  { url, appid, secret }: WechatAccount,
  { patience, elapsed }: { patience: number; elapsed: () => number },
): WechatToken {
  let held: { token: string; until: number } | null = null;
  let forcedAt = Number.NEGATIVE_INFINITY;
  let fetching: Promise<TokenOutcome> | null = null;

  async function fetchToken(isForced: boolean): Promise<TokenOutcome> {
    const answer = await postJson({
      url: `${url}/cgi-bin/stable_token`,
      body: { grant_type: "client_credential", appid, secret, force_refresh: isForced },
      patience,
    });
    // Nothing was sent with it: whatever became of this question, no message has arrived.
    if (answer.kind === "unanswered") return { outcome: withoutMessage(answer.outcome) };
    const outcome = outcomeOfStatus(answer, "WECHAT_URL");
    if (outcome !== null) return { outcome: withoutMessage(outcome) };
    const { access_token: token, expires_in: seconds, errcode } = readAnswer(answer.text);
    if (typeof token !== "string" || typeof seconds !== "number") return { outcome: outcomeOfCode(errcode) };
    held = { token, until: elapsed() + Math.max(seconds * 1_000 - renewedBeforeEnd, 0) };
    return { token };
  }

  function fetchOnce(stale: string | null): Promise<TokenOutcome> {
    fetching ??= renew(stale).finally(() => {
      fetching = null;
    });
    return fetching;
  }

  async function renew(stale: string | null): Promise<TokenOutcome> {
    const fetched = await fetchToken(false);
    if (!("token" in fetched) || fetched.token !== stale) return fetched;
    held = null;
    const wait = forcedAt + betweenForced - elapsed();
    if (wait > 0) return { outcome: retry("微信不接受刚发的凭证，稍后再试", 40001, { afterMilliseconds: wait }) };
    forcedAt = elapsed();
    return fetchToken(true);
  }

  return {
    current: async () => (held !== null && elapsed() < held.until ? { token: held.token } : fetchOnce(null)),
    after: async (stale) => (held !== null && held.token !== stale ? { token: held.token } : fetchOnce(stale)),
  };
}

function withoutMessage(outcome: SendOutcome): SendOutcome {
  return outcome.kind === "retry" ? { ...outcome, mayHaveArrived: false } : outcome;
}

/** Everything else that is wrong with a token is a setting: the account, its secret, or this machine's address on WeChat's list. */
function outcomeOfCode(errcode: unknown): SendOutcome {
  const code = typeof errcode === "number" ? errcode : "无凭证";
  if (code === -1 || code === "无凭证") return busy(code);
  if (code === 45009 || code === 45011) return busy(code, { afterMilliseconds: 60_000 });
  return misconfigured("WECHAT_URL", code);
}
