import { isDeepStrictEqual } from "node:util";
import { inputOf, pair, type Written } from "./chat-writer.ts";
import type { Outcome } from "./kept.ts";

/**
 * Compares one conversation with what its client was told, then sends again what was on its way.
 * @throws Error at the first answer that is lost, doubled or half there
 */
export async function settleChat(written: Written, url: string): Promise<Outcome | null> {
  const chat = written.chat.at(url);
  const { acknowledged } = written;
  const before = await chat.read();
  const kept = before.transcript.length - 1;
  const most = acknowledged.length + (written.inFlight ? 1 : 0);
  requireThat(kept >= acknowledged.length && kept <= most, `${kept} answers kept, ${acknowledged.length} acknowledged`);
  const numbers = before.transcript.map(({ n }) => n);
  requireThat(isDeepStrictEqual(numbers, [...numbers.keys()]), `the entries are numbered ${numbers}`);
  for (const [index, turn] of acknowledged.entries()) {
    const there = before.transcript[index + 1]?.messages;
    requireThat(
      isDeepStrictEqual(there, turn.messages),
      `answer ${index + 1} reads differently: ${JSON.stringify(there)}`,
    );
  }
  const recorded = pair.map((fact) => before.answers.find((answer) => answer.fact === fact)?.value);
  const last = kept === 0 ? undefined : kept;
  requireThat(
    recorded.every((value) => value === last),
    `the last answer is ${last}, on record is ${recorded}`,
  );
  if (!written.inFlight) return null;

  const turn = await chat.send(inputOf(acknowledged.length + 1));
  written.acknowledged.push(turn);
  written.inFlight = false;
  const { transcript } = await chat.read();
  requireThat(transcript.length === acknowledged.length + 1, `sent again it counts ${transcript.length - 1} times`);
  return kept === most ? "kept" : "gone";

  function requireThat(holds: boolean, what: string): void {
    if (!holds) throw new Error(`conversation ${written.chat.id}: ${what}`);
  }
}
