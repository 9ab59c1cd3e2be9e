type Route = { method: string; path: string };

/** The methods by which a path can be called, for an answer to one that it cannot. Routes for any method or any path do not count. */
export function allowedMethods(routes: readonly Route[], path: string): string[] {
  const methods = routes
    .filter(({ method, path: pattern }) => method !== "ALL" && !pattern.includes("*") && matches(pattern, path))
    .map(({ method }) => method);
  return [...new Set(methods.flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method])))];
}

function matches(pattern: string, path: string): boolean {
  const expected = pattern.split("/");
  const steps = path.split("/");
  return (
    expected.length === steps.length &&
    expected.every((step, at) => (step.startsWith(":") ? steps[at] !== "" : step === steps[at]))
  );
}
