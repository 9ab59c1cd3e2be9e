import type { ActedResource } from "@shifan/contract";
import type { Actor } from "@shifan/rules";
import type { ProcedureServices } from "../../acts/services.ts";
import type { RecordInquiry } from "../inquiry.ts";
import { inquireOfApplication } from "./applications.ts";
import {
  inquireOfComplaint,
  inquireOfExpert,
  inquireOfNotice,
  inquireOfObjection,
  inquireOfOrganization,
  inquireOfReview,
  inquireOfRound,
} from "./selection.ts";
import {
  inquireOfCertification,
  inquireOfDelivery,
  inquireOfInspection,
  inquireOfInterpretation,
  inquireOfObligation,
  inquireOfOrganizationChange,
  inquireOfPackage,
  inquireOfReport,
  inquireOfSanction,
  inquireOfSpotCheckDraw,
} from "./supervision.ts";

type Inquire = (services: ProcedureServices, id: string, actor: Actor) => Promise<RecordInquiry | null>;

/** How a record of each kind is asked. */
export const recordSources: Readonly<Record<ActedResource, Inquire>> = {
  rounds: inquireOfRound,
  applications: inquireOfApplication,
  organizations: inquireOfOrganization,
  reviews: inquireOfReview,
  experts: inquireOfExpert,
  notices: inquireOfNotice,
  objections: inquireOfObjection,
  complaints: inquireOfComplaint,
  certifications: inquireOfCertification,
  inspections: inquireOfInspection,
  "spot-check-draws": inquireOfSpotCheckDraw,
  sanctions: inquireOfSanction,
  interpretations: inquireOfInterpretation,
  "organization-changes": inquireOfOrganizationChange,
  reports: inquireOfReport,
  packages: inquireOfPackage,
  obligations: inquireOfObligation,
  deliveries: inquireOfDelivery,
};
