import type { DialogContext, DialogState } from "../state.ts";

/** A conversation in which nothing has been said, under the newest version in force. */
export function freshState(context: DialogContext): DialogState {
  const policy = context.newerPolicy ?? context.policy;
  return {
    policyId: policy.id,
    policyVersion: policy.version,
    answers: {},
    screen: { kind: "welcome" },
    visited: [],
    acknowledged: [],
    announced: [],
    declinedVersion: null,
  };
}
