/** The round an assessment aims at. `submissionDeadline` is a day, through 24:00 in Asia/Shanghai. */
export interface Round {
  readonly year: number;
  readonly submissionDeadline: string;
}

/** What an evaluation is held against beside the facts. */
export interface EvaluationContext {
  /** YYYY-MM-DD, Asia/Shanghai: the day judged by, unless the facts name a submission date. */
  readonly asOf: string;
  /** The announced round, or null while none is. */
  readonly round?: Round | null;
}
