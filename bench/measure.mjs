/**
 * Times work the same way everywhere: some runs to warm up, then the median of several, with the least and the most. It is the
 * processor's time that counts, all threads of it: on a machine others work on too, a clock on the wall measures them.
 */

/**
 * @param {() => unknown} work
 * @param {{runs?: number, warm?: number, before?: () => void}} [about] `before` is carried out before each run, untimed
 * @returns {{value: number, least: number, most: number}} milliseconds
 */
export function measure(work, about) {
  return measureInTurn([work], about)[0];
}

/** The same for several works that are compared: in turn, run by run, so that what slows the machine slows all of them. */
export function measureInTurn(works, { runs = 7, warm = 2, before = () => undefined } = {}) {
  const times = works.map(() => []);
  for (let run = -warm; run < runs; run += 1) {
    works.forEach((work, index) => {
      before();
      globalThis.gc?.();
      const start = process.cpuUsage();
      work();
      const { user, system } = process.cpuUsage(start);
      if (run >= 0) times[index].push((user + system) / 1_000);
    });
  }
  return times.map((of) => {
    of.sort((a, b) => a - b);
    return { value: of[of.length >> 1] ?? 0, least: of[0] ?? 0, most: of[of.length - 1] ?? 0 };
  });
}
