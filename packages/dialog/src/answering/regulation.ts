import { tellByArticle } from "../presenting/article-answer.ts";
import { questionDocument } from "../presenting/question.ts";
import { presentScreen } from "../presenting/screen.ts";
import { factDocument } from "../presenting/values.ts";
import { asksSomething } from "../reading/asking.ts";
import { normalise } from "../reading/normalise.ts";
import type { DialogContext, DialogState } from "../state.ts";
import { type Reply, say } from "./reply.ts";

/** Answers with an article, or says that none was found; nothing of the self-check changes, and it goes on where it stood. */
function tell(text: string, state: DialogState, context: DialogContext): Reply {
  const { kind } = state.screen;
  if (kind !== "welcome" && kind !== "result") return say(state, text);
  return { state, notes: [], view: { text, choices: presentScreen(state, context).choices, files: [] } };
}

/** Where nothing is asked, or what is asked cannot be answered so: a filing number has digits. */
function takesNoAnswer(text: string, { screen }: DialogState, context: DialogContext): boolean {
  if (screen.kind === "welcome" || screen.kind === "result") return true;
  if (screen.kind !== "question" || questionDocument(context, screen.id).input !== "text") return false;
  const [fact = ""] = screen.facts;
  return factDocument(context.policy, fact).format === "icp_number" && !/\d/.test(normalise(text));
}

/**
 * Answers a question about the law that somebody types in place of an answer. What `read` understands as an answer is one,
 * with a question mark or without; a figure in a question that no article answers may be a guess at one, and is asked again.
 */
export function answerOrTell(text: string, state: DialogState, context: DialogContext, read: () => Reply): Reply {
  if (!asksSomething(text)) return read();
  const free = takesNoAnswer(text, state, context);
  const reply = free ? null : read();
  if (reply !== null && reply.state !== state) return reply;
  const told = tellByArticle(context.policy.document, text);
  const mayBeFigure = /[\d一二三四五六七八九十百千万亿两]/u.test(normalise(text));
  if (reply !== null && told.answer === null && mayBeFigure) return reply;
  return tell(told.text, state, context);
}
