/** Input or options that cannot be used. The message goes to standard error as it is; the exit code is 2. */
export class UnusableInput extends Error {
  override readonly name = "UnusableInput";
}
