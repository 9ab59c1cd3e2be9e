import { afterAll, beforeAll, expect, test } from "vitest";
import { beginChat, textOf } from "../src/chat.ts";
import { readSampleBase } from "../src/samples.ts";
import { type Server, startServer } from "../src/server.ts";
import { byFacts } from "../src/speaker.ts";

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

/** An applicant of whom everything is asked that can be: all functions, an expired title, every paper at hand. */
const applicant = {
  ...readSampleBase(),
  platform_type: "comprehensive",
  claimed_functions: ["info", "tech", "startup", "training"],
  tech_qualification: "held",
  training_qualification: "held",
  never_certified: false,
  has_website: true,
  permit_required: true,
  materials_in_hand: Array.from({ length: 14 }, (_, index) => `M${String(index + 1).padStart(2, "0")}`),
};

/** What the question says one can write; of several, the last, which names everything. */
function exampleIn(text: string): string | null {
  return /可以直接写“(.+?)”。/.exec(text)?.[1]?.split("；或：").at(-1) ?? null;
}

test("every example that a question gives is understood in full when it is written back", async () => {
  const chat = await beginChat(server.url);
  await chat.send({ action: "start" });
  const tried: string[] = [];
  const notUnderstood: string[] = [];
  const seen = new Set<string>();
  while (chat.turn.question !== null) {
    const { id } = chat.turn.question;
    const truth = byFacts(applicant)(chat.turn);
    const example = exampleIn(chat.turn.messages.at(-1)?.text ?? "");
    if (example !== null && !seen.has(id)) {
      seen.add(id);
      tried.push(id);
      const turn = await chat.send({ text: example });
      const kept = (await chat.read()).answers
        .map(({ label, text }) => `${label}${text}`.replaceAll(",", ""))
        .join("；");
      const lost = (example.match(/\d+/g) ?? []).filter(
        (number) => !new RegExp(`(?<!\\d)0*${Number(number)}(?!\\d)`).test(kept),
      );
      if (lost.length > 0 || /没看明白|不知道是哪一项/.test(textOf(turn)))
        notUnderstood.push(`${id}: ${example} → ${textOf(turn)}`);
    }
    await chat.send(truth);
  }
  expect(notUnderstood).toEqual([]);
  expect(tried.length).toBeGreaterThanOrEqual(12);
});
