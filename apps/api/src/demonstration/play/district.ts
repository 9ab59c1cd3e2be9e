import type { DemonstrationCase } from "../cast.ts";
import { createRandom } from "../random.ts";
import { type Kept, look, step } from "./record.ts";
import type { Stage } from "./stage.ts";

type Verdicts = { materials: { id: string; verdict: string | null; status: string }[] };
type Survey = { sampled: { place: number; state: string }[]; assessment: unknown };

/** The district looks at every paper and takes the case up. */
export async function acceptCase(stage: Stage, path: string, { organization }: DemonstrationCase): Promise<void> {
  const officer = await stage.officerOf(organization.district);
  const { body } = await officer.read<Verdicts>(`${path}/findings`);
  let application = await look<unknown>(officer, path);
  for (const { id, verdict, status } of body.materials) {
    if (verdict !== null || status === "not_applicable" || status === "missing") continue;
    application = await step(officer, application, "judge-material", { material: id, verdict: "accepted" });
  }
  await step(officer, application, "accept");
}

/** The district asks the drawn firms, assesses and ends the survey. @param until how many answers; the survey is ended only with all of them */
export async function surveyCase(
  stage: Stage,
  path: string,
  { organization, strength }: DemonstrationCase,
  { day, until }: { day: string; until: number },
): Promise<void> {
  const officer = await stage.officerOf(organization.district);
  const random = createRandom(`survey ${organization.uscc}`);
  const drawn = await officer.ask(`${path}/survey`);
  if ((drawn.body as Survey).sampled === undefined || (drawn.body as Survey).sampled.length === 0) {
    await officer.act(path, "draw-sample");
  }
  let survey: Kept<Survey> = { ...(await officer.read<Survey>(`${path}/survey`)), path };
  for (const { place, state } of survey.body.sampled) {
    const answer = {
      place,
      interviewee: random.pick(["赵经理", "钱主任", "孙会计", "周厂长"]),
      position: random.pick(["经理", "主任", "财务负责人"]),
      phone: `1371${String(1_000_000 + place * 3_571 + organization.index)}`,
      rating: random.between(0, 100) < strength ? "very_satisfied" : "basically_satisfied",
      method: random.pick(["telephone", "visit"]),
      answeredOn: day,
    };
    if (state === "drawn" && place <= until) survey = await step(officer, survey, "record-answer", answer);
  }
  if (until < survey.body.sampled.length) return;
  if (survey.body.assessment === null) {
    survey = await step(officer, survey, "assess-operation", {
      operation: "场地固定，人员稳定，制度上墙，收费公示，服务记录可以查到。",
      performance: "抽查的企业都接受过服务，协议、记录和回访齐全。",
      influence: "对本区小微企业的数字化和用工培训有带动作用。",
      methods: ["telephone", "visit"],
      finding: ["第六条", "第七条", "第八条"].map((article) => ({ article, met: "yes", text: "经核对，符合。" })),
      satisfactionExplanation: "",
    });
  }
  await step(officer, survey, "complete-survey");
}

/** The district recommends a case in its letter of the round. */
export async function recommendCase(
  stage: Stage,
  path: string,
  { organization, strength }: DemonstrationCase,
  { year, day }: { year: number; day: string },
): Promise<void> {
  const officer = await stage.officerOf(organization.district);
  await officer.act(path, "recommend", {
    documentNumber: `示工信〔${year}〕${organization.district.slice(-2)}号`,
    issuedOn: day,
    // A rank is a place in the district's letter; the index keeps them apart.
    rank: organization.index + 1,
    opinion: strength > 60 ? "服务成效突出，同意推荐。" : "符合条件，同意推荐。",
    reasons: "核对中的提示已当面核实，不影响推荐。",
  });
}
