/** A summary a person can read at the end of a command. */
export interface Told {
  readonly title: string;
  readonly lines: readonly string[];
}
