/**
 * Mutants that survive and may: each with the reason. `npm run mutation` prints their number apart and does not count them as
 * killed; an entry that no surviving mutant answers to is an error, so that the list holds nothing outlived.
 *
 * `file` and `line` say where (the line's text, without the space around it), `was` and `becomes` what is changed, as the
 * command prints them.
 */
export const JUSTIFIED = [];
