import type { ChatInput, PolicyDetail } from "@shifan/contract";
import { type Chat, choicesOf, type Turn, textOf } from "./chat.ts";
import { spellAmount, spellDay, spellNumber } from "./spelling.ts";

export type Facts = Readonly<Record<string, unknown>>;

/** Draws one of several ways to say the same. */
export type Pick = (ways: number) => number;

/** More inputs than any conversation needs; reaching it means that a question comes back for ever. */
const mostInputs = 120;

/** Answers every question by the given rule until nothing is left to ask; how many inputs that took. */
export async function answerAll(chat: Chat, respond: (turn: Turn) => ChatInput): Promise<number> {
  let inputs = 0;
  while (chat.turn.question !== null) {
    if (++inputs > mostInputs) throw new Error(`still asking ${chat.turn.question.id}: ${textOf(chat.turn)}`);
    await chat.send(respond(chat.turn));
  }
  return inputs;
}

/** A program's truthful answer: what is asked, where the applicant states it. */
export function byFacts(applicant: Facts): (turn: Turn) => ChatInput {
  return ({ question }) => {
    const asked = question?.facts.filter((fact) => fact in applicant) ?? [];
    return { facts: Object.fromEntries(asked.map((fact) => [fact, applicant[fact]])) };
  };
}

/** One button of a screen of choices and what it states. */
interface Option {
  readonly label: string;
  readonly action: string;
  readonly selected: boolean | undefined;
  readonly fact: string;
  readonly value: unknown;
}

/** The buttons that answer, in the order in which the policy lists facts and values: the first ones of the message. */
function optionsOf(turn: Turn, policy: PolicyDetail): Option[] {
  const { facts = [], input } = turn.question ?? {};
  const stated = facts.flatMap((fact): { fact: string; value: unknown }[] => {
    const type = policy.facts.find(({ id }) => id === fact)?.type ?? "";
    const [kind, values = ""] = type.split(":");
    if (kind === "bool") return (input === "one" ? [true, false] : [true]).map((value) => ({ fact, value }));
    const listed = values === "districts" ? [] : values.split(",");
    return listed.map((value) => ({ fact, value: value.trim() }));
  });
  const choices = turn.messages.at(-1)?.choices ?? [];
  return stated.map((each, index) => {
    const choice = choices[index];
    if (choice === undefined) throw new Error(`fewer buttons than answers: ${textOf(turn)}`);
    return { ...each, label: choice.label, action: choice.action, selected: choice.selected };
  });
}

const states = (applicant: Facts, { fact, value }: Option): boolean => {
  const stated = applicant[fact];
  return Array.isArray(stated) ? stated.includes(value) : stated === value;
};

/** The truthful answer in words or by a tap, of the many ways there are; what has no words goes as facts. */
export function byWords(applicant: Facts, policy: PolicyDetail, pick: Pick): (turn: Turn) => ChatInput {
  return (turn) => {
    const { question } = turn;
    if (question === null) throw new Error("nothing is asked");
    const stated = question.facts.filter((fact) => fact in applicant);
    const asFacts = byFacts(applicant)(turn);
    // A side to choose, two versions of a figure: the exact facts settle them.
    if (stated.length === 0 || !asksPlainly(turn)) return asFacts;
    if (question.input === "one") return chooseOne(optionsOf(turn, policy), applicant, pick) ?? asFacts;
    if (question.input === "many") {
      return stated.length < question.facts.length ? asFacts : nameMany(optionsOf(turn, policy), applicant, pick);
    }
    if (question.input === "text") return { text: String(applicant[stated[0] as string]) };
    // What is left out is a statement here and there; only a whole answer is put into words.
    if (stated.length < question.facts.length) return asFacts;
    const single = stated.length === 1 && pick(2) === 0;
    const said = stated.map((fact) => {
      const spelled = spell(policy, fact, applicant[fact], pick);
      return single ? spelled : `${labelOf(policy, fact)}${spelled}`;
    });
    return { text: said.join("，") };
  };
}

function asksPlainly(turn: Turn): boolean {
  return choicesOf(turn).some(({ action }) => action === "unknown" || action === "rest_unknown");
}

function chooseOne(options: readonly Option[], applicant: Facts, pick: Pick): ChatInput | null {
  const at = options.findIndex((option) => states(applicant, option));
  const option = options[at];
  if (option === undefined) return null;
  return [{ action: option.action }, { text: option.label }, { text: String(at + 1) }][pick(3)] ?? null;
}

function nameMany(options: readonly Option[], applicant: Facts, pick: Pick): ChatInput {
  const numbers = (held: boolean) =>
    options.flatMap((option, index) => (states(applicant, option) === held ? [index + 1] : [])).join("、");
  if (numbers(true) === "") return { text: "都没有" };
  if (numbers(false) === "") return { text: "都有" };
  return { text: pick(2) === 0 ? `只有${numbers(true)}` : `除了${numbers(false)}都有` };
}

function factOf(policy: PolicyDetail, fact: string) {
  const found = policy.facts.find(({ id }) => id === fact);
  if (found === undefined) throw new Error(`the policy has no ${fact}`);
  return found;
}

const labelOf = (policy: PolicyDetail, fact: string) => factOf(policy, fact).label;

function spell(policy: PolicyDetail, fact: string, value: unknown, pick: Pick): string {
  const { type, unit } = factOf(policy, fact);
  if (type === "money") return spellAmount(String(value), pick);
  if (type === "date") return spellDay(String(value), pick);
  if (type === "year") return `${value}年度`;
  if (type === "int" && pick(3) === 0) return `${spellNumber(Number(value))}${unit}`;
  return `${value}${pick(2) === 0 ? unit : ""}`;
}
