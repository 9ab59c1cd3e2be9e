import type { ProcedureServices } from "../acts/services.ts";

export type SurveyServices = ProcedureServices & {
  /** Bytes that nobody can foresee: the seed of a draw. */
  randomBytes(length: number): Uint8Array;
};
