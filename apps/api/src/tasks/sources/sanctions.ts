import type { TaskKind } from "@shifan/contract";
import { listOpenSanctions, sanctionsWithin } from "@shifan/db";
import type { ActOf, SanctionState } from "@shifan/rules";
import { articleFor, type Found, spellDay, type TaskSource, workOn } from "../source.ts";

type Step = { kind: TaskKind; act: ActOf<"sanctions">; say: (count: number) => string };

/** What a 取消 or 撤销 waits for in a state. */
const steps: Readonly<Partial<Record<SanctionState, Step>>> = {
  proposed: { kind: "sanctions_to_notify", act: "notify", say: (n) => `拟取消或撤销、待告知单位${n}件` },
  notified: { kind: "sanctions_to_hear", act: "hear", say: (n) => `已告知、待听取陈述申辩${n}件` },
  heard: { kind: "sanctions_to_decide", act: "decide", say: (n) => `陈述申辩已听取、待作出决定${n}件` },
  decided: { kind: "sanctions_to_confirm", act: "confirm", say: (n) => `取消或撤销的决定待第二人确认${n}件` },
  reinstatement_decided: {
    kind: "sanctions_to_confirm",
    act: "confirm",
    say: (n) => `撤回决定待第二人确认${n}件`,
  },
  effective: { kind: "sanctions_to_serve", act: "serve", say: (n) => `取消或撤销已生效、待送达${n}件` },
  served: { kind: "sanctions_to_publish", act: "publish", say: (n) => `取消或撤销已送达、待公布${n}件` },
  published: { kind: "sanctions_to_serve", act: "serve", say: (n) => `取消或撤销已公布、还没有送达${n}件` },
};

/** What is said where the first step was the reader's own. */
export const ownFirstStep = "是您本人办的第一步，须由另一人确认";

/** Cancellations and revocations that are under way, each by what it waits for; a decision waits for another than who made it. */
export const openSanctions: TaskSource = async (context) => {
  const reach = context.reach("sanctions", "confirm");
  if (reach === null) return [];
  const { services, userId, today } = context;
  const within = sanctionsWithin(reach);
  const open = await listOpenSanctions(services.database, { within, userId });
  return open.flatMap((waiting): Found[] => {
    const step = steps[waiting.state];
    if (step === undefined) return [];
    const { count, firstOn, isOwn } = waiting;
    const isHearing = waiting.state === "notified" && firstOn !== null;
    const until = !isHearing
      ? ""
      : firstOn < today
        ? `，陈述申辩期${spellDay(firstOn, today)}已满`
        : `，陈述申辩期到${spellDay(firstOn, today)}`;
    return [
      {
        kind: step.kind,
        text: `${step.say(count)}${until}${isOwn ? `，${ownFirstStep}` : ""}`,
        article: articleFor(context, "sanctions", step.act),
        count,
        dueOn: null,
        work: workOn("sanctions", waiting, { state: waiting.state }),
        mayAct: !isOwn,
      },
    ];
  });
};
