import type { TestDocument } from "../policy/tests.ts";
import { compileComparison } from "./comparison.ts";
import { compileBar, compileDoubt, compileOutcome, compileProvided } from "./conditions.ts";
import { compileCount } from "./count.ts";
import { compileElapsed, compileSameMonth } from "./dates.ts";
import { compileGiven, compileHappened } from "./existence.ts";
import { compileIcpFormat } from "./format.ts";
import { compileAll, compileAny, compileNot } from "./junctions.ts";
import { compileContains, compileIn, compileIs } from "./membership.ts";
import { defineTest, type Scope, type Test } from "./model.ts";
import { compileRatio } from "./ratio.ts";

function compileOperator(document: TestDocument, scope: Scope): Test {
  const compile = (inner: TestDocument): Test => scope.compileTest(inner);
  if ("is" in document) return compileIs(document.fact, document.is, scope);
  if ("in" in document) return compileIn(document.fact, document.in, scope);
  if ("contains" in document) return compileContains(document.fact, document.contains, scope);
  if ("given" in document) return compileGiven(document.given, scope);
  if ("happened" in document) return compileHappened(document.happened, scope);
  if ("compare" in document) return compileComparison(document, scope);
  if ("numerator" in document) return compileRatio(document, scope);
  if ("elapsed_since" in document) return compileElapsed(document, scope);
  if ("same_month" in document) return compileSameMonth(document.same_month, scope);
  if ("matches" in document) return compileIcpFormat(document.matches, scope);
  if ("all" in document) return compileAll(document.all.map(compile));
  if ("any" in document) return compileAny(document.any.map(compile));
  if ("not" in document) return compileNot(compile(document.not));
  if ("only_if" in document) return compileAny([compileNot(compile(document.only_if)), compile(document.must)]);
  if ("provided" in document) {
    return compileProvided(compile(document.provided), document.otherwise, compile(document.must));
  }
  if ("doubt_if" in document) {
    const curedOn = document.cured_on === undefined ? undefined : scope.compileShown(document.cured_on);
    return compileDoubt(compile(document.doubt_if), document.reason, document.otherwise, curedOn);
  }
  if ("barred_if" in document) {
    return compileBar(compile(document.barred_if), scope.compileShown(document.first_free_day));
  }
  if ("outcome_of" in document) return compileOutcome(document.outcome_of, document.cases, scope);
  if ("setting" in document) {
    const chosen = document.cases[String(scope.setting(document.setting))];
    if (chosen === undefined) throw new Error(`setting ${document.setting}: no case for its value`);
    return compile(chosen);
  }
  return compileCount(document, scope);
}

/** Compiles one test of a policy to closures. Throws where it names what the policy does not have. */
export function compileTest(document: TestDocument, scope: Scope): Test {
  const test = compileOperator(document, scope);
  if (document.measured) scope.noteMeasure(test.measure);
  return document.part === undefined ? test : defineTest({ ...test, part: scope.factIndex(document.part) });
}
