import { findOrganizationName, findRound, type RoundRow } from "@shifan/db";
import type { MaterialResult, Policy } from "@shifan/rules";
import type { ProcedureServices } from "../acts/services.ts";
import { checkCase } from "../applications/check-case.ts";
import { filesByMaterial } from "../applications/materials.ts";
import { annexOfMaterial } from "../applications/sealed-scans.ts";
import { placesOfAnnex } from "../documents/annexes/pages-changed.ts";
import type { PrintedDocument } from "../documents/description/description.ts";
import { packetDocument } from "../documents/papers/packet.ts";
import type { FormToPrint } from "./print.ts";
import { programmeOf } from "./programme.ts";

/**
 * 打印装订包 of an application: the papers of 第九条 in the order of binding, each with how it is there, then the annexes to stamp and sign. The
 * short code is that of the form, so that a sealed annex from the packet is the same page as one printed alone.
 */
export async function describePacket(
  services: ProcedureServices & { demo: boolean },
  { application, policy, form, stamp }: FormToPrint,
): Promise<PrintedDocument> {
  const { database, clock, demo } = services;
  const madeOn = clock.today();
  const round = await findRound(database, application.roundId);
  const day = application.receivedOn ?? madeOn;
  const { assessment } = await checkCase(services, database, application, policy, day);
  const files = await filesByMaterial(database, application.id);
  const annexes = policy.document.materials.flatMap(({ id }) => annexOfMaterial(policy, id)?.id ?? []);
  return packetDocument(
    {
      programme: await programmeOf(database, application, policy),
      organization: await findOrganizationName(database, application.organizationId, madeOn),
      forms: policy.forms,
      data: form,
      annexes,
      papers: assessment.materials.map((material) => {
        const annex = annexOfMaterial(policy, material.id);
        return {
          number: material.id,
          title: material.title,
          article: material.article,
          places: annex === null ? stampedBy(policy, material.id) : placesOfAnnex(policy.forms, annex.id, form),
          state: annex === null ? stateOf(material, files.has(material.id)) : "在本包内",
        };
      }),
      instruction: instructionOf(round),
    },
    { stamp, demonstration: demo, madeOn },
  );
}

function stampedBy({ document }: Policy, material: string): readonly "seal"[] {
  return document.materials.find(({ id }) => id === material)?.stamped === true ? ["seal"] : [];
}

/** A paper that does not apply is left out of the binding, and is said to be. */
function stateOf({ status }: MaterialResult, isOnFile: boolean): string {
  if (isOnFile) return "已上传，另附";
  if (status === "not_applicable") return "不需要";
  return status === "missing" || status === "unknown" ? "待备" : "纸质，另附";
}

/** What the round asks of the papers. */
function instructionOf(round: RoundRow | null): string {
  if (round === null) return "";
  const { copies, binding, counterAddress } = round;
  const asked = [
    `一式${copies}份`,
    ...(binding === "" ? [] : [binding]),
    ...(counterAddress === "" ? [] : [`交到${counterAddress}`]),
  ];
  return `本轮要求：${asked.join("；")}。`;
}
