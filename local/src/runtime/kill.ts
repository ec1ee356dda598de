/** The end of a script that no script can catch: the process dies, or its time is up. */

/** Stops a script at a service call, at once: what it does afterwards has no effect, and the call ends with this. */
export class Kill extends Error {
  constructor(reason = 'the script was killed') {
    super(reason);
    this.name = 'Kill';
  }
}

/** The platform's own kill: more time used than an execution has. */
export class TimeUp extends Kill {
  constructor(reason = 'Exceeded maximum execution time') {
    super(reason);
    this.name = 'Exception';
  }
}

/** What a `faults` hook throws or returns to stop the script at that call. */
export function kill(reason?: string): Kill {
  return new Kill(reason);
}
