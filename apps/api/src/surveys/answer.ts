import type { RecordAnswer } from "@shifan/contract";
import { type ApplicationRow, type PersonalKeys, sealMap, updateSampled } from "@shifan/db";
import { type Policy, readValue } from "@shifan/rules";
import type { On } from "../acts/begin.ts";
import type { ActOutcome, InputErrors } from "../acts/outcome.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { dayInShanghai } from "../clock.ts";
import { checkDay } from "../organizations/input.ts";
import { actOnSurvey } from "./act.ts";
import { answersOf } from "./served.ts";
import type { SurveyStanding } from "./standing.ts";

function readPhone(policy: Policy, phone: string): { phone: string } | { errors: InputErrors } {
  const field = answersOf(policy).columnsById.get("phone");
  if (field === undefined) throw new Error(`the policy ${policy.id} asks for no telephone number of who answered`);
  const reading = readValue(field, phone);
  if (reading.ok && typeof reading.value === "string") return { phone: reading.value };
  const refused = reading.ok ? { code: "required", message: "请写联系电话" } : reading;
  return { errors: [{ path: "/phone", code: refused.code, message: refused.message }] };
}

function checkAnswer(
  { place, phone, answeredOn }: RecordAnswer,
  { survey, sampled }: SurveyStanding,
  policy: Policy,
  today: string,
): InputErrors {
  const asked = sampled.find((each) => each.place === place);
  const day = checkDay(answeredOn, "/answeredOn", today);
  const read = readPhone(policy, phone);
  return [
    ...(asked === undefined ? [{ path: "/place", code: "not_drawn", message: "没有抽到这一家" }] : []),
    ...(asked?.state === "replaced"
      ? [{ path: "/place", code: "replaced", message: "这一家已经替换，请记录替换后抽到的企业" }]
      : []),
    ...("errors" in read ? read.errors : []),
    ...day,
    ...(day.length === 0 && survey !== null && answeredOn < dayInShanghai(survey.drawnAt)
      ? [{ path: "/answeredOn", code: "before_draw", message: "不能早于抽样那天" }]
      : []),
  ];
}

function sealAnswer(keys: PersonalKeys, policy: Policy, { interviewee, position, phone }: RecordAnswer) {
  const read = readPhone(policy, phone);
  if ("errors" in read) throw new Error("a telephone number was not checked before it was written");
  return sealMap(keys, { interviewee, position, phone: read.phone });
}

/** Records what an enterprise of the sample has answered, or corrects it while the survey is open; a correction is noted as one. */
export function recordAnswer(
  services: ProcedureServices,
  on: On,
  answer: RecordAnswer,
): Promise<ActOutcome<ApplicationRow>> {
  const { place, rating, method, answeredOn, remark } = answer;
  return actOnSurvey(services, on, {
    act: "record-answer",
    check: (standing, policy) => checkAnswer(answer, standing, policy, services.clock.today()),
    write: async (transaction, { id }, { policy, standing: { sampled } }) => {
      const isCorrection = sampled.some((each) => each.place === place && each.state === "answered");
      const changes = {
        state: "answered" as const,
        personal: sealAnswer(services.personalKeys, policy, answer),
        rating,
        method,
        answeredOn,
        remark,
        recordedBy: on.actor.userId,
      };
      await updateSampled(transaction, id, place, changes);
      const fields = Object.keys(changes).map((name) => `sampled.${place}.${name}`);
      return isCorrection ? { fields, ground: `改正第${place}家的答复` } : { fields };
    },
  });
}
