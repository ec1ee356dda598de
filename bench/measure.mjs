/**
 * Times work the same way everywhere: some runs to warm up, then the median of several, with the least and the most. It is the
 * processor's time that counts, all threads of it: on a machine others work on too, a clock on the wall measures them.
 */

/**
 * @param {() => unknown} work
 * @param {{runs?: number, warm?: number, before?: () => void}} [about] `before` is carried out before each run, untimed
 * @returns {{value: number, least: number, most: number}} milliseconds
 */
export function measure(work, { runs = 7, warm = 2, before = () => undefined } = {}) {
  const times = [];
  for (let run = -warm; run < runs; run += 1) {
    before();
    globalThis.gc?.();
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    if (run >= 0) times.push((user + system) / 1_000);
  }
  times.sort((a, b) => a - b);
  return { value: times[times.length >> 1] ?? 0, least: times[0] ?? 0, most: times[times.length - 1] ?? 0 };
}
