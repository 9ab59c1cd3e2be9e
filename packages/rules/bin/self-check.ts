import { shippedPolicies } from "../policies/index.ts";
import type { Assessment } from "../src/assessment/schema.ts";
import { assess } from "../src/evaluate/assess.ts";
import { checkFacts } from "../src/facts/check-facts.ts";
import type { FieldError } from "../src/facts/errors.ts";
import { compilePolicy } from "../src/policy/compile.ts";
import type { Policy } from "../src/policy/policy.ts";
import { selectPolicy } from "../src/policy/select.ts";
import { type Command, readArguments, usage } from "./arguments.ts";
import { dayInShanghai, readClock } from "./clock.ts";
import { UnusableInput } from "./problem.ts";
import { type Item, type Items, readItems } from "./read-items.ts";
import { readText } from "./read-text.ts";
import { writeReport } from "./report.ts";

const defaultPolicy = "zhengzhou-sme-platform";
/** More would not help the person who mends them. */
const maximumShown = 100;

interface Checked {
  readonly policy: Policy;
  readonly assessment: Assessment;
}

/** One line for each field: which item, the JSON pointer, what is expected. */
function refuseWith(errors: readonly FieldError[], { isList }: Items): never {
  const lines = errors.slice(0, maximumShown).map(({ path, message }) => {
    const item = isList ? `第${Number(path.split("/")[1]) + 1}项，` : "";
    return `${item}${path === "" ? "全文" : path}：${message}`;
  });
  throw new UnusableInput(["内容没法用，请改好再试：", ...lines].join("\n"));
}

function check(item: Item, policyId: string, policies: readonly Policy[], today: string, errors: FieldError[]) {
  const asOf = item.asOf ?? today;
  const selected = selectPolicy(policies, policyId, asOf);
  if (!selected.ok) {
    if (selected.code === "unknown_policy") {
      const known = policies.map(({ id }) => id).join("、");
      throw new UnusableInput(`没有编号为“${policyId}”的政策，现有：${known}。`);
    }
    const message = `${asOf} 早于政策可用的第一天 ${selected.firstDay}`;
    errors.push({ path: `${item.path}/asOf`, code: selected.code, message });
    return undefined;
  }
  const { policy } = selected;
  const checked = checkFacts(policy, item.facts, {
    unknown: item.unknown,
    path: `${item.path}/facts`,
    unknownPath: `${item.path}/unknown`,
  });
  if (checked.ok) return { policy, assessment: assess(policy, checked.facts, { asOf, round: item.round }) };
  errors.push(...checked.errors);
  return undefined;
}

async function run(command: Exclude<Command, { help: true }>): Promise<string> {
  const today = command.asOf ?? dayInShanghai(readClock(process.env));
  const policyId = command.policyId ?? (process.env.DEFAULT_POLICY || defaultPolicy);
  const text = await readText(command.file, process.stdin);
  const errors: FieldError[] = [];
  const found = readItems(text, errors);
  const policies = shippedPolicies.map((document) => compilePolicy(document));
  const results: Checked[] = [];
  for (const item of errors.length > 0 ? [] : found.items) {
    const result = check(item, policyId, policies, today, errors);
    if (result) results.push(result);
    if (errors.length >= maximumShown) break;
  }
  if (errors.length > 0) refuseWith(errors, found);
  if (command.format === "text") {
    return results
      .map(({ policy, assessment }, at) => {
        const heading = found.isList ? `━━ 第${at + 1}项 ━━\n` : "";
        return `${heading}${writeReport(policy, assessment)}\n`;
      })
      .join("\n");
  }
  const assessments = results.map(({ assessment }) => assessment);
  return `${JSON.stringify(found.isList ? assessments : assessments[0], null, 2)}\n`;
}

// A reader such as `head` may close early; what is left to write is then of no use to anybody.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

try {
  const command = readArguments(process.argv.slice(2));
  process.stdout.write(command.help ? `${usage}\n` : await run(command));
} catch (error) {
  if (!(error instanceof UnusableInput)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
