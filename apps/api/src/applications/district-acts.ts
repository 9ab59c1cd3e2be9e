import type { JudgeMaterial, ReturnApplication } from "@shifan/contract";
import {
  type ApplicationRow,
  appendEntry,
  type Database,
  lockApplicationMaterial,
  stateOfApplicationMaterial,
  writeApplicationMaterial,
} from "@shifan/db";
import { formatDate, lifecycleFigure, type Policy, parseDate, spellDate } from "@shifan/rules";
import type { On } from "../acts/begin.ts";
import type { ActOutcome, InputErrors } from "../acts/outcome.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { checkDistrict } from "../organizations/input.ts";
import { actOnApplication } from "./act.ts";
import { checkCase } from "./check-case.ts";
import type { ContextAdditions, KeptReturn } from "./context.ts";
import { receiptByRound } from "./hand-in.ts";
import { filesByMaterial } from "./materials.ts";
import { keepDossier } from "./returned-form.ts";
import { relationOfApplication } from "./subject.ts";

/** Returns an application with its defects and a last day: for correction, or for a new handing in. */
export function returnApplication(
  services: ProcedureServices,
  on: On,
  { kind, until, defects }: ReturnApplication,
): Promise<ActOutcome<ApplicationRow>> {
  const today = services.clock.today();
  return actOnApplication(services, on, {
    act: "return",
    check: (policy) => checkReturn(policy, today, { until, defects }),
    changes: async (transaction, application, { policy }) => {
      const returned: KeptReturn = {
        kind,
        until,
        on: today,
        resubmittedOn: null,
        defects: defects.map(({ material, field, text }) => ({ material, field, text })),
      };
      return { returned, returnedForm: await keepDossier(transaction, services.personalKeys, policy, application) };
    },
  });
}

/** A last day that leaves time to mend, and papers that the policy knows. */
function checkReturn(
  policy: Policy,
  today: string,
  { until, defects }: Pick<ReturnApplication, "until" | "defects">,
): InputErrors {
  const least = lifecycleFigure(policy.document, "return_days_least");
  const earliest = formatDate((parseDate(today) ?? 0) + least);
  const isTooEarly = parseDate(until) === undefined || until < earliest;
  const message = `至少留${least}天，不早于${spellDate(earliest)}`;
  return [
    ...(isTooEarly ? [{ path: "/until", code: "too_early", message }] : []),
    ...defects.flatMap(({ material }, at) => checkMaterial(policy, material, `/defects/${at}/material`)),
  ];
}

function checkMaterial(policy: Policy, material: string | null, path: string): InputErrors {
  if (material === null || policy.document.materials.some(({ id }) => id === material)) return [];
  return [{ path, code: "not_allowed", message: "没有这一项材料，应为 M01 到 M14" }];
}

/** What accepting brings to the decision. @param byRound the day of receipt that the round makes of click and paper */
export async function acceptAdditions(
  services: ProcedureServices,
  database: Database,
  application: ApplicationRow,
  policy: Policy,
  byRound?: string,
): Promise<ContextAdditions> {
  const receivedOn = byRound ?? application.receivedOn ?? services.clock.today();
  return { checked: await checkCase(services, database, application, policy, receivedOn), receivedOn };
}

/** Accepts an application: the district takes it up. */
export async function acceptApplication(
  services: ProcedureServices,
  on: On,
  paperOn: string | undefined,
): Promise<ActOutcome<ApplicationRow>> {
  const today = services.clock.today();
  const byRound = await receiptByRound(services, on.id, paperOn);
  return actOnApplication(services, on, {
    act: "accept",
    check: () =>
      paperOn !== undefined && (parseDate(paperOn) === undefined || paperOn > today)
        ? [{ path: "/receivedOn", code: "no_such_day", message: "收到日期应为今天或以前的一天" }]
        : [],
    adds: (transaction, application, policy) => acceptAdditions(services, transaction, application, policy, byRound),
    changes: () => (byRound === undefined ? {} : { receivedOn: byRound }),
  });
}

/** Hands a case to another district with a reason; the day of receipt stays, and the former district sees it no more. */
export function transferApplication(
  services: ProcedureServices,
  on: On,
  { district, reason }: { district: string; reason: string },
): Promise<ActOutcome<ApplicationRow>> {
  return actOnApplication(services, on, {
    act: "transfer",
    ground: reason,
    check: (policy) => checkDistrict(policy, district),
    changes: () => ({ district }),
  });
}

/** Decides not to recommend, with reasons that the applicant gets to see. */
export function notRecommend(services: ProcedureServices, on: On, reason: string): Promise<ActOutcome<ApplicationRow>> {
  return actOnApplication(services, on, {
    act: "not-recommend",
    ground: reason,
    adds: async () => ({ hasReasons: reason.trim() !== "" }),
    changes: () => ({ reason }),
  });
}

/** The officer's verdict on one paper. */
export function judgeMaterial(
  services: ProcedureServices,
  on: On,
  { material, verdict, reason = "" }: JudgeMaterial,
): Promise<ActOutcome<ApplicationRow>> {
  return actOnApplication(services, on, {
    act: "judge-material",
    check: (policy) => [
      ...checkMaterial(policy, material, "/material"),
      ...(verdict === "defective" && reason === ""
        ? [{ path: "/reason", code: "required", message: "有问题的材料要写明是什么问题" }]
        : []),
    ],
    ground: reason === "" ? null : reason,
    changes: async (transaction, application, { grant, at }) => {
      const present = await lockApplicationMaterial(transaction, application.id, material);
      const files = (await filesByMaterial(transaction, application.id)).get(material) ?? [];
      const row = await writeApplicationMaterial(transaction, {
        applicationId: application.id,
        material,
        isOnPaper: present?.isOnPaper ?? false,
        verdict,
        verdictReason: reason === "" ? null : reason,
        judgedBy: on.actor.userId,
        judgedAt: at,
      });
      await appendEntry(transaction, {
        at,
        actor: { userId: on.actor.userId, role: grant.role, district: grant.district, onBehalfOf: grant.onBehalfOf },
        resource: "application_materials",
        recordId: `${application.id}/${material}`,
        act: "judge-material",
        outcome: "accepted",
        article: null,
        ground: null,
        fields: ["verdict", "verdictReason"],
        relation: relationOfApplication(application),
        state: stateOfApplicationMaterial(row, files),
        before: present && stateOfApplicationMaterial(present, files),
        revision: row.revision,
      });
      return {};
    },
  });
}
