import { buildWhatIsMissing } from "./build.ts";

/** Before the first journey: what is started must be there, and is made once and not by every test file for itself. */
export default buildWhatIsMissing;
