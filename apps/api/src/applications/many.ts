import type { ActOnMany, ActResult } from "@shifan/contract";
import type { On, Person } from "../acts/begin.ts";
import { describeResult } from "../acts/describe-result.ts";
import type { ActOutcome } from "../acts/outcome.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { certifyApplications } from "../certifications/certify.ts";
import { decideWithReasons, proposeApplication, receiveApplication } from "./city-acts.ts";

/**
 * The same act on many cases, each with an entry of its own in the trail: one that is refused does not stop the others. Sent a second time, the cases
 * that were done the first time have moved on and say so.
 *
 * @returns one result a case, in the order of the request
 */
export async function actOnMany(services: ProcedureServices, actor: Person, request: ActOnMany): Promise<ActResult[]> {
  if (request.act === "certify") {
    const { applications, documentNumber, certifiedOn, validTo } = request;
    const body = { documentNumber, certifiedOn, validTo };
    const outcomes = await certifyApplications(services, actor, applications, body);
    return applications.map(({ id }, at) => describeResult(id, outcomes[at] ?? { kind: "unknown" }));
  }
  const results: ActResult[] = [];
  for (const { on, run } of eachOf(services, actor, request)) results.push(describeResult(on.id, await run(on)));
  return results;
}

type Each = { on: On; run: (on: On) => Promise<ActOutcome<unknown>> };

function eachOf(services: ProcedureServices, actor: Person, request: Exclude<ActOnMany, { act: "certify" }>): Each[] {
  const onEach = ({ id, revision }: { id: string; revision: number }): On => ({ actor, id, revision });
  switch (request.act) {
    case "receive":
      return request.applications.map((each) => ({
        on: onEach(each),
        run: (on) => receiveApplication(services, on, each.reason),
      }));
    case "propose":
      return request.applications.map((each) => ({
        on: onEach(each),
        run: (on) => proposeApplication(services, on),
      }));
    case "not-propose":
      return request.applications.map((each) => ({
        on: onEach(each),
        run: (on) => decideWithReasons(services, on, "not-propose", each.reason),
      }));
  }
}
