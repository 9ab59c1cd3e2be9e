import type { SendOutcome } from "./channel.ts";

/** Long enough for somebody to put a setting right, or a provider its day's count. */
const tenMinutes = 600_000;

type Waiting = { afterMilliseconds?: number | null; mayHaveArrived?: boolean };

/** It may be tried again. The code is the provider's, or the name that the machine has for the fault. */
export function retry(
  said: string,
  code: string | number,
  { afterMilliseconds = null, mayHaveArrived = false }: Waiting = {},
): SendOutcome {
  return { kind: "retry", afterMilliseconds, mayHaveArrived, fault: `${said}（${code}）` };
}

export const gone = (said: string, code: string | number): SendOutcome => ({
  kind: "gone",
  fault: `${said}（${code}）`,
});

export const refused = (said: string, code: string | number): SendOutcome => ({
  kind: "refused",
  fault: `${said}（${code}）`,
});

/** The provider has too much to do. */
export const busy = (code: string | number, waiting: Waiting = {}): SendOutcome =>
  retry("对方服务器忙，稍后再试", code, waiting);

/** Nobody was there to take it. */
export const unreachable = (code: string): SendOutcome => retry("连不上对方服务器，稍后再试", code);

/** It was handed over, and nothing came back. */
export const unanswered = (code: string): SendOutcome =>
  retry("对方没有回音，可能已经收到，稍后再试", code, { mayHaveArrived: true });

/** No message goes before a setting of ours is put right: none of them is lost for it. */
export const misconfigured = (setting: string, code: string | number): SendOutcome =>
  retry(`对方不接受本系统的凭证或地址，请核对设置 ${setting}`, code, { afterMilliseconds: tenMinutes });
