import { keepRecipient } from "@shifan/db";
import { suite } from "@shifan/db/testing";
import { zhengzhouPolicy } from "@shifan/rules/testing";
import { beforeAll, expect, it } from "vitest";
import { createSettableClock, createTestApp, morning, type TestApp } from "../../../testing/app.ts";
import { beginTestChat, turnOf } from "../../../testing/chat.ts";
import { createTeller } from "../../../testing/reminders.ts";
import { addShippedHolidayYears } from "../../holidays/shipped-years.ts";

const strong = {
  ...zhengzhouPolicy.document.cases.bases.B1,
  application_round_year: 2026,
  submission_date: "2026-06-20",
  individual_businesses_in_served: 0,
  claimed_functions: ["info", "tech", "startup"],
};

/** What those are told who asked for it after a self-check. */
export const prospectSourcesSuite = suite("reminders after a self-check", (open) => {
  const clock = createSettableClock(morning);
  let app: TestApp;
  let teller: ReturnType<typeof createTeller>;

  /** A self-check with all answers of a strong applicant but some; `asks` to be reminded. */
  const check = async (other: object, asks = true) => {
    const chat = await beginTestChat(app);
    let turn = turnOf(await chat.send({ facts: { ...strong, ...other } }));
    // What is asked beyond that is left out.
    while (turn.question !== null) {
      turn = turnOf(await chat.send({ facts: Object.fromEntries(turn.question.facts.map((fact) => [fact, null])) }));
    }
    if (asks) await keepRecipient(app.database, { sessionId: chat.id }, clock.now());
    return chat;
  };

  beforeAll(async () => {
    app = await createTestApp({ opened: open(), clock, demo: true });
    await addShippedHolidayYears({ database: app.database, clock });
    teller = createTeller(app, clock, ["eligible_on", "year_end_gap"]);
  });

  it("come on the day that time alone brings, to whoever asked, unless the answers have changed", async () => {
    const begunOn = (day: string) => ({
      established_date: day,
      operation_start_date: day,
      moved_into_zhengzhou_date: day,
    });
    const young = begunOn("2024-08-04");
    await check(young);
    await check(young, false);
    const changed = await check(young);
    expect(await teller.pass("2026-08-03T09:00")).toEqual([]);
    turnOf(await changed.send({ facts: begunOn("2024-10-09") }));
    const told = await teller.pass("2026-08-04T09:00");
    expect(told).toEqual([
      {
        to: "prospect",
        subject: "eligible_on",
        text: "【您等的时间条件满足了】在郑州市注册并运营2年以上，8月4日起满足（第六条（一））。\n请再核对一遍其他条件，年度数字可能已经变了。",
        paths: ["/self-check"],
      },
    ]);
    expect(await teller.pass("2026-08-05T09:00")).toEqual([]);
  });

  it("say before the end of the year what of its figures is still missing, to whoever asked", async () => {
    const short = { smes_served_prev_year: 52, smes_served_year_before: 40, satisfied_count: 50, unsatisfied_count: 2 };
    await check(short);
    const mended = await check(short);
    // The ninetieth day before the end of the year lies in a week off: told on the last day of work before it.
    const gapsAt = async (moment: string) =>
      (await teller.pass(moment)).filter(({ subject }) => subject === "year_end_gap").map((each) => each.text);
    const told = await gapsAt("2026-09-30T09:00");
    const text =
      "【离年底还有92天（62个工作日），还差这些】2026年服务满60家不同的中小企业，协议和评价逐家留存（第六条（三））。\n这些数按自然年计算，12月31日以后不能再补（第六条）。";
    expect(told).toEqual([text, text]);
    turnOf(await mended.send({ facts: { smes_served_prev_year: 70, satisfied_count: 68 } }));
    expect(await gapsAt("2026-10-30T09:00")).toHaveLength(1);
    expect(teller.untold()).toEqual([]);
  });
});
