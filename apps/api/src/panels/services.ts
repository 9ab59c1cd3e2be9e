import type { SurveyServices } from "../surveys/services.ts";

/** A panel is drawn with what a sample is drawn with. */
export type PanelServices = SurveyServices;
