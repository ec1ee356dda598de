/** What was counted of one source file in several compiled forms of it, added up. Counts are as Istanbul keeps them. */

/** The same place in two counts begins at the same spot, and is of the same kind with as many ways out of it. */
const KINDS = [
  { counts: 's', places: 'statementMap', key: (loc) => spot(loc) },
  { counts: 'f', places: 'fnMap', key: ({ loc }) => spot(loc) },
  {
    counts: 'b',
    places: 'branchMap',
    key: ({ type, loc, locations }) => `${type} ${locations.length} ${spot(loc)}`,
  },
];

/**
 * Compilers place some branches differently. Those that both counts know are taken where either took them; of the others, the count
 * that tells more is believed, so that what comes out is at most the truth.
 *
 * @param one    counts of a file
 * @param other  counts of the same file
 */
export function together(one, other) {
  const first = withMore(one, other);
  const second = withMore(other, one);
  return shareTaken(first) >= shareTaken(second) ? first : second;
}

/** The places of one count, with what the other saw of them. */
function withMore(one, other) {
  const sums = KINDS.map(({ counts, places, key }) => {
    const seen = uniqueByKey(other, places, key);
    const own = uniqueByKey(one, places, key);
    const added = Object.entries(one[places]).map(([id, place]) => {
      const twin = own.get(key(place)) === id ? seen.get(key(place)) : undefined;
      return [id, twin === undefined ? one[counts][id] : plus(one[counts][id], other[counts][twin])];
    });
    return [counts, Object.fromEntries(added)];
  });
  return { ...one, ...Object.fromEntries(sums) };
}

/** The ids of places by their key; where two have the same, neither can be told from the other. */
function uniqueByKey(file, places, key) {
  const ids = new Map();
  for (const [id, place] of Object.entries(file[places])) ids.set(key(place), ids.has(key(place)) ? undefined : id);
  return ids;
}

const plus = (one, other) => (Array.isArray(one) ? one.map((count, way) => count + other[way]) : one + other);

const spot = ({ start }) => `${start.line}:${start.column}`;

/** Of the ways of its branches. */
function shareTaken(file) {
  const ways = Object.values(file.b).flat();
  return ways.length === 0 ? 1 : ways.filter((count) => count > 0).length / ways.length;
}
