import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { sampleInstant } from "../../testing/samples.ts";
import { suite } from "../../testing/suite.ts";
import { expertAppointments, experts, reopenedReviews, reviews } from "../schema/index.ts";
import { insertApplication } from "./applications.ts";
import { insertExpert } from "./experts.ts";
import { insertOrganization } from "./organizations.ts";
import { writePanel } from "./panels.ts";
import { insertReview } from "./reviews.ts";
import { insertRound } from "./rounds.ts";

const applicationId = "reviewed";
const at = sampleInstant;
const scores = { items: {}, directions: {}, opinion: "同意" };

/** What a constraint refuses, by its name. */
const refuses = (constraint: string) => ({
  cause: expect.objectContaining({ message: expect.stringContaining(constraint) }),
});

/** What no panel and no review may be, however it is written. */
export const reviewConstraintsSuite = suite("panels and reviews", (open) => {
  beforeAll(async () => {
    const { database } = open();
    await insertRound(database, {
      id: "r",
      policyId: "p",
      year: 2026,
      at,
      submissionDeadline: null,
      recommendationDeadline: null,
      submissionEvent: "online",
      copies: 1,
      binding: "",
      counterAddress: "",
      noticeTitle: "",
      noticeText: "",
      quota: null,
    });
    const organization = { id: "o", uscc: "91410100MA9K12344B", district: "410105", name: "甲", nameSource: "执照" };
    await insertOrganization(database, { ...organization, fromOn: "2020-01-01", at });
    await insertApplication(database, {
      id: applicationId,
      roundId: "r",
      organizationId: "o",
      district: "410105",
      origin: "online",
      isHandedIn: true,
      receivedOn: "2026-06-10",
      enteredBy: "u",
      enteredOn: "2026-06-10",
      at,
      organizationName: "甲",
      uscc: organization.uscc,
    });
    const expert = { name: "乙", employer: "丙", position: "", fields: [], state: "active" as const, at };
    for (const id of ["e1", "e2"]) await insertExpert(database, { id, userId: `user ${id}`, ...expert });
    await writePanel(database, applicationId, "2026-06-20");
    await insertReview(database, { id: "v", applicationId, expertId: "e1", userId: "user e1", state: "assigned", at });
  });

  it.each([
    ["experts_user_id", { userId: "user e1" }],
    ["experts_name", { name: " " }],
    ["experts_name", { employer: "" }],
    ["experts_state", { state: "gone" as never }],
  ])("refuse an expert by %s: %j", async (constraint, wrong) => {
    const expert = { id: "e3", userId: "u3", name: "丁", employer: "戊", position: "", fields: [], createdAt: at };
    const row = { ...expert, state: "active" as const, revision: 1, ...wrong };
    await expect(open().database.insert(experts).values(row)).rejects.toMatchObject(refuses(constraint));
  });

  it.each([
    ["expert_panels_discussion_has_day", "update expert_panels set discussion = '已合议'"],
    ["expert_panels_discussion_has_day", "update expert_panels set discussed_on = '2026-06-12'"],
    ["expert_panels_discussion_has_day", "update expert_panels set discussion = ' ', discussed_on = '2026-06-12'"],
    ["reviews_state", "update reviews set state = 'lost'"],
    ["reviews_papers_after_declaration", "update reviews set state = 'scoring'"],
    ["reviews_locked_is_whole", "update reviews set total = 80"],
    [
      "reviews_locked_is_whole",
      "update reviews set state = 'submitted', declared_at = '2026-06-10', total = 80, scores = '{}'",
    ],
    [
      "reviews_locked_has_scores",
      "update reviews set state = 'submitted', declared_at = '2026-06-10', total = 80, submitted_at = '2026-06-10'",
    ],
    ["reviews_recusal_has_reason", "update reviews set state = 'recused', recused_reason = ' '"],
  ])("refuse %s: %s", async (constraint, statement) => {
    await expect(open().database.execute(sql.raw(statement))).rejects.toMatchObject(refuses(constraint));
  });

  it.each([
    ["expert_appointments_method", { method: "lot" as never }],
    ["expert_appointments_draw_has_seed", { method: "draw" as const, commitment: "c", seed: null }],
    ["expert_appointments_choice_has_reasons", { reasons: " " }],
  ])("refuse an appointment by %s: %j", async (constraint, wrong) => {
    const appointment = {
      applicationId,
      n: 1,
      method: "choice" as const,
      reasons: "相符",
      commitment: null,
      seed: null,
    };
    const row = { ...appointment, population: [], excluded: [], appointed: ["e1"], at, by: "c", ...wrong };
    await expect(open().database.insert(expertAppointments).values(row)).rejects.toMatchObject(refuses(constraint));
  });

  it("refuse a second review of one expert, and one of a case without a panel", async () => {
    const { database } = open();
    const review = { id: "w", applicationId, expertId: "e1", userId: "user e1", state: "assigned" as const, at };
    await expect(insertReview(database, review)).rejects.toMatchObject(refuses("reviews_one_an_expert"));
    const stray = { ...review, applicationId: "nothing", expertId: "e2" };
    await expect(insertReview(database, stray)).rejects.toMatchObject(refuses("reviews_application_id"));
    const row = { ...review, expertId: "e2", createdAt: at, revision: 1, total: -1 };
    const locked = { ...row, state: "submitted" as const, declaredAt: at, submittedAt: at, scores };
    await expect(database.insert(reviews).values(locked)).rejects.toMatchObject(refuses("reviews_total"));
  });

  it.each([
    ["reopened_reviews_has_reason", { reason: "" }],
    ["reopened_reviews_after_locking", { submittedAt: new Date(at.getTime() + 1_000) }],
    ["reopened_reviews_review", { reviewId: "nothing" }],
  ])("refuse a sheet opened again by %s", async (constraint, wrong) => {
    const reopened = { reviewId: "v", n: 1, scores, total: 80, submittedAt: at, reopenedAt: at, reopenedBy: "c" };
    const row = { ...reopened, reason: "看错了", ...wrong };
    await expect(open().database.insert(reopenedReviews).values(row)).rejects.toMatchObject(refuses(constraint));
  });
});
