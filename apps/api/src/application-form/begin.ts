import type { Context } from "hono";
import { requireActor } from "../acts/begin.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { problem } from "../http/problem.ts";
import type { RequestVariables } from "../http/router.ts";
import { tagOf } from "./answer.ts";
import type { EditOn } from "./edit.ts";
import { findReadableForm } from "./read.ts";

/** What every reading begins with: a caller with an account, and a form that they may see. */
export async function beginReading(services: ProcedureServices, context: Context<RequestVariables>) {
  const caller = await requireActor(context, services.clock);
  if ("refusal" in caller) return { refusal: caller.refusal } as const;
  const form = await findReadableForm(services, caller.actor, context.req.param("id") ?? "");
  return form === null ? ({ refusal: problem(context, "unknown_record") } as const) : ({ form } as const);
}

/** What every change begins with: a caller with an account, and the state of the part that they have seen. */
export async function beginEditing({ clock }: ProcedureServices, context: Context<RequestVariables>) {
  const caller = await requireActor(context, clock);
  if ("refusal" in caller) return { refusal: caller.refusal } as const;
  const tag = tagOf(context.req.header("if-match"));
  if (tag === null) return { refusal: problem(context, "if_match_required") } as const;
  const on: EditOn = { actor: caller.actor, id: context.req.param("id") ?? "", tag };
  return { on } as const;
}
