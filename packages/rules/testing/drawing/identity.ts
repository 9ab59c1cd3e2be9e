import fc from "fast-check";
import { formatDate } from "../../src/facts/calendar.ts";
import { type Applicant, stated } from "./applicant.ts";
import { dayAround, mostly, mostlyTrue, usccOf } from "./values.ts";

const authorities: Readonly<Record<string, string>> = {
  "9": "enterprise",
  "1": "public_institution",
  "5": "social_org",
};
const listedKinds = [
  "sme_service_org",
  "social_intermediary",
  "technical_service_org",
  "research_institute",
  "internet_enterprise",
];
const phrases = ["有", "郑州示例服务有限公司", "面向制造业企业，2025年办了三场对接会"];

/** Who the body is and who leads it. */
export const identity: fc.Arbitrary<Applicant> = fc
  .record({
    head: mostly(["91"], ["12", "51", "52", "93", "31"]),
    body: fc.integer({ min: 0, max: 99_999_999 }),
    kind: mostly(listedKinds, ["other"]),
    phrase: fc.constantFrom(...phrases),
    district: fc.constantFrom("410105", "410102", "410171", "zhengdong"),
    legalPerson: mostlyTrue,
    registered: mostlyTrue,
    leader: mostlyTrue,
    experienced: fc.boolean(),
    type: fc.constantFrom("comprehensive", "specialized"),
  })
  .map((drawn) => ({
    platform_name: drawn.phrase,
    uscc: usccOf(drawn.head, drawn.body),
    registration_authority: authorities[drawn.head.charAt(0)] ?? "other",
    org_type: drawn.kind,
    is_independent_legal_person: drawn.legalPerson,
    registered_in_zhengzhou: drawn.registered,
    registered_address: "郑州市金水区示例路1号",
    recommending_district: drawn.district,
    leader_name: "张三",
    leader_honest_lawful: drawn.leader,
    leader_experienced: drawn.experienced,
    platform_type: drawn.type,
    has_growth_outlook: drawn.phrase,
    reputation_evidence: drawn.phrase,
    distinctive_features: drawn.phrase,
  }));

/** Registration, start of operation and a move into the city. The last two may be left out as statements. */
export function beginnings(submission: number): fc.Arbitrary<Applicant> {
  return fc
    .record({
      established: fc.oneof(dayAround(submission, [-2], 3_000), fc.constantFrom(submission, submission - 4_000)),
      operation: fc.option(fc.integer({ min: 0, max: 400 }), { nil: undefined, freq: 2 }),
      moved: fc.option(dayAround(submission, [-2], 1_500), { nil: undefined, freq: 2 }),
    })
    .map(({ established, operation, moved }) =>
      stated({
        established_date: formatDate(established),
        operation_start_date: operation === undefined ? undefined : formatDate(established + operation),
        moved_into_zhengzhou_date: moved === undefined ? undefined : formatDate(moved),
      }),
    );
}

/** Earlier titles: never certified, or certified and any of the three events dated; an undated one has not happened. */
export function history(submission: number): fc.Arbitrary<Applicant> {
  const event = (years: readonly number[], latest: number): fc.Arbitrary<string | undefined> =>
    fc.option(
      dayAround(submission, years, 2_000).map((day) => formatDate(Math.min(day, latest))),
      { nil: undefined, freq: 2 },
    );
  return fc
    .record({
      never: fc.boolean(),
      validTo: event([-1, 0, 1, 2], submission + 1_500),
      cancelled: event([-1, -3], submission),
      revoked: event([-3, -2, -4], submission),
    })
    .map(({ never, validTo, cancelled, revoked }) =>
      never
        ? { never_certified: true }
        : stated({
            never_certified: false,
            current_cert_valid_to: validTo,
            cancelled_on: cancelled,
            revoked_on: revoked,
          }),
    );
}
