import { type Proof, readCommand, usageOf } from "./command.ts";
import { readCommit, readRecord, record } from "./record.ts";

/** The long proofs. Loaded only when it is their turn. */
const proofs: Readonly<Record<string, Proof>> = {
  fuzz: {
    about: "The properties of the rules and of the conversation, on random applicants.",
    size: { counts: "multiples of the dose of npm test", usual: 25 },
    run: async (ask, say) => (await import("./proofs/fuzz.ts")).proveFuzz(ask, say),
  },
  faults: {
    about:
      "kill -9 of the server under the load of procedure and chats: nothing acknowledged is lost, halved or doubled.",
    size: { counts: "kills on the embedded database; half as many on PostgreSQL", usual: 100 },
    run: async ({ size, seed }, say) => (await import("./proofs/faults.ts")).proveFaults({ kills: size, seed }, say),
  },
  load: {
    about: "Whole conversations and evaluations over loopback: how many a second, and how long one waits.",
    size: { counts: "conversations; ten times as many evaluations", usual: 300 },
    run: async (ask, say) => (await import("./proofs/load.ts")).proveLoad(ask, say),
  },
  list: {
    about: "A list of proposed cases published, and certified in one call, on both engines: within 10 s.",
    size: { counts: "cases, at most 500", usual: 500 },
    run: async (ask, say) => (await import("./proofs/list.ts")).proveList(ask, say),
  },
  year: {
    about:
      "A year of reminders day by day, with failing providers and kills of the server: each is told once, in time, and no other.",
    size: { counts: "organizations with titles", usual: 5_000 },
    run: async ({ size, seed }, say) =>
      (await import("./proofs/year.ts")).proveYear({ size, seed, killEvery: 8, isDaily: true }, say),
  },
  console: {
    about:
      "Every page of the console for every role, in all its states, with every act's dialog: axe, and no value that the role may not read.",
    size: null,
    run: async (_, say) => (await import("./proofs/console.ts")).proveConsole(say),
  },
  tasks: {
    about:
      "What is done in office through drawn forms: each act once, by its button and its fields, and told by the trail.",
    size: null,
    run: async (_, say) => (await import("./proofs/tasks.ts")).proveTasks(say),
  },
  city: {
    about:
      "The demonstration of the whole city, played act by act: every round, what follows the certificates, and what waits on each desk.",
    size: null,
    run: async () => (await import("./proofs/city.ts")).proveCity(),
  },
  questions: {
    about:
      "The right article first for people's questions, 不知道 for those that none answers. The second half is looked at once.",
    size: null,
    takesParts: true,
    run: async ({ parts }, say, now) => {
      const { proveQuestions, readQuestionFindings } = await import("./proofs/questions.ts");
      const looked = { at: now.toISOString(), commit: readCommit() };
      return proveQuestions(parts, readQuestionFindings(readRecord("questions")), looked, say);
    },
  },
  mutation: {
    about:
      "The mutation score of the rules, a folder at a time; what has not changed since its last run is not run again.",
    size: null,
    takesParts: true,
    run: async ({ parts }, say) => {
      const [{ proveMutation }, { readFindings }] = await Promise.all([
        import("./proofs/mutation.ts"),
        import("./proofs/mutation-findings.ts"),
      ]);
      return proveMutation({ only: parts, earlier: readFindings(readRecord("mutation")) }, say);
    },
  },
};

/** Runs one proof and keeps its result. The exit code: 1 when it does not hold, 2 on unusable arguments. */
async function main(args: readonly string[], now: Date): Promise<number> {
  const command = readCommand(args, proofs);
  if (command.kind === "help") {
    process.stdout.write(usageOf(proofs));
    return 0;
  }
  const proof = command.kind === "prove" ? proofs[command.name] : undefined;
  if (command.kind === "unusable" || proof === undefined) {
    process.stderr.write(`${command.kind === "unusable" ? command.why : ""}\n\n${usageOf(proofs)}`);
    return 2;
  }
  const { name, size, seed, parts } = command;
  const begun = performance.now();
  const asked = proof.size === null ? {} : { size, seed };
  try {
    const findings = await proof.run({ size, seed, parts }, (line) => process.stdout.write(`${line}\n`), now);
    const seconds = Math.round((performance.now() - begun) / 1_000);
    const path = record(name, { ...asked, seconds, findings }, now);
    process.stdout.write(`${JSON.stringify(findings, null, 2)}\nkept in ${path}\n`);
    return 0;
  } catch (cause) {
    const repeat = proof.size === null ? "" : ` --size ${size} --seed ${seed}`;
    const partly = parts.map((part) => ` --part ${part}`).join("");
    process.stderr.write(
      `${cause instanceof Error ? cause.message : cause}\n\nAgain: npm run prove -- ${name}${repeat}${partly}\n`,
    );
    return 1;
  }
}

// An end asked for is an ordinary end, so that the servers under way are ended as well.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.exit(1));
// Whatever else a failed proof has under way ends with it.
process.exit(await main(process.argv.slice(2), new Date()));
