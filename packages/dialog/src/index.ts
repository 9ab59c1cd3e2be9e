export { continueDialog, type DialogResult, presentTurn, startDialog } from "./engine.ts";
export { type DialogInput, dialogInputSchema, maximumActionBytes, maximumTextLength } from "./input.ts";
export type { ListedAnswer } from "./presenting/answers.ts";
export { listAnswers } from "./presenting/answers.ts";
export { type ToldArticle, tellByArticle } from "./presenting/article-answer.ts";
export { figuresOf } from "./presenting/figures.ts";
export { gapsOfYear, type TimeCondition, timeConditionOf } from "./presenting/later.ts";
export {
  type ReportGroup,
  type ReportItem,
  reportOfAssessment,
  reportOfDialog,
  type SelfCheckReport,
} from "./presenting/report.ts";
export { showAnswer } from "./presenting/values.ts";
export { codeToLookUp, type RegisterFinding } from "./register.ts";
export type { DialogContext, DialogState } from "./state.ts";
export {
  type Choice,
  choiceSchema,
  type Message,
  messageSchema,
  type QuestionInput,
  type Turn,
  turnSchema,
} from "./turn.ts";
