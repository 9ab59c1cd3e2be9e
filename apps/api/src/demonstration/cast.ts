import { checkUscc } from "@shifan/rules";
import { createRandom } from "./random.ts";

/** What becomes of a case in its round: how far it goes, or how it ends. */
export type CaseGoal =
  | "draft"
  | "submitted"
  | "returned"
  | "accepted"
  | "surveyed"
  | "recommended"
  | "not_recommended"
  | "withdrawn"
  | "lapsed"
  | "received"
  | "scoring"
  | "scoring_overdue"
  | "reviewed"
  | "not_selected"
  | "certified"
  | "objection_pending"
  | "objection_dismissed"
  | "objection_upheld";

/** An organization of the demonstration. */
export type Organization = {
  readonly index: number;
  readonly uscc: string;
  readonly name: string;
  /** The words of the register for what it is. */
  readonly nature: string;
  readonly orgType: string;
  readonly district: string;
  readonly registeredOn: string;
  readonly legalRepresentative: string;
  readonly contact: string;
  /** The account that acts for it. */
  readonly mailbox: string;
  readonly platformType: "comprehensive" | "specialized";
};

/** One case: whose, in which of the three rounds, and how it goes. */
export type DemonstrationCase = {
  readonly organization: Organization;
  readonly round: 0 | 1 | 2;
  readonly goal: CaseGoal;
  /** From 0 for the weakest to 100: how good its figures and its scores are. */
  readonly strength: number;
};

const places = ["中原", "嵩岳", "商都", "郑东", "金水", "汇智", "黄河", "豫创", "天健", "众诚", "启航", "中豫"];
const trades = [
  { words: "企业服务有限公司", orgType: "sme_service_org", nature: "有限责任公司", prefix: "91410100MA" },
  { words: "检测技术研究院有限公司", orgType: "technical_service_org", nature: "有限责任公司", prefix: "91410100MA" },
  { words: "创业孵化器有限公司", orgType: "sme_service_org", nature: "有限责任公司", prefix: "91410100MA" },
  { words: "信息科技股份有限公司", orgType: "internet_enterprise", nature: "股份有限公司", prefix: "91410100MA" },
  { words: "中小企业服务中心", orgType: "social_intermediary", nature: "民办非企业单位", prefix: "52410100MJ" },
] as const;
const families = ["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙"];
const given = ["伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "涛", "明", "超"];

/** How the cases of the three rounds go, in the order of their organizations. */
const goals: readonly (readonly [CaseGoal, number][])[] = [
  [
    ["certified", 12],
    ["not_selected", 3],
    ["not_recommended", 2],
    ["withdrawn", 1],
  ],
  [
    ["certified", 11],
    ["not_selected", 3],
    ["objection_dismissed", 1],
    ["objection_pending", 1],
    ["objection_upheld", 1],
    ["not_recommended", 2],
    ["lapsed", 1],
  ],
  [
    ["draft", 4],
    ["submitted", 4],
    ["returned", 2],
    ["accepted", 3],
    ["surveyed", 2],
    ["recommended", 3],
    ["received", 1],
    ["scoring", 2],
    ["scoring_overdue", 1],
    ["reviewed", 1],
    ["not_recommended", 1],
    ["withdrawn", 1],
  ],
];

/** Those of the fixed accounts: the applicant has a draft in the open round, the platform a title of the round before it. */
const fixedMailboxes: Readonly<Record<string, string>> = { "2 draft": "applicant", "1 certified": "platform" };

/** The districts that have a fixed account. */
export const fixedDistricts = ["410105", "410172"] as const;

/** What waits for a district in the open round: each of those with a fixed account has one of them. */
const waiting: ReadonlySet<CaseGoal> = new Set(["submitted", "returned", "accepted", "surveyed"]);

/**
 * Everybody's cases, the same for the same districts: some sixty organizations, each once. The first of a round's districts are those with a fixed
 * account, so that whoever signs in finds something to do.
 *
 * @param districts the policy's, by id
 */
export function castOf(districts: readonly string[]): readonly DemonstrationCase[] {
  const cases: DemonstrationCase[] = [];
  const given = new Set<string>();
  let turn = 0;
  for (const [round, wanted] of goals.entries()) {
    for (const [goal, count] of wanted) {
      for (let n = 0; n < count; n += 1) {
        const fixed = fixedMailboxes[`${round} ${goal}`];
        const isFixed = fixed !== undefined && !given.has(fixed);
        if (isFixed) given.add(fixed);
        const index = cases.length;
        // Of the rounds that are over every third lies with one of the two districts that have a fixed account.
        const share = index % 3 === 0 ? fixedDistricts[index % 2] : undefined;
        const own = waiting.has(goal) ? fixedDistricts[n] : share;
        const inTurn = own ?? districts[turn % districts.length];
        if (!isFixed && own === undefined) turn += 1;
        const organization = organizationOf(index, {
          district: isFixed ? "410105" : (inTurn as string),
          mailbox: isFixed ? fixed : `unit${String(index + 1).padStart(2, "0")}`,
        });
        // Who was left out was not among the best.
        const [least, most] = goal === "not_selected" ? [32, 46] : [60, 96];
        const strength = createRandom(`strength ${index}`).between(least, most);
        cases.push({ organization, round: round as 0 | 1 | 2, goal, strength });
      }
    }
  }
  return cases;
}

function organizationOf(index: number, { district, mailbox }: { district: string; mailbox: string }): Organization {
  const random = createRandom(`organization ${index}`);
  const trade = trades[index % trades.length] as (typeof trades)[number];
  const place = places[index % places.length] as string;
  // A pair of words belongs to one organization alone, and never twice the same word.
  const second = places[(index + 1 + Math.floor(index / places.length)) % places.length] as string;
  const person = () => random.pick(families) + random.pick(given);
  return {
    index,
    uscc: completeCode(`${trade.prefix}${String(900_001 + index * 37)}`),
    name: `郑州${place}${second}${trade.words}`,
    nature: trade.nature,
    orgType: trade.orgType,
    district,
    registeredOn: `20${random.between(12, 19)}-${String(random.between(1, 12)).padStart(2, "0")}-18`,
    legalRepresentative: person(),
    contact: person(),
    mailbox,
    platformType: index % 4 === 0 ? "specialized" : "comprehensive",
  };
}

const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** The first sixteen characters of a code with both of its check characters. */
function completeCode(body: string): string {
  for (const organisationCheck of alphabet) {
    for (const check of alphabet) {
      const code = body + organisationCheck + check;
      if (checkUscc(code).ok) return code;
    }
  }
  throw new RangeError(`no check characters complete ${body}`);
}
