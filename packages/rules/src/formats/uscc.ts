/**
 * 统一社会信用代码, GB 32100-2015: 18 characters, of which the 9th to 17th are an organisation code with a check
 * character of its own (GB 11714), and the 18th checks the whole.
 *
 * The two checks number the letters differently: GB 32100 counts in an alphabet without I, O, S, V and Z,
 * GB 11714 counts A = 10 … Z = 35. Taking one numbering for both is the usual mistake.
 */
const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];
const length = 18;

export type UsccProblem = "length" | "character" | "division" | "organisation_check" | "check";
export type UsccCheck =
  | { readonly ok: true; readonly code: string }
  | { readonly ok: false; readonly code: string; readonly problem: UsccProblem; readonly position: number | null };

/** Half width, upper case, without spaces, hyphens and invisible characters: what people add when they copy a code. */
export function normaliseUscc(text: string): string {
  return text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\u00ad\u200b-\u200f\u2010-\u2015\u2060\u2212\ufeff-]/gu, "");
}

/**
 * Checks a code after normalising it. `position` (from 1) names the first character that cannot stand where it does.
 * Positions 3 to 8 name the registering authority, not the residence, so that only their being digits is checked.
 */
export function checkUscc(text: string): UsccCheck {
  const code = normaliseUscc(text);
  if (code.length !== length) return { ok: false, code, problem: "length", position: null };
  const foreign = [...code].findIndex((character) => !alphabet.includes(character));
  if (foreign >= 0) return { ok: false, code, problem: "character", position: foreign + 1 };
  const letter = code.slice(2, 8).search(/\D/);
  if (letter >= 0) return { ok: false, code, problem: "division", position: letter + 3 };
  if (organisationCheck(code.slice(8, 16)) !== code.charAt(16)) {
    return { ok: false, code, problem: "organisation_check", position: null };
  }
  if (checkCharacter(code) !== code.charAt(17)) {
    return { ok: false, code, problem: "check", position: null };
  }
  return { ok: true, code };
}

/** Which kind of register a code comes from: it decides where the public-information query of Art. 9(3) is made. */
export function usccAuthority(code: string): "enterprise" | "public_institution" | "social_org" | "other" {
  const first = normaliseUscc(code).charAt(0);
  if (first === "9") return "enterprise";
  if (first === "1") return "public_institution";
  return first === "5" ? "social_org" : "other";
}

/** The 18th character that the first seventeen call for; the outer remainder turns 31 into 0. */
function checkCharacter(code: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * alphabet.indexOf(code.charAt(index)), 0);
  return alphabet.charAt((31 - (sum % 31)) % 31);
}

/** The check character of an organisation code: 10 is written X, 11 is written 0. */
function organisationCheck(body: string): string {
  const sum = organisationWeights.reduce(
    (total, weight, index) => total + weight * Number.parseInt(body.charAt(index), 36),
    0,
  );
  const check = 11 - (sum % 11);
  return check === 10 ? "X" : String(check % 11);
}

/** What a letter outside the alphabet was probably meant to be, likeliest first. */
const replacements: Readonly<Record<string, string>> = { O: "0DQ", I: "1LJ", Z: "2", S: "58", V: "UY" };
/** Characters of the alphabet that are taken for one another on paper and in photographs. */
const lookalikes = ["0DQ", "8B", "6G", "1L7", "UY", "CG", "MN", "PR", "EF", "38", "4A", "KX"];
const suggestionLimit = 3;
/** A code with more doubtful letters than this is not a typing slip; the bound also keeps the search small. */
const doubtfulLimit = 4;

/**
 * Codes that the writer may have meant: only such as pass both checks. Tried in this order: letters that the alphabet
 * does not know, one confusable character, two neighbours exchanged, one character too many.
 *
 * A guess is never used without the writer's word: the digits before the 9th are guarded by one check character only,
 * so that a wrong guess passes one time in thirty-one.
 */
export function suggestUscc(text: string): readonly string[] {
  const code = normaliseUscc(text);
  if (code.length > length + 1 || checkUscc(code).ok) return [];
  const found = new Set<string>();
  for (const candidate of candidates(code)) {
    // Eighteen zeros pass both checks; no register begins with 0.
    if (!candidate.startsWith("0") && checkUscc(candidate).ok) found.add(candidate);
    if (found.size === suggestionLimit) break;
  }
  return [...found];
}

function* candidates(code: string): Generator<string> {
  if (code.length === length + 1) {
    yield* Array.from(code, (_, index) => code.slice(0, index) + code.slice(index + 1));
    return;
  }
  const spelled = withoutForeignLetters(code);
  // A small l is an L once it is upper case; both are usually a 1.
  yield* [plainest(code), plainest(code).replaceAll("L", "1"), ...spelled];
  for (const base of spelled) {
    yield* withOneLookalike(base);
    yield* withNeighboursExchanged(base);
  }
}

/** Every letter outside the alphabet as its likeliest meaning, however many there are. */
function plainest(code: string): string {
  return [...code].map((character) => replacements[character]?.charAt(0) ?? character).join("");
}

function withoutForeignLetters(code: string): readonly string[] {
  let spelled = [""];
  let doubtful = 0;
  for (const character of code) {
    const choices = replacements[character] ?? character;
    if (choices.length > 1) doubtful += 1;
    if (doubtful > doubtfulLimit) return [];
    spelled = spelled.flatMap((start) => [...choices].map((choice) => start + choice));
  }
  return spelled;
}

function* withOneLookalike(code: string): Generator<string> {
  for (const [index, character] of [...code].entries()) {
    for (const group of lookalikes.filter((group) => group.includes(character))) {
      for (const other of group) yield code.slice(0, index) + other + code.slice(index + 1);
    }
  }
}

function* withNeighboursExchanged(code: string): Generator<string> {
  for (let index = 0; index + 1 < code.length; index += 1) {
    yield code.slice(0, index) + code.charAt(index + 1) + code.charAt(index) + code.slice(index + 2);
  }
}
