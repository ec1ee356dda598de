/**
 * The entry at an index that is known to be there: indices of tasks and departments come out of the matrix they are looked up
 * in. Another index is a mistake in the program, and is told rather than made a blank name in a report.
 */
export function at<Entry>(list: ArrayLike<Entry>, index: number): Entry {
  const entry = list[index];
  if (entry === undefined) throw new RangeError(`No entry ${index} among ${list.length}`);
  return entry;
}
