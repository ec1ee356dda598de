/** `node -r peak.cjs …` writes the most memory the process ever took, in megabytes, into the file `PEAK` names. */
const { readFileSync, writeFileSync } = require('node:fs');

/** By the system's own account of this program: what is told of a process counts, too, the one it was forked from. */
function peak() {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) / 1024;
  } catch {
    return process.resourceUsage().maxRSS / 1024;
  }
}

process.on('exit', () => writeFileSync(process.env.PEAK, String(peak())));
