/** Times work the same way everywhere: some runs to warm up, then the median of several, with the fastest and slowest. */

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
    const start = performance.now();
    work();
    if (run >= 0) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { value: times[times.length >> 1] ?? 0, least: times[0] ?? 0, most: times[times.length - 1] ?? 0 };
}
