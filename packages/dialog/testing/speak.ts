import type { Policy } from "@shifan/rules";
import { formatScaled, parseScaled } from "@shifan/rules";
import { optionsOf } from "../src/flow/options.ts";
import type { DialogInput, DialogState, Turn } from "../src/index.ts";
import { factDocument } from "../src/presenting/values.ts";

/** Draws the next of several ways to say the same; a seeded stand-in for the variety of people. */
export type Pick = (ways: number) => number;

const digits = "零一二三四五六七八九";
const units = ["", "十", "百", "千"];

/** A whole number below 10^12 in Chinese numerals. */
export function spellNumber(value: number): string {
  if (value === 0) return "零";
  const sections: string[] = [];
  const scales = ["", "万", "亿"];
  for (let rest = value, scale = 0; rest > 0; rest = Math.floor(rest / 10_000), scale++) {
    const section = rest % 10_000;
    if (section === 0) continue;
    const higher = rest > section;
    sections.unshift((higher && section < 1_000 ? "零" : "") + spellSection(section) + scales[scale]);
  }
  return sections.join("").replace(/^零+/u, "").replace(/零+/gu, "零");
}

function spellSection(section: number): string {
  let text = "";
  let zero = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(section / 10 ** place) % 10;
    if (digit === 0) zero = text !== "";
    else {
      text += (zero ? "零" : "") + digits[digit] + units[place];
      zero = false;
    }
  }
  return text;
}

function spellAmount(yuan: string, pick: Pick): string {
  const cents = parseScaled(yuan, 2);
  const [whole = "", fraction = ""] = yuan.split(".");
  const grouped = `${whole.replace(/\B(?=(\d{3})+$)/g, ",")}${fraction ? `.${fraction}` : ""}元`;
  const ways = [grouped, `${yuan}元`, `${formatScaled(cents, 6)}万元`];
  if (cents % 100 === 0 && cents > 0 && cents < 1e13) ways.push(`${spellNumber(cents / 100)}元`);
  return ways[pick(ways.length)] as string;
}

function spellDay(date: string, pick: Pick): string {
  const [year = "", month = "", day = ""] = date.split("-");
  const ways = [`${Number(year)}年${Number(month)}月${Number(day)}日`, date, `${year}.${Number(month)}.${Number(day)}`];
  return ways[pick(ways.length)] as string;
}

/** One figure or date as a person may write it. */
export function spellValue(policy: Policy, fact: string, value: unknown, pick: Pick): string {
  const { type, unit } = factDocument(policy, fact);
  if (type === "money") return spellAmount(String(value), pick);
  if (type === "date") return spellDay(String(value), pick);
  if (type === "year") return `${String(value)}年度`;
  if (type === "int" && pick(3) === 0) return `${spellNumber(Number(value))}${unit === "台（套）" ? "台" : unit}`;
  return `${String(value)}${type === "int" && pick(2) === 0 ? unit : ""}`;
}

/** The truthful answer to a turn in words or taps. What has no words (a statement of absence) goes by its button or as facts. */
export function truthfulWords(
  policy: Policy,
  applicant: Readonly<Record<string, unknown>>,
  pick: Pick,
): (turn: Turn, state: DialogState) => DialogInput {
  return (turn, state) => {
    const { question } = turn;
    if (question === null) throw new Error("nothing is asked");
    const facts = question.facts.filter((fact) => fact in applicant);
    const rest = (): DialogInput => ({ facts: Object.fromEntries(facts.map((fact) => [fact, applicant[fact]])) });
    const document = policy.document.questions.find((each) => each.id === question.id);
    if (!document || facts.length === 0 || state.screen.kind !== "question") return rest();
    if (question.input === "text") return { text: String(applicant[facts[0] as string]) };
    const options = optionsOf(policy, document).filter((option) => question.facts.includes(option.fact));
    if (question.input === "one") {
      const position = options.findIndex((option) => option.value === applicant[option.fact]);
      return pick(2) === 0 ? { text: options[position]?.label as string } : { text: String(position + 1) };
    }
    if (question.input === "many") {
      if (facts.length < question.facts.length) return rest();
      const held = options.flatMap((option, index) => {
        const value = applicant[option.fact];
        return value === option.value || (Array.isArray(value) && value.includes(option.value)) ? [index] : [];
      });
      if (held.length === 0) return { text: "都没有" };
      if (held.length === options.length) return { text: "都有" };
      const missing = options.map((_, index) => index).filter((index) => !held.includes(index));
      const list = (indexes: number[]): string => indexes.map((index) => index + 1).join("、");
      return { text: pick(2) === 0 ? `只有${list(held)}` : `除了${list(missing)}都有` };
    }
    const said = facts.map(
      (fact) => `${factDocument(policy, fact).label}${spellValue(policy, fact, applicant[fact], pick)}`,
    );
    return { text: said.join("，") };
  };
}
