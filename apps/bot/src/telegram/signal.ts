import type { Api } from "grammy/web";

/** The signal that grammY's methods take. */
export type GrammySignal = NonNullable<Parameters<Api["getMe"]>[0]>;

/**
 * grammY declares its signals by a package that only its Node build uses; the web build, used here, takes Node's own.
 * Both have what grammY calls, though the declarations of their event methods differ.
 */
export function grammySignal(signal: AbortSignal): GrammySignal {
  return signal as unknown as GrammySignal;
}
